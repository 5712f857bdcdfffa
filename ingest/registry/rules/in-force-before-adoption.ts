import type { InstrumentRecord } from "../records.ts";
import { surelyBefore } from "./sure.ts";
import { recordsOf, type Finding, type Rule } from "./rule.ts";
import type { Path } from "../located.ts";

/** An instrument is in force, signed or deposited before it was adopted, or in force for a party before it is at all. */
export const inForceRule: Rule = {
  id: "in-force-before-adoption",
  severity: "error",
  leavesOut: false,
  find: (checked) =>
    recordsOf(checked, "instruments").flatMap((record) =>
      orders(record.value).flatMap(({ first, then, path }): Finding[] => {
        if (first.day === undefined || then.day === undefined || !surelyBefore(then.day, first.day)) return [];
        const message = `'${then.field}' (${then.day}) lies before ${first.field} (${first.day}): correct one of them`;
        return [{ record, path: [...path, then.field], message }];
      }),
    ),
};

interface Dated {
  readonly field: string;
  readonly day: string | undefined;
}

interface Order {
  readonly first: Dated;
  readonly then: Dated;
  readonly path: Path;
}

function orders({ adoptedOn, inForceOn, parties = [] }: InstrumentRecord): Order[] {
  const adopted = { field: "the adoption", day: adoptedOn };
  const inForce = { field: "the entry into force", day: inForceOn };
  return [
    { first: adopted, then: { field: "inForceOn", day: inForceOn }, path: [] },
    ...parties.flatMap((party, index): Order[] => {
      const path = ["parties", index];
      const signed = { field: "the signature", day: party.signedOn };
      return [
        { first: adopted, then: { field: "signedOn", day: party.signedOn }, path },
        { first: adopted, then: { field: "depositedOn", day: party.depositedOn }, path },
        { first: signed, then: { field: "depositedOn", day: party.depositedOn }, path },
        { first: inForce, then: { field: "inForceOn", day: party.inForceOn }, path },
      ];
    }),
  ];
}
