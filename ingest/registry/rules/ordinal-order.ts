import type { Located } from "../located.ts";
import { surelyBefore } from "./sure.ts";
import { recordsOf, type Checked, type Finding, type Rule } from "./rule.ts";

/** The numbered meetings of a series or of a working group are not in the order of their dates, or share a number. */
export const ordinalOrderRule: Rule = {
  id: "ordinal-order",
  severity: "warning",
  leavesOut: false,
  find: (checked) =>
    Object.values(Object.groupBy(numbered(checked), ({ of }) => of)).flatMap((list = []) => {
      const inOrder = list.toSorted((a, b) => a.ordinal - b.ordinal);
      return inOrder.flatMap((item, index) => compared(inOrder[index - 1], item));
    }),
};

interface Numbered {
  readonly record: Located<"meetings" | "activities">;
  readonly of: string;
  readonly ordinal: number;
}

function numbered(checked: Checked): Numbered[] {
  const meetings = recordsOf(checked, "meetings").map((record) => ({ record, of: [record.value.series] }));
  const activities = recordsOf(checked, "activities")
    .filter(({ value }) => value.kind === "meeting")
    .map((record) => ({ record, of: record.value.of ?? [] }));
  return [...meetings, ...activities].flatMap(({ record, of }) => {
    const { ordinal } = record.value;
    return ordinal === undefined ? [] : of.map((id) => ({ record, of: id, ordinal }));
  });
}

function compared(before: Numbered | undefined, item: Numbered): Finding[] {
  if (before === undefined) return [];
  const { record } = item;
  const place = `${before.record.value.id} (${before.record.file}:${before.record.line(["ordinal"])})`;
  if (before.ordinal === item.ordinal)
    return [{ record, path: ["ordinal"], message: `${place} has the number ${item.ordinal} of ${item.of} as well` }];
  const [earlier, later] = [dayOf(before), dayOf(item)];
  if (earlier === undefined || later === undefined || !surelyBefore(later, earlier)) return [];
  const message = `number ${item.ordinal} (${later}) lies before ${place}, number ${before.ordinal} (${earlier}): correct a number or a date`;
  return [{ record, path: ["ordinal"], message }];
}

function dayOf({ record: { value } }: Numbered): string | undefined {
  return value.heldOn ?? value.plannedOn;
}
