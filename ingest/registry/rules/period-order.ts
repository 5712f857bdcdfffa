import { earliest, latest } from "../../dates.ts";
import type { Path } from "../located.ts";
import type { Rule } from "./rule.ts";

const periods = [
  ["from", "to"],
  ["heldOn", "heldUntil"],
] as const;

/** A period ends before it can have begun. Partial dates are given the benefit of the doubt. */
export const periodOrderRule: Rule = {
  id: "period-order",
  severity: "error",
  leavesOut: false,
  find: ({ records }) =>
    records.flatMap((record) =>
      backwardPeriods(record.value, []).map(({ path, message }) => ({ record, path, message })),
    ),
};

interface Backward {
  readonly path: Path;
  readonly message: string;
}

function backwardPeriods(value: unknown, path: Path): Backward[] {
  if (typeof value !== "object" || value === null) return [];
  const fields = value as Record<string, unknown>;
  const here = periods.flatMap(([first, last]) => backward(fields, first, last, path));
  const step = (key: string): string | number => (Array.isArray(value) ? Number(key) : key);
  return [...here, ...Object.entries(fields).flatMap(([key, item]) => backwardPeriods(item, [...path, step(key)]))];
}

function backward(fields: Record<string, unknown>, first: string, last: string, path: Path): Backward[] {
  const [begin, end] = [fields[first], fields[last]];
  if (typeof begin !== "string" || typeof end !== "string" || earliest(begin) <= latest(end)) return [];
  return [
    { path: [...path, last], message: `'${last}' (${end}) lies before '${first}' (${begin}): correct one of them` },
  ];
}
