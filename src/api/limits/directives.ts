import { measure, sum } from "../query.ts";
import { over } from "./limit.ts";
import type { Rule } from "./limit.ts";

/** Directives: @include and @skip, at fields and fragments. */
export const directives: Rule = (query, limits) => {
  const count = measure(query, {
    field: ({ node }, below) => below + (node.directives?.length ?? 0),
    fragment: (node, inner) => inner + (node.directives?.length ?? 0),
    beside: sum,
  });
  const all = count + (query.operation.directives?.length ?? 0);
  return over(
    "number of directives",
    all,
    limits.directives,
    "Put @include or @skip on a fragment instead of each field.",
  );
};
