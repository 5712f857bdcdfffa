import { earliest, latest, type PartialDate } from "../../dates.ts";
import { ministersByCountry, type Ministry } from "./ministers.ts";
import type { Finding, Rule } from "./rule.ts";

/**
 * A country had no minister for a day or more between two that are known: somebody is missing. Where the office stood
 * empty, the note of the tenure before says "vacant".
 */
export const tenureGapRule: Rule = {
  id: "tenure-gap",
  severity: "note",
  leavesOut: false,
  find: (checked) => ministersByCountry(checked).flatMap(gaps),
};

function gaps(ministries: readonly Ministry[]): Finding[] {
  const found: Finding[] = [];
  let last: { until: PartialDate; vacant: boolean } | null = null;
  for (const { record, path, tenure, from } of ministries) {
    if (last !== null && !last.vacant && earliest(from) > nextDay(latest(last.until))) {
      const message =
        `nobody is known as the minister of ${tenure.of} between ${last.until} and ${from}: ` +
        "add who it was, or write in the note of the tenure before that the office stood vacant";
      found.push({ record, path: [...path, "from"], message });
    }
    const until: PartialDate = tenure.to ?? "9999";
    if (last === null || latest(until) > latest(last.until))
      last = { until, vacant: tenure.note?.includes("vacant") ?? false };
  }
  return found;
}

function nextDay(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
