import { kindOf } from "../ids.ts";
import type { Span } from "../span.ts";
import { asShortForm, isShortOf, longFormStart } from "./acronym.ts";
import { clauseAt, type Found, type Search } from "./found.ts";
import { idsOfForm, namesAt } from "./name-index.ts";
import { tokenFrom } from "./tokens.ts";
import { wordsOf } from "./short-form.ts";

/** A short form introduced by the text. Spans count in the view. */
export interface FoundDefinition {
  readonly short: Span;
  readonly long: Span;
  /** Behind the closing mark. */
  readonly end: number;
  readonly form: string;
  readonly id: string;
  /** The registry knows the short form, but not by this long one. */
  readonly contradicts: boolean;
  /** The long form is only the beginning of the registered name: `Code of Conduct (COC)`. */
  readonly shortened: boolean;
}

interface DefinitionForm {
  readonly id: string;
  /** The first group is the short form; the long one ends where the match starts. */
  readonly pattern: RegExp;
  /** Its long form must fit by letters, since the sign alone proves nothing. */
  readonly byLetters: boolean;
}

/** Ordered: the first that holds at a place counts. Adding a way to define is one entry here. */
export const definitionForms: readonly DefinitionForm[] = [
  {
    id: "hereinafter",
    pattern:
      /\s?\(\s?(?:hereinafter|hereafter|henceforth)?,?\s*(?:(?:to\s+be\s+)?(?:collectively\s+)?(?:referred\s+to|known)\s+as|called)?\s*(?:the\s+)?["“”'‘]([^"“”()]{2,44})["“”'’]\s?\)/gi,
    byLetters: false,
  },
  { id: "parenthesis", pattern: /\s?\(([^()"“”]{2,44})\)/g, byLetters: false },
  { id: "dash", pattern: /\s[–—-]\s(\p{Lu}{3,})(?=\)|[.,;]|$)/gu, byLetters: true },
];

/** Most words of a long form. */
const longest = 16;

/** The definitions in the clauses of a text, in order. The registry says what a registered short form stands for. */
export function findDefinitions(search: Search, found: readonly Found[]): FoundDefinition[] {
  const definitions: FoundDefinition[] = [];
  const ends = new Set<number>();
  const endings = Map.groupBy(found, ({ headEnd }) => headEnd);
  for (const { id: form, pattern, byLetters } of definitionForms) {
    for (const match of search.text.matchAll(pattern)) {
      const inside = match[1] ?? "";
      const short = asShortForm(inside);
      const clause =
        search.clauses[clauseAt(search.clauses, { start: match.index, end: match.index + match[0].length })];
      const end = match.index + match[0].length;
      if (short === null || !clause || ends.has(end)) continue;
      const start = match.index + match[0].indexOf(inside) + inside.indexOf(short);
      const place = { clause, at: match.index, short, form, byLetters };
      const long = longForm(search, endings, place);
      if (!long) continue;
      ends.add(end);
      definitions.push({ ...long, short: { start, end: start + short.length }, end, form });
    }
  }
  return definitions.sort((a, b) => a.short.start - b.short.start);
}

interface Place {
  readonly clause: Span;
  /** Where the long form ends. */
  readonly at: number;
  readonly short: string;
  readonly form: string;
  readonly byLetters: boolean;
}

type LongForm = Pick<FoundDefinition, "long" | "id" | "contradicts" | "shortened">;

/** Mentions by the offset where their names end. */
type Endings = ReadonlyMap<number, readonly Found[]>;

function longForm(search: Search, found: Endings, place: Place): LongForm | null {
  const registered = registeredLong(search, found, place);
  if (registered) return registered;
  const known = idsOfForm(search.index, place.short).filter((id) => kindOf(id) !== "person");
  const [id, ...more] = known;
  if (id === undefined || more.length > 0) return null;
  const long = lettersLong(search, place);
  if (long && isBeginning(search, long, id)) return { long, id, contradicts: false, shortened: true };
  return long && resembles(search, long, id) ? { long, id, contradicts: true, shortened: false } : null;
}

/** A registered name, or a mention, that ends where the short form begins. */
function registeredLong(search: Search, found: Endings, place: Place): LongForm | null {
  const known = idsOfForm(search.index, place.short);
  const candidates = [...namesEndingAt(search, place), ...mentionsEndingAt(found, place)];
  const same = candidates.filter(({ ids }) => ids.some((id) => known.includes(id)));
  const fitting = (known.length > 0 ? same : candidates).filter(
    ({ long }) => known.length > 0 || fitsLetters(search, long, place),
  );
  const ranked = fitting
    .filter(({ long }) => !place.byLetters || fitsLetters(search, long, place))
    .map((candidate) => ({ ...candidate, fits: isShortOf(wordsOf(search, candidate.long), place.short) }))
    .sort((a, b) => Number(b.fits) - Number(a.fits) || a.long.start - b.long.start);
  const best = ranked.find(({ long }) => !/^\d{4}\b/.test(search.text.slice(long.start, long.end))) ?? ranked[0];
  const id = best?.ids.find((candidate) => known.length === 0 || known.includes(candidate));
  return best && id !== undefined ? { long: best.long, id, contradicts: false, shortened: false } : null;
}

interface Ending {
  readonly long: Span;
  readonly ids: readonly string[];
}

function namesEndingAt(search: Search, { clause, at }: Place): Ending[] {
  const { tokens } = search;
  const last = tokenFrom(tokens, at) - 1;
  const endings: Ending[] = [];
  for (let from = last; from > last - longest && from >= 0 && (tokens.starts[from] ?? 0) >= clause.start; from--) {
    const hit = namesAt(search.index, tokens, from, at).find(({ end }) => end === at);
    if (hit) endings.push({ long: { start: hit.start, end: hit.end }, ids: hit.ids });
  }
  return endings;
}

function mentionsEndingAt(found: Endings, { at }: Place): Ending[] {
  return (found.get(at) ?? []).map(({ start, headEnd, id }) => ({ long: { start, end: headEnd }, ids: [id] }));
}

function fitsLetters(search: Search, long: Span, { short }: Place): boolean {
  return longFormStart(wordsOf(search, long), short) !== null;
}

/** The words before a short form whose letters make it, within the clause. */
function lettersLong(search: Search, { clause, at, short }: Pick<Place, "clause" | "at" | "short">): Span | null {
  const { tokens } = search;
  const last = tokenFrom(tokens, at) - 1;
  let first = last;
  while (first > 0 && last - first < longest - 1 && (tokens.starts[first - 1] ?? 0) >= clause.start) {
    const between = search.text.slice(tokens.ends[first - 1], tokens.starts[first]);
    if (/[;:.()]|, /.test(between)) break;
    first--;
  }
  const span = { start: tokens.starts[first] ?? at, end: at };
  const start = longFormStart(wordsOf(search, span), short);
  return start === null ? null : { start: tokens.starts[first + start] ?? at, end: at };
}

/** Least share of the words that a long form has in common with the registered name that its short form belongs to. */
const alike = 0.6;

/** Two words or more with which a registered name of `id` begins, as it is written. */
function isBeginning({ text, registry }: Search, { start, end }: Span, id: string): boolean {
  const long = text.slice(start, end);
  return long.includes(" ") && registry.names.some((name) => name.id === id && name.text.startsWith(`${long} `));
}

function resembles(search: Search, long: Span, id: string): boolean {
  return likeness(search, long, id) >= alike;
}

/** Greatest share of its words, 0 to 1, that a long form has in common with a registered name of three words or more. */
function likeness(search: Search, long: Span, id: string): number {
  const own = new Set(wordsOf(search, long).map((word) => word.toLowerCase()));
  const names = search.registry.names.filter((name) => name.id === id).map(({ text }) => text);
  const shares = names.flatMap((name) => {
    const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const shared = words.filter((word) => own.has(word)).length;
    return words.length >= 3 ? [shared / Math.max(words.length, own.size)] : [];
  });
  return Math.max(0, ...shares);
}

/** Characters before a short form by which it is known again. */
const wordsCompared = 60;

/** A long form with fewer words of the registered name than this is the name of something else. */
const foreign = 0.34;

/**
 * Short forms that a text takes for a name of its own, though the registry knows them for another: `Trilateral Airlift
 * Compact (TAC)`. By the short form; the span is that of the long one.
 */
export function ownShortForms(search: Search): ReadonlyMap<string, Span> {
  const own = new Map<string, Span>();
  const known = new Set<string>();
  for (const match of search.text.matchAll(/\s?\(([^()"“”]{2,12})\)/g)) {
    // The same words before the same form say the same again.
    const words = search.text.slice(Math.max(0, match.index - wordsCompared), match.index + match[0].length);
    if (known.has(words)) continue;
    known.add(words);
    const short = asShortForm(match[1] ?? "");
    const ids = short === null ? [] : idsOfForm(search.index, short).filter((id) => kindOf(id) !== "person");
    const clause = search.clauses[clauseAt(search.clauses, { start: match.index, end: match.index + match[0].length })];
    if (short === null || !clause || ids.length === 0 || own.has(short)) continue;
    const long = lettersLong(search, { clause, at: match.index, short });
    if (!long || !isProperName(search.text.slice(long.start, long.end))) continue;
    if (ids.every((id) => likeness(search, long, id) < foreign && !isBeginning(search, long, id))) own.set(short, long);
  }
  return own;
}

/** Two words or more, each with a capital but for the small ones. */
function isProperName(text: string): boolean {
  const words = text.split(/[\s-]+/).filter((word) => word.length > 3);
  return words.length >= 2 && words.every((word) => /^\p{Lu}/u.test(word));
}
