import { isStatement, type Clause, type DocumentKind } from "../clauses/clause.ts";
import { kindOf } from "../ids.ts";
import type { Problem } from "../problem.ts";
import type { Registry } from "../registry/registry.ts";
import { contains, type Span } from "../span.ts";
import type { Layout } from "../text/blocks.ts";
import { quote, rawSpan, viewSpan } from "../text/view.ts";
import { findCandidates } from "./candidates.ts";
import { contradictions, ownNames } from "./contradictions.ts";
import { findDefinitions, ownShortForms, type FoundDefinition } from "./definitions.ts";
import { findFacts } from "./facts.ts";
import { datedFinders, finders } from "./finders.ts";
import { clauseAt, overlapping, startingIn, withoutOverlaps, type Found, type Search } from "./found.ts";
import type { Candidate, Definition, DocumentFacts, Mention } from "./mention.ts";
import { governance, governed } from "./roles.ts";
import { openSearch } from "./search.ts";

/** What a document names, what it introduces short forms for, and what it says about itself. */
export interface FoundMentions {
  readonly facts: DocumentFacts;
  /** In reading order; no two overlap. */
  readonly mentions: readonly Mention[];
  readonly definitions: readonly Definition[];
  readonly candidates: readonly Candidate[];
  readonly problems: readonly Problem[];
}

/** Everything that the clauses of a document name. `file` names it in problems. */
export function findMentions(
  layout: Layout,
  clauses: readonly Clause[],
  kind: DocumentKind,
  registry: Registry,
  file: string,
): FoundMentions {
  const spans = clauses.map((clause) => viewSpan(layout.view, clause));
  const title = isStatement(kind) ? (spans[clauses.findIndex(({ role }) => role === "title")] ?? null) : null;
  const search = openSearch(layout, spans, kind, registry, title);
  const own = ownShortForms(search);
  const undated = withoutOwn(search, own, runFinders(search));
  const definitions = findDefinitions(search, undated);
  const named = [...undated, ...definedOnly(definitions)];
  const facts = findFacts(search, layout, clauses, withoutOverlaps(named));
  const dated = datedFinders.reduce<Found[]>(
    (found, finder) => [...found, ...finder.find(search, withoutOverlaps(found), facts)],
    named,
  );
  const all = withoutOwn(search, own, dated);
  const introduced = definitions.filter(({ form }) => form === "hereinafter").map(({ short }) => short);
  const inClauses = withoutOverlaps(all).filter(
    (item) => clauseAt(spans, item) !== -1 && !overlapping(introduced, item).some((short) => contains(short, item)),
  );
  const { candidates, found } = findCandidates(search, layout, clauses, inClauses);
  return {
    facts,
    mentions: toMentions(layout, clauses, spans, found),
    definitions: definitions.flatMap((definition) => toDefinition(layout, spans, found, definition) ?? []),
    candidates,
    problems: [...contradictions(layout, registry, file, found, definitions), ...ownNames(layout, own, file)],
  };
}

/** What a text calls by a short form of its own is not what the registry knows by it. */
function withoutOwn({ text }: Search, own: ReadonlyMap<string, Span>, found: readonly Found[]): readonly Found[] {
  if (own.size === 0) return found;
  return found.filter(({ start, end }) => !own.has(text.slice(start, end)));
}

function runFinders(search: Search): Found[] {
  return finders.reduce<Found[]>((found, finder) => [...found, ...finder.find(search, found)], []);
}

/** Mentions by names that the registry has in other words, or longer. */
function definedOnly(definitions: readonly FoundDefinition[]): Found[] {
  return definitions
    .filter(({ contradicts, shortened, id }) => (contradicts || shortened) && kindOf(id) !== "topic")
    .map(({ long, end, id }) => ({ start: long.start, end, headEnd: long.end, id, rule: "definition" }));
}

function toMentions(
  layout: Layout,
  clauses: readonly Clause[],
  spans: readonly Span[],
  found: readonly Found[],
): Mention[] {
  const { view } = layout;
  return found.map((item) => {
    const span = rawSpan(view, item);
    const clause = clauseAt(spans, item);
    const cited = isCited(item.id) ? govern(layout, clauses, spans, found, item, clause) : uncited;
    return { id: item.id, surface: quote(view, item), ...span, clause, rule: item.rule, ...cited };
  });
}

const uncited = { verb: null, manner: null, role: null };

function isCited(id: string): boolean {
  const kind = kindOf(id);
  return kind === "instrument" || kind === "statement";
}

function govern(
  layout: Layout,
  clauses: readonly Clause[],
  spans: readonly Span[],
  found: readonly Found[],
  item: Found,
  clause: number,
) {
  const own = clauses[clause];
  const span = spans[clause];
  if (!own || !span) return uncited;
  // An item of a list is governed by the verb of the clause that it belongs to.
  const governing = own.leads.length === 0 ? (clauses[own.parent ?? -1]?.leads ?? []) : own.leads;
  const leads = governing.map((lead) => ({ ...lead, ...viewSpan(layout.view, lead) }));
  const others = startingIn(found, Math.max(span.start, item.start - governed), item.start);
  return governance(layout.view.text, { ...span, leads }, item, others);
}

function toDefinition(
  layout: Layout,
  spans: readonly Span[],
  found: readonly Found[],
  definition: FoundDefinition,
): Definition | null {
  const { view } = layout;
  const { short, long, form } = definition;
  const clause = clauseAt(spans, short);
  if (clause === -1) return null;
  // "hereinafter" names this very thing, an acronym in parentheses its name.
  const same =
    form === "hereinafter"
      ? found.find(({ start, headEnd }) => start === long.start && headEnd === long.end)
      : undefined;
  return {
    short: view.text.slice(short.start, short.end),
    long: view.text.slice(long.start, long.end),
    id: same?.id ?? definition.id,
    ...rawSpan(view, short),
    clause,
  };
}
