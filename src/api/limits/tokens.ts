import type { Limits, Refusal } from "./limit.ts";

/** graphql-js 16 stops at `maxLexicalTokens` with this message and no code of its own. */
const stoppedCounting = /^Syntax Error: Document contains more that \d+ tokens/;

/**
 * The refusal of a query with too many tokens, or null where a syntax error says anything else. The parser counts, not a
 * rule: a query that is too long must not even be read to its end.
 */
export function tokenRefusal(syntaxError: string, limits: Limits): Refusal | null {
  if (!stoppedCounting.test(syntaxError)) return null;
  return {
    code: "QUERY_TOO_COMPLEX",
    limit: "number of tokens",
    value: `more than ${limits.tokens}`,
    allowed: `at most ${limits.tokens}`,
    remedy: "Ask in several queries, and put long lists of values into variables.",
  };
}
