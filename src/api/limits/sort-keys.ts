import { askedFields } from "../query.ts";
import { over } from "./limit.ts";
import type { Rule } from "./limit.ts";

/** Keys of the longest `sort`. */
export const sortKeys: Rule = (query, limits) => {
  const most = Math.max(0, ...askedFields(query).map(({ args }) => keysOf(args.sort)));
  return over("number of keys in sort", most, limits.sortKeys, "Sort by fewer keys: ties are broken by id anyway.");
};

function keysOf(sort: unknown): number {
  if (sort === "ASC" || sort === "DESC") return 1;
  if (typeof sort !== "object" || sort === null) return 0;
  return Object.values(sort).reduce((total: number, inner) => total + keysOf(inner), 0);
}
