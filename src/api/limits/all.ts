import type { Query } from "../query.ts";
import { aliases } from "./aliases.ts";
import { cost } from "./cost.ts";
import { depth } from "./depth.ts";
import { directives } from "./directives.ts";
import { filterDepth, filterEmpty, filterLength, filterNodes, filterValues } from "./filters.ts";
import { introspectionDepth, introspectionOnce } from "./introspection.ts";
import type { Limits, Refusal, Rule } from "./limit.ts";
import { questionArguments } from "./question-arguments.ts";
import { rootFields } from "./root-fields.ts";
import { offset, rows } from "./rows.ts";
import { sortKeys } from "./sort-keys.ts";

/** Every rule that a query must keep to, the cheapest and plainest first: the first refusal is the one that is told. */
export const rules: readonly Rule[] = [
  rootFields,
  aliases,
  directives,
  depth,
  introspectionOnce,
  introspectionDepth,
  rows,
  offset,
  sortKeys,
  filterDepth,
  filterNodes,
  filterValues,
  filterLength,
  filterEmpty,
  questionArguments,
  cost,
];

/** Why a query is refused, or null where it keeps to all limits. */
export function refusalOf(query: Query, limits: Limits): Refusal | null {
  for (const rule of rules) {
    const refusal = rule(query, limits);
    if (refusal !== null) return refusal;
  }
  return null;
}
