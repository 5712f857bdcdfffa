import { isIntrospection, largest, measure } from "../query.ts";
import { over } from "./limit.ts";
import type { Rule } from "./limit.ts";

/** Levels of fields; what is below __schema and __type has a limit of its own. */
export const depth: Rule = (query, limits) => {
  const levels = measure(query, {
    field: (field, below) => (isIntrospection(field) ? 1 : below + 1),
    beside: largest,
  });
  return over(
    "depth",
    levels,
    limits.depth,
    "Start from a node in the middle, or ask for the ids first and for the rest by id.",
  );
};
