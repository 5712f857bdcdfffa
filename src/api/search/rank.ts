import { footnoteOf } from "../reference.ts";
import type { Reference } from "../reference.ts";
import { fits, matchOf } from "./match.ts";
import type { Match } from "./match.ts";
import type { Phrase } from "./phrase.ts";
import { snippetOf } from "./snippet.ts";
import type { Snippet } from "./snippet.ts";

/** A node that the full-text index offers. */
export interface Candidate {
  readonly id: string;
  readonly name: string | null;
  readonly abbreviation: string | null;
  readonly aliases: readonly string[] | null;
  readonly title: string | null;
  readonly symbol: string | null;
  readonly officialName: string | null;
  readonly text: string | null;
  readonly summary: string | null;
  readonly date: string | null;
  /** How to refer to it, for a clause; null for everything else. */
  readonly reference: Reference | null;
}

/** A candidate that fits, as the answer shows it. */
export interface Hit {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly fit: Match["fit"];
  readonly field: string;
  readonly snippet: string;
  readonly hits: Snippet["hits"];
  readonly within: { readonly id: string; readonly name: string; readonly kind: string } | null;
  readonly date: string | null;
  readonly reference: Reference | null;
}

interface Fitting {
  readonly candidate: Candidate;
  readonly field: string;
  /** Position of the field among those of a candidate. */
  readonly place: number;
  readonly text: string;
  readonly match: Match;
}

/**
 * The candidates that fit a phrase, best first. The order goes by what stands in the texts alone, so that it is the same
 * wherever the same graph is loaded: how well it fits; how many of the words are there; a name before a text, and the name
 * before another name; how little else stands there; and last the name and the id.
 */
export function rank(phrase: Phrase, candidates: readonly Candidate[], perKind: number): readonly Hit[] {
  const fitting = candidates.flatMap((candidate) => best(phrase, candidate)).sort(compare);
  const counts = new Map<string, number>();
  return fitting.map(hitOf).filter(({ kind }) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return (counts.get(kind) ?? 0) <= perKind;
  });
}

function best(phrase: Phrase, candidate: Candidate): readonly Fitting[] {
  const fitting = textsOf(candidate).flatMap(([field, text], place) => {
    const match = text === null ? null : matchOf(phrase, text, candidate.reference === null);
    return match === null || text === null ? [] : [{ candidate, field, place, text, match }];
  });
  return fitting.sort((a, b) => compareFit(a, b) || a.place - b.place || a.text.length - b.text.length).slice(0, 1);
}

function textsOf(candidate: Candidate): readonly (readonly [string, string | null])[] {
  return [
    ["name", candidate.name],
    ["abbreviation", candidate.abbreviation],
    ...(candidate.aliases ?? []).map((alias) => ["alias", alias] as const),
    ["title", candidate.title],
    ["symbol", candidate.symbol],
    ["official name", candidate.officialName],
    ["text", candidate.text],
    ["summary", candidate.summary],
  ];
}

function compareFit({ match: a }: Fitting, { match: b }: Fitting): number {
  return fits.indexOf(a.fit) - fits.indexOf(b.fit) || b.share - a.share;
}

function compare(a: Fitting, b: Fitting): number {
  return (
    compareFit(a, b) ||
    Number(a.candidate.reference !== null) - Number(b.candidate.reference !== null) ||
    a.text.length - b.text.length ||
    a.place - b.place ||
    inOrder(a.candidate.name ?? "", b.candidate.name ?? "") ||
    inOrder(a.candidate.id, b.candidate.id)
  );
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function hitOf({ candidate, field, text, match }: Fitting): Hit {
  const { id, reference, date } = candidate;
  const snippet = snippetOf(text, match.hits);
  return {
    id,
    kind: kindOf(id),
    name: reference === null ? (candidate.name ?? id) : footnoteOf(reference),
    fit: match.fit,
    field,
    snippet: snippet.text,
    hits: snippet.hits,
    within: reference && { id: reference.text.id, name: reference.text.name, kind: kindOf(reference.text.id) },
    date,
    reference,
  };
}

function kindOf(id: string): string {
  return id.slice(0, id.indexOf(":"));
}
