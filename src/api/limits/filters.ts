import { askedFields, measure, sum } from "../query.ts";
import type { Query } from "../query.ts";
import { over } from "./limit.ts";
import type { Refusal, Rule } from "./limit.ts";

/** Conditions of all filters: each is a test that the database makes at every row. */
export const filterNodes: Rule = (query, limits) => {
  const count = measure(query, { field: ({ args }, below) => below + conditions(args.where), beside: sum });
  return over(
    "number of conditions in filters",
    count,
    limits.filterNodes,
    "Use in: [...] instead of many conditions.",
  );
};

/** Levels of AND, OR and NOT. */
export const filterDepth: Rule = (query, limits) => {
  const levels = Math.max(0, ...filtersOf(query).map(nesting));
  return over("depth of AND, OR and NOT", levels, limits.filterDepth, "Write the filter flatter.");
};

/** Values of one list in a filter, or in an argument of a question. */
export const filterValues: Rule = (query, limits) => {
  const longest = Math.max(0, ...textsOf(query).map(lengthOfList));
  const refusal = over("number of values in a filter", longest, limits.filterValues, "Ask in several queries.");
  return refusal && { ...refusal, code: "BAD_USER_INPUT" };
};

/** Length of one text in a filter, or in an argument of a question. */
export const filterLength: Rule = (query, limits) => {
  const longest = Math.max(0, ...textsOf(query).flat().map(lengthOfText));
  const refusal = over("length of a text in a filter", longest, limits.filterLength, "Filter by a shorter part of it.");
  return refusal && { ...refusal, code: "BAD_USER_INPUT" };
};

/** A filter without a condition below its top: the library takes `{ cites: { some: {} } }` for no filter at all. */
export const filterEmpty: Rule = (query) => {
  if (!filtersOf(query).some((filter) => values(filter).some(hasEmpty))) return null;
  return refusedEmpty;
};

const refusedEmpty: Refusal = {
  code: "BAD_USER_INPUT",
  limit: "number of conditions in a part of a filter",
  value: 0,
  allowed: "at least 1",
  remedy: "Give each part a condition, and each variable of a filter a value.",
};

function filtersOf(query: Query): readonly unknown[] {
  return askedFields(query).flatMap(({ args }) => (args.where == null ? [] : [args.where]));
}

/** What stands in filters and in the arguments of questions: texts, numbers and lists of them. A phrase has a limit of its own. */
function textsOf(query: Query): readonly unknown[] {
  const bounded = askedFields(query).flatMap(({ args }) => Object.entries(args).filter(([name]) => name !== "phrase"));
  return bounded.flatMap(([, value]) => leaves(value));
}

function values(filter: unknown): readonly unknown[] {
  return typeof filter === "object" && filter !== null ? Object.values(filter) : [];
}

function conditions(filter: unknown): number {
  if (Array.isArray(filter)) return isLeafList(filter) ? 0 : sum(filter.map(conditions));
  return values(filter).reduce((total: number, inner) => total + 1 + conditions(inner), 0);
}

function nesting(filter: unknown): number {
  if (Array.isArray(filter)) return Math.max(0, ...filter.map(nesting));
  if (typeof filter !== "object" || filter === null) return 0;
  const levels = Object.entries(filter).map(([key, inner]) => nesting(inner) + (combining.has(key) ? 1 : 0));
  return Math.max(0, ...levels);
}

const combining = new Set(["AND", "OR", "NOT"]);

/** Texts, numbers and lists of them. */
function leaves(filter: unknown): readonly unknown[] {
  if (Array.isArray(filter)) return isLeafList(filter) ? [filter] : filter.flatMap(leaves);
  return typeof filter === "object" && filter !== null ? values(filter).flatMap(leaves) : [filter];
}

function isLeafList(list: readonly unknown[]): boolean {
  return list.every((value) => typeof value !== "object" || value === null);
}

function hasEmpty(filter: unknown): boolean {
  if (Array.isArray(filter)) return filter.some(hasEmpty);
  if (typeof filter !== "object" || filter === null) return false;
  return values(filter).length === 0 || values(filter).some(hasEmpty);
}

function lengthOfList(leaf: unknown): number {
  return Array.isArray(leaf) ? leaf.length : 0;
}

function lengthOfText(leaf: unknown): number {
  return typeof leaf === "string" ? leaf.length : 0;
}
