import { kindOf } from "../ids.ts";
import type { DocumentKind } from "../clauses/clause.ts";
import type { Registry } from "../registry/registry.ts";
import type { Span } from "../span.ts";
import type { Layout } from "../text/blocks.ts";
import { overlapping, type Search } from "./found.ts";
import { addressesIn, isMention } from "./guards.ts";
import { namesAt, nameIndexOf, opensName, type NameHit, type NameIndex } from "./name-index.ts";
import { tokenFrom, tokenise, type Tokens } from "./tokens.ts";

/**
 * Prepares a laid out text for the finders: its words, and the registered names in its clauses. `title` is the title of a
 * statement, which names the statement itself and so cites none.
 */
export function openSearch(
  layout: Layout,
  clauses: readonly Span[],
  kind: DocumentKind,
  registry: Registry,
  title: Span | null = null,
): Search {
  const { text } = layout.view;
  const tokens = tokenise(text);
  const index = nameIndexOf(registry);
  const addresses = addressesIn(text);
  const hits = clauses
    .flatMap((clause) => namesIn(index, tokens, clause, clause === title ? isNoStatement : undefined))
    .filter((hit) => overlapping(addresses, hit).length === 0);
  return { text, tokens, addresses, clauses, title, blocks: layout.blocks, kind, registry, index, hits };
}

/** Longest names of a stretch from left to right; where a guard refuses the longest, a shorter one may stand. */
export function namesIn(
  index: NameIndex,
  tokens: Tokens,
  clause: Span,
  accepts: (hit: NameHit) => boolean = () => true,
): NameHit[] {
  const hits: NameHit[] = [];
  let at = tokenFrom(tokens, clause.start);
  while (at < tokens.count && (tokens.starts[at] ?? 0) < clause.end) {
    const hit = opensName(index, tokens, at) ? longestAt(index, tokens, at, clause.end, accepts) : undefined;
    if (hit) hits.push(hit);
    at = hit ? hit.next : at + 1;
  }
  return hits;
}

function longestAt(
  index: NameIndex,
  tokens: Tokens,
  at: number,
  limit: number,
  accepts: (hit: NameHit) => boolean,
): NameHit | undefined {
  const hits = namesAt(index, tokens, at, limit);
  for (let last = hits.length - 1; last >= 0; last--) {
    const hit = hits[last];
    if (hit && accepts(hit) && isMention(tokens.text, hit)) return hit;
  }
  return undefined;
}

function isNoStatement({ ids }: NameHit): boolean {
  return ids.every((id) => kindOf(id) !== "statement");
}
