import { byCodeUnit } from "../../order.ts";
import { earliest, type PartialDate } from "../../dates.ts";
import type { Located, Path } from "../located.ts";
import type { PersonRecord } from "../records.ts";
import { recordsOf, type Checked } from "./rule.ts";

type Tenure = NonNullable<PersonRecord["tenures"]>[number];

/** One person's time as the minister of a country, or acting as such, with the place where it stands. */
export interface Ministry {
  readonly record: Located<"people">;
  readonly path: Path;
  readonly tenure: Tenure;
  readonly from: PartialDate;
}

/** The ministers of each country whose first day is known, in the order in which they took office. */
export function ministersByCountry(checked: Checked): Ministry[][] {
  const ministries = recordsOf(checked, "people").flatMap((record) =>
    (record.value.tenures ?? []).flatMap((tenure, index): Ministry[] =>
      tenure.from !== undefined && (tenure.capacity === "minister" || /\bacting\b/i.test(tenure.office))
        ? [{ record, path: ["tenures", index], tenure, from: tenure.from }]
        : [],
    ),
  );
  const byCountry = Object.groupBy(ministries, ({ tenure }) => tenure.of);
  return Object.values(byCountry).map((list = []) =>
    list.toSorted((a, b) => byCodeUnit(earliest(a.from), earliest(b.from))),
  );
}
