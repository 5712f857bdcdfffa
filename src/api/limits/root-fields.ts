import { measure, sum } from "../query.ts";
import { over } from "./limit.ts";
import type { Rule } from "./limit.ts";

/** Fields at the top: each is a query of the database. */
export const rootFields: Rule = (query, limits) => {
  const count = measure(query, { field: () => 1, beside: sum });
  return over("number of fields at the top", count, limits.rootFields, "Ask in several queries.");
};
