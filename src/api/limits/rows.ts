import { positionOf } from "../cuts.ts";
import { askedFields } from "../query.ts";
import type { AskedField } from "../query.ts";
import type { Limits, Refusal, Rule } from "./limit.ts";

/** `limit` and `first` of every list: the library takes 0 for "all", and passes a negative one to the database. */
export const rows: Rule = (query, limits) => firstRefusal(askedFields(query), (field) => ofSize(field, limits));

/** `offset` and `after` of every list: the rows before it are read and thrown away. */
export const offset: Rule = (query, limits) => firstRefusal(askedFields(query), (field) => ofBegin(field, limits));

function firstRefusal(fields: readonly AskedField[], check: (field: AskedField) => Refusal | null): Refusal | null {
  for (const field of fields) {
    const refusal = check(field);
    if (refusal !== null) return refusal;
  }
  return null;
}

function ofSize({ node, args }: AskedField, limits: Limits): Refusal | null {
  for (const name of ["limit", "first"]) {
    if (!Object.hasOwn(args, name) || within(args[name], 1, limits.rows)) continue;
    const remedy = `Leave ${name} out for the default, or page through with ${name === "limit" ? "offset" : "after"}.`;
    return refusal(`${name} of ${node.name.value}`, args[name], `1 to ${limits.rows}`, remedy);
  }
  return null;
}

function ofBegin({ node, args }: AskedField, limits: Limits): Refusal | null {
  const remedy = "Narrow the list by a filter instead of paging through all of it.";
  if (Object.hasOwn(args, "offset") && !within(args.offset, 0, limits.offset)) {
    return refusal(`offset of ${node.name.value}`, args.offset, `0 to ${limits.offset}`, remedy);
  }
  const { after } = args;
  if (typeof after !== "string") return null;
  const position = positionOf(after);
  if (position === null) {
    return refusal(
      `after of ${node.name.value}`,
      "no cursor",
      "an endCursor or cursor of an earlier answer",
      "Copy one.",
    );
  }
  return within(position, 0, limits.offset)
    ? null
    : refusal(`position of after of ${node.name.value}`, position, `0 to ${limits.offset}`, remedy);
}

function within(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && value >= least && value <= most;
}

function refusal(limit: string, value: unknown, allowed: string, remedy: string): Refusal {
  return { code: "BAD_USER_INPUT", limit, value: typeof value === "number" ? value : String(value), allowed, remedy };
}
