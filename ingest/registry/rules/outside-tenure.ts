import type { PersonRecord } from "../records.ts";
import { surelyBefore } from "./sure.ts";
import { recordsOf, type Finding, type Rule } from "./rule.ts";

/** Somebody attended as a minister on a day on which none of the person's known offices can have been held. */
export const outsideTenureRule: Rule = {
  id: "outside-tenure",
  severity: "note",
  leavesOut: false,
  find: (checked) => {
    const people = new Map(recordsOf(checked, "people").map(({ value }) => [value.id, value]));
    return recordsOf(checked, "meetings").flatMap((record) =>
      (record.value.attended ?? []).flatMap(({ who, level }, index): Finding[] => {
        const day = record.value.heldOn;
        const person = people.get(who);
        if (day === undefined || level !== "minister" || person === undefined || mayHaveHeld(person, day)) return [];
        const message = `${who} held no known office on ${day}: correct the level, or add the office to the person`;
        return [{ record, path: ["attended", index], message }];
      }),
    );
  },
};

function mayHaveHeld({ tenures = [] }: PersonRecord, day: string): boolean {
  return (
    tenures.length === 0 ||
    tenures.some(({ from, to }) => {
      const begun = from === undefined || !surelyBefore(day, from);
      return begun && (to === undefined || !surelyBefore(to, day));
    })
  );
}
