import { earliest } from "../../dates.ts";
import { surelyBefore } from "./sure.ts";
import { recordsOf, type Checked, type Finding, type Rule } from "./rule.ts";

/**
 * A meeting was held before its series began, or an activity before its working group was agreed on. A series begins
 * with its first meeting, or with the adoption of the paper that establishes it, whichever is earlier.
 */
export const beforeBeginningRule: Rule = {
  id: "before-beginning",
  severity: "warning",
  leavesOut: false,
  find: (checked) => {
    const begins = beginnings(checked);
    const held = [
      ...recordsOf(checked, "meetings").map((record) => ({ record, of: [record.value.series] })),
      ...recordsOf(checked, "activities").map((record) => ({ record, of: record.value.of ?? [] })),
    ];
    return held.flatMap(({ record, of }) =>
      of.flatMap((id): Finding[] => {
        const [day, begin] = [record.value.heldOn, begins.get(id)];
        if (day === undefined || begin === undefined || !surelyBefore(day, begin)) return [];
        const message = `held on ${day}, but ${id} began on ${begin}: correct the date, or what it belongs to`;
        return [{ record, path: ["heldOn"], message }];
      }),
    );
  },
};

function beginnings(checked: Checked): ReadonlyMap<string, string> {
  const known: [string, string | undefined][] = [
    ...recordsOf(checked, "meetings")
      .filter(({ value }) => value.ordinal === 1)
      .map(({ value }): [string, string | undefined] => [value.series, value.heldOn]),
    ...recordsOf(checked, "instruments").flatMap(({ value }) =>
      (value.establishes ?? []).map((id): [string, string | undefined] => [id, value.adoptedOn]),
    ),
    ...recordsOf(checked, "workingGroups").map(({ value }): [string, string | undefined] => [
      value.id,
      value.mandatedOn ?? value.setUpOn,
    ]),
  ];
  const begins = new Map<string, string>();
  for (const [id, day] of known) {
    const before = begins.get(id);
    if (day !== undefined && (before === undefined || earliest(day) < earliest(before))) begins.set(id, day);
  }
  return begins;
}
