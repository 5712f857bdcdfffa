import { measure, sum } from "../query.ts";
import { over } from "./limit.ts";
import type { Rule } from "./limit.ts";

/** Aliases let a query ask the same thing many times. */
export const aliases: Rule = (query, limits) => {
  const count = measure(query, {
    field: ({ node }, below) => below + (node.alias === undefined ? 0 : 1),
    beside: sum,
  });
  return over("number of aliases", count, limits.aliases, "Ask for many nodes by one filter, { id: { in: [...] } }.");
};
