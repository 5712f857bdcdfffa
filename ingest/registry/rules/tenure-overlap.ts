import { earliest, latest } from "../../dates.ts";
import { ministersByCountry, type Ministry } from "./ministers.ts";
import type { Finding, Rule } from "./rule.ts";

/**
 * Two persons were the minister of one country on the same day, whatever their partial dates mean. The day on which one
 * hands over to the other is no such day.
 */
export const tenureOverlapRule: Rule = {
  id: "tenure-overlap",
  severity: "warning",
  leavesOut: false,
  find: (checked) =>
    ministersByCountry(checked).flatMap((ministries) =>
      ministries.flatMap((later, index) =>
        ministries
          .slice(0, index)
          .filter((earlier) => bothHeld(earlier, later))
          .map((earlier) => finding(earlier, later)),
      ),
    ),
};

function bothHeld(a: Ministry, b: Ministry): boolean {
  const begun = latest(a.from) > latest(b.from) ? latest(a.from) : latest(b.from);
  return begun < lastSureDay(a) && begun < lastSureDay(b);
}

function lastSureDay({ tenure, from }: Ministry): string {
  return earliest(tenure.to ?? tenure.incumbentAsOf ?? from);
}

function finding(earlier: Ministry, later: Ministry): Finding {
  const place = `${earlier.record.file}:${earlier.record.line(earlier.path)}`;
  const message =
    `${later.record.value.id} and ${earlier.record.value.id} (${place}) were both the minister of ${later.tenure.of} ` +
    `after ${later.from}: correct one of the periods, or the capacity`;
  return { record: later.record, path: [...later.path, "from"], message };
}
