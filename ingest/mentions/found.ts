import type { DocumentKind } from "../clauses/clause.ts";
import { kindOf } from "../ids.ts";
import type { Registry } from "../registry/registry.ts";
import type { Span } from "../span.ts";
import type { Block } from "../text/blocks.ts";
import type { DocumentFacts } from "./mention.ts";
import type { NameHit, NameIndex } from "./name-index.ts";
import type { Tokens } from "./tokens.ts";

/** A mention in the making; spans count in the view. */
export interface Found extends Span {
  readonly id: string;
  /** Id of the finder. */
  readonly rule: string;
  /** End of the name itself, before a short form in parentheses that belongs to the span. */
  readonly headEnd: number;
}

/** What the finders look at. */
export interface Search {
  /** The view's text. */
  readonly text: string;
  readonly tokens: Tokens;
  /** Web and mail addresses, which name nothing. */
  readonly addresses: readonly Span[];
  /** View spans of the clauses, in order and disjoint: nothing is found outside them. */
  readonly clauses: readonly Span[];
  /** The clause of a statement that is its title, or null. */
  readonly title: Span | null;
  readonly blocks: readonly Block[];
  readonly kind: DocumentKind;
  readonly registry: Registry;
  readonly index: NameIndex;
  /** Registered names in the clauses, longest first match from left to right; topics and shared forms included. */
  readonly hits: readonly NameHit[];
}

/** A way to find mentions in a text, given those found before it. */
export interface Finder {
  readonly id: string;
  readonly find: (search: Search, found: readonly Found[]) => readonly Found[];
}

/** A way to find mentions that needs to know when and where the document was made. */
export interface DatedFinder {
  readonly id: string;
  readonly find: (search: Search, found: readonly Found[], facts: DocumentFacts) => readonly Found[];
}

/** A mention without a short form behind it. */
export function plainFound(span: Span, id: string, rule: string): Found {
  return { start: span.start, end: span.end, headEnd: span.end, id, rule };
}

/**
 * Where mentions overlap, the one that starts first stays, of those the longest, of those the one that was found last:
 * later finders know more. Ordered by start.
 */
export function withoutOverlaps(found: readonly Found[]): Found[] {
  const ranked = found
    .map((item, order) => ({ item, order }))
    .sort((a, b) => a.item.start - b.item.start || b.item.end - a.item.end || b.order - a.order);
  const kept: Found[] = [];
  let end = -1;
  for (const { item } of ranked) {
    if (item.start < end) continue;
    kept.push(item);
    end = item.end;
  }
  return kept;
}

/** Index of the first of some spans, ordered by start, that starts at `offset` or later. */
function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of some spans, ordered by start, that start in `[from, to)`. */
export function startingIn<T extends Span>(spans: readonly T[], from: number, to: number): readonly T[] {
  const first = firstFrom(spans, from);
  let end = first;
  while (end < spans.length && (spans[end]?.start ?? 0) < to) end++;
  return spans.slice(first, end);
}

/** Those of some spans, ordered and disjoint, that share a character with `span`. */
export function overlapping<T extends Span>(spans: readonly T[], span: Span): readonly T[] {
  let first = firstFrom(spans, span.start);
  if (first > 0 && (spans[first - 1]?.end ?? 0) > span.start) first--;
  let end = first;
  while (end < spans.length && (spans[end]?.start ?? 0) < span.end) end++;
  return spans.slice(first, end);
}

/** Index of the clause that holds a span, or -1. Clauses are ordered. */
export function clauseAt(clauses: readonly Span[], span: Span): number {
  const at = firstFrom(clauses, span.start + 1) - 1;
  const clause = clauses[at];
  return clause && span.end <= clause.end ? at : -1;
}

/** Most characters between a name and the country that it is of. */
const countryReach = 10;

/** The country named directly behind the offset `at`, where what stands between the two fits `between`. `found` is ordered by start. */
export function countryBehind(
  { text }: Search,
  found: readonly Found[],
  at: number,
  between: RegExp,
): Found | undefined {
  return startingIn(found, at + 1, at + countryReach).find(
    ({ id, start }) => kindOf(id) === "country" && between.test(text.slice(at, start)),
  );
}
