import { isIntrospection, largest, measure, sum } from "../query.ts";
import { over } from "./limit.ts";
import type { Rule } from "./limit.ts";

/** Levels of fields below __schema and __type. */
export const introspectionDepth: Rule = (query, limits) => {
  const levels = measure(query, {
    field: (field, below) => (isIntrospection(field) || inSchema(field.parent.name) ? below + 1 : 0),
    beside: largest,
  });
  return over("depth of the introspection", levels, limits.introspectionDepth, "Use the standard introspection query.");
};

/** The whole schema once a query: it is the largest answer there is. */
export const introspectionOnce: Rule = (query) => {
  const count = measure(query, {
    field: ({ node }) => (node.name.value === "__schema" ? 1 : 0),
    beside: sum,
  });
  return over("number of __schema fields", count, 1, "Ask for __schema once.");
};

function inSchema(type: string): boolean {
  return type.startsWith("__");
}
