import { listFieldOf } from "../lists.ts";
import { measure, sum } from "../query.ts";
import type { AskedField, Query } from "../query.ts";
import { defaultRows } from "../defaults.ts";
import { expectedRows } from "./fan-out.ts";
import type { Refusal, Rule } from "./limit.ts";
import { rowsBeforeFirst, rowsOfQuestion } from "./question-cost.ts";

/**
 * Rows that a query is expected to read: each list counts its rows, once for every row of the lists that it stands in.
 * Skipped parts count, since a variable may bring them back.
 */
export const cost: Rule = (query, limits) => {
  const rows = expectedCost(query);
  if (rows <= limits.cost) return null;
  return { ...refused, value: rows, allowed: `at most ${limits.cost}` };
};

/** How many rows a query is expected to read. */
export function expectedCost(query: Query): number {
  return measure(query, { field: costOf, beside: sum });
}

const refused: Omit<Refusal, "value" | "allowed"> = {
  code: "COST_LIMIT_EXCEEDED",
  limit: "number of rows that the query is expected to read",
  remedy:
    "Start from { id: { eq: ... } }, which counts one, give inner lists a smaller limit, or ask in several queries.",
};

function costOf(field: AskedField, below: number): number {
  const list = listFieldOf(field.definition);
  const inside = below + rowsOfQuestion(field.parent.name, field.node.name.value);
  if (list === null) return inside;
  const asked = field.args[list.size];
  const most = typeof asked === "number" ? asked : defaultRows(list, field.node.name.value);
  const rows = Math.min(most, expectedRows(field.parent.name, field.node.name.value), namedRows(field.args.where));
  return rowsBeforeFirst(field.parent.name, field.node.name.value) + rows * (1 + inside);
}

/** How many nodes a filter names by their ids; infinite where it does not. */
function namedRows(where: unknown): number {
  const filter = where as { readonly id?: IdFilter; readonly node?: { readonly id?: IdFilter } } | null | undefined;
  const id = filter?.id ?? filter?.node?.id;
  if (typeof id?.eq === "string") return 1;
  return id?.in?.length ?? Infinity;
}

interface IdFilter {
  readonly eq?: string | null;
  readonly in?: readonly string[] | null;
}
