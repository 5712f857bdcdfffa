import type { Config } from "../../config.ts";
import type { Query } from "../query.ts";

/** How much a query may ask for; each number is a setting (`ADG_LIMIT_…`), explained there. */
export interface Limits {
  readonly rows: number;
  readonly offset: number;
  readonly tokens: number;
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly rootFields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly sortKeys: number;
  readonly filterNodes: number;
  readonly filterDepth: number;
  readonly filterValues: number;
  readonly filterLength: number;
  readonly phrase: number;
  readonly cost: number;
}

/** Why a query is refused before anything runs. */
export interface Refusal {
  readonly code: "BAD_USER_INPUT" | "QUERY_TOO_COMPLEX" | "COST_LIMIT_EXCEEDED";
  /** What was measured, in words that finish "… of the query is too large". */
  readonly limit: string;
  /** What the query has. */
  readonly value: number | string;
  /** What it may have. */
  readonly allowed: string;
  /** A cheaper or a right way: a sentence that starts with a verb. */
  readonly remedy: string;
}

/** One rule: null where the query keeps to it. Rules come after validation and expect a valid operation. */
export type Rule = (query: Query, limits: Limits) => Refusal | null;

/** A refusal where a count is over its limit. */
export function over(limit: string, value: number, most: number, remedy: string): Refusal | null {
  if (value <= most) return null;
  return { code: "QUERY_TOO_COMPLEX", limit, value, allowed: `at most ${most}`, remedy };
}

/** The message of a refusal: limit, value and remedy. */
export function describeRefusal({ limit, value, allowed, remedy }: Refusal): string {
  return `${limit} is ${String(value)}, allowed is ${allowed}. ${remedy}`;
}

/** The limits that the settings give. */
export function limitsOf(config: Config): Limits {
  return {
    rows: config.ADG_LIMIT_ROWS,
    offset: config.ADG_LIMIT_OFFSET,
    tokens: config.ADG_LIMIT_TOKENS,
    depth: config.ADG_LIMIT_DEPTH,
    introspectionDepth: config.ADG_LIMIT_INTROSPECTION_DEPTH,
    rootFields: config.ADG_LIMIT_ROOT_FIELDS,
    aliases: config.ADG_LIMIT_ALIASES,
    directives: config.ADG_LIMIT_DIRECTIVES,
    sortKeys: config.ADG_LIMIT_SORT_KEYS,
    filterNodes: config.ADG_LIMIT_FILTER_NODES,
    filterDepth: config.ADG_LIMIT_FILTER_DEPTH,
    filterValues: config.ADG_LIMIT_FILTER_VALUES,
    filterLength: config.ADG_LIMIT_FILTER_LENGTH,
    phrase: config.ADG_LIMIT_PHRASE,
    cost: config.ADG_LIMIT_COST,
  };
}
