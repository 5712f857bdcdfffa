import { earliest, latest } from "../../dates.ts";
import type { CountryRecord, TermRecord } from "../records.ts";
import type { Checked, Finding, Rule } from "./rule.ts";

/** A term's co-chairs are one ASEAN member and one Plus country, each such at the time. An empty side is not known. */
export const coChairPairRule: Rule = {
  id: "co-chair-pair",
  severity: "error",
  leavesOut: false,
  find: (checked) => {
    const countries = countriesOf(checked);
    return checked.records.flatMap((record) => {
      if (record.kind !== "workingGroups" || !("terms" in record.value)) return [];
      return (record.value.terms ?? []).flatMap((term, index) =>
        sides.flatMap(({ side, belongs, means }) => {
          const wrong = term[side].filter((id) => !belongs(countries.get(id), term));
          const message = wronged(term, side, wrong, means);
          return message === null ? [] : [{ record, path: ["terms", index, side], message } satisfies Finding];
        }),
      );
    });
  },
};

const sides = [
  { side: "asean", belongs: isMember, means: "an ASEAN member" },
  { side: "plus", belongs: isPlus, means: "a Plus country" },
] as const;

function wronged(term: TermRecord, side: "asean" | "plus", wrong: readonly string[], means: string): string | null {
  if (term[side].length > 1)
    return `cycle ${term.cycle} has ${term[side].length} co-chairs on the ${side} side: leave one`;
  if (wrong.length === 0) return null;
  return `${wrong.join(", ")} was not ${means} in cycle ${term.cycle}: correct the country, the side or its memberships`;
}

function countriesOf({ records }: Checked): ReadonlyMap<string, CountryRecord> {
  const countries = records.filter((record) => record.kind === "countries");
  return new Map(countries.map(({ value }) => [value.id, value as CountryRecord]));
}

interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function isMember(country: CountryRecord | undefined, term: Period): boolean {
  return (country?.memberships ?? []).some(
    (membership) => membership.of === "organisation:asean" && meets(membership, term),
  );
}

function isPlus(country: CountryRecord | undefined, term: Period): boolean {
  return (country?.participations ?? []).some((part) => part.as === "plus" && meets(part, term));
}

/** True where the two periods can share a day; an open end is taken as without limit. */
function meets(a: Period, b: Period): boolean {
  const begins = (period: Period) => (period.from === undefined ? "0000" : earliest(period.from));
  const ends = (period: Period) => (period.to === undefined ? "9999" : latest(period.to));
  return begins(a) <= ends(b) && begins(b) <= ends(a);
}
