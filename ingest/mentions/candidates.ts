import { kindOf } from "../ids.ts";
import { contains, overlaps, type Span } from "../span.ts";
import type { Layout } from "../text/blocks.ts";
import { quote, rawSpan, viewSpan } from "../text/view.ts";
import type { Clause, ClauseRole } from "../clauses/clause.ts";
import { leadAt } from "../clauses/verbs.ts";
import { asShortForm, longFormStart } from "./acronym.ts";
import { clauseAt, overlapping, type Found, type Search } from "./found.ts";
import type { Candidate } from "./mention.ts";
import { headWords } from "./head-words.ts";
import { idsOfForm } from "./name-index.ts";
import { wordsOfNames } from "./name-words.ts";
import { wordKey } from "./tokens.ts";
import { unknownAcronyms } from "./unknown-acronyms.ts";

const heads = Object.entries(headWords)
  .flatMap(([guess, words]) => words.map((word) => ({ guess, word })))
  .sort((a, b) => b.word.length - a.word.length);
const headPattern = new RegExp(
  `(?<![\\p{L}-])(?:${heads.map(({ word }) => word.replaceAll(" ", "\\s")).join("|")})(?![\\p{L}])`,
  "gu",
);

const word = String.raw`(?:\p{Lu}[\p{L}\p{N}'’-]*|\d{4}|&)`;
const joint = String.raw`(?:(?:of|on|for|in|to|against|towards)(?:\sthe)?|(?:des?|du|pour|sur)(?:\s(?:la|les))?|and|dan|bagi|untuk|et|&)`;
const capitalised = new RegExp(`${word}(?:\\s(?:${joint}\\s)?${word})*`, "gu");
/** What a piece of a phrase may not begin or end with. */
const loose =
  /^(?:\s|['’]s?\s|(?:of|on|for|the|and|in|to|with|against|towards)\s)+|(?:\s|\s(?:of|on|for|the|and|in|to|with|against|towards))+$/gu;

/** Words with which sentences begin, which are no part of a name. */
const opening =
  /^(?:The|This|That|These|Those|A|An|In|On|At|By|For|With|As|It|We|Our|Their|Its|He|She|Both|All|During|Under|Through|Since|Earlier|Additionally|Meanwhile|Also|Further|To|And|Such|Among|Minister|Ministers|Un|Une|Le|La|Les)\s(?:the\s)?/;

/**
 * Names that nobody has registered: capitalised phrases with a head word, and acronyms that stand for nothing known. Each
 * once, where it first stands. `found` are the mentions without those that are only a part of such a name.
 */
export function findCandidates(
  search: Search,
  layout: Layout,
  clauses: readonly Clause[],
  mentions: readonly Found[],
): { readonly candidates: readonly Candidate[]; readonly found: readonly Found[] } {
  const leads = clauses.flatMap((clause) => clause.leads.map((lead) => viewSpan(layout.view, lead)));
  const spans = search.clauses.filter((_, index) => !unread.has(clauses[index]?.role ?? "title"));
  const named = phrases(search, spans, mentions).map((phrase) => withShortForm(search, phrase));
  const groups = unknownGroups(search, spans, mentions).map((phrase) => withShortForm(search, phrase));
  const own = new Set([...named, ...groups].flatMap(({ short }) => short ?? []));
  const alone = unknownAcronyms(search, spans, mentions).filter(
    ({ start, end }) => !own.has(search.text.slice(start, end)),
  );
  const beside = [...named, ...alone].filter((phrase) => !groups.some((group) => overlaps(group, phrase)));
  const unknown = [...groups, ...beside]
    .filter((phrase) => overlapping(mentions, phrase).every((item) => isOnlyWithin(item, phrase)))
    .filter((phrase) => !overlapping(search.hits, phrase).some((hit) => hit.ids.length > 1 && contains(hit, phrase)))
    .filter((phrase) => !overlapping(leads, phrase).some((lead) => contains(lead, phrase)))
    .sort((a, b) => a.start - b.start);
  return {
    candidates: firstOfEach(search, layout, unknown),
    found: mentions.filter((item) => !overlapping(unknown, item).some((phrase) => isOnlyWithin(item, phrase))),
  };
}

function firstOfEach(search: Search, layout: Layout, unknown: readonly Phrase[]): Candidate[] {
  const surfaceOf = ({ start, end }: Phrase) => search.text.slice(start, end);
  const inClauses = unknown.filter((phrase) => clauseAt(search.clauses, phrase) !== -1);
  return [...Map.groupBy(inClauses, surfaceOf)].flatMap(([surface, [first, ...again]]) => {
    if (!first) return [];
    const { start, end, guess } = first;
    const clause = clauseAt(search.clauses, first);
    const span = rawSpan(layout.view, { start, end });
    const shown = quote(layout.view, { start, end });
    return [{ surface: shown, ...span, clause, guess, count: 1 + again.length, nearest: nearest(search, surface) }];
  });
}

/** Roles of clauses that hold marks of the document, or its own name. */
const unread = new Set<ClauseRole>([
  "title",
  "file_reference",
  "meta_line",
  "date_line",
  "dateline",
  "enacting_formula",
]);

interface Phrase extends Span {
  readonly guess: string;
  /** The acronym that the text gives the name. */
  readonly short?: string;
}

/** A name with the acronym of its own letters that follows in parentheses, which is no other name then. */
function withShortForm({ text }: Search, phrase: Phrase): Phrase {
  const match = /^ ?\(([^()]{2,20})\)/.exec(text.slice(phrase.end, phrase.end + 24));
  const short = match ? asShortForm(match[1] ?? "") : null;
  const words = text.slice(phrase.start, phrase.end).split(/[\s-]+/);
  if (!match || short === null || longFormStart(words, short) === null) return phrase;
  return { ...phrase, end: phrase.end + match[0].length, short };
}

/** A working group by a field of its own. */
const groupHead = new RegExp(
  String.raw`(?<![\p{L}-])(?:ADMM(?:-Plus)?\s+)?(?:EWG|Experts?['’]?s?['’]?\s+Working\s+Group)\s+(?:\([^()]{2,12}\)\s+)?on\s+(?:the\s+)?(?=\p{Lu})`,
  "gu",
);

const fieldName = new RegExp(`^${capitalised.source}`, "u");

/** Working groups that nobody has registered: `EWG on` and a field that no group has. */
function unknownGroups(search: Search, clauses: readonly Span[], mentions: readonly Found[]): Phrase[] {
  return [...search.text.matchAll(groupHead)].flatMap((match) => {
    const field = match.index + match[0].length;
    const end = field + (fieldName.exec(search.text.slice(field, field + 120))?.[0].length ?? 0);
    const span = { start: match.index, end };
    const known = overlapping(mentions, span).some(({ id }) => kindOf(id) === "working-group");
    return known || clauseAt(clauses, span) === -1 ? [] : [{ ...span, guess: "organisation" }];
  });
}

const general = new Set<string>(["organisation", "country", "series"]);

/** What may stand inside the name of something else: ASEAN, a country, a forum; a city only where the name begins with it. */
function isGeneral({ id, start }: Found, phrase: Span): boolean {
  const kind = kindOf(id) ?? "";
  return general.has(kind) || id === "group:ewgs" || (kind === "place" && start === phrase.start);
}

/** A mention of ASEAN or of a country inside a longer unknown name does not make the name known. */
function isOnlyWithin(item: Found, phrase: Phrase): boolean {
  return isGeneral(item, phrase) && contains(phrase, item) && item.end - item.start < phrase.end - phrase.start;
}

/** A phrase with less cannot be a name. */
const severalWords = /\s\S/;
const threeWords = /\s\S+\s/;

function phrases(search: Search, clauses: readonly Span[], mentions: readonly Found[]): Phrase[] {
  return clauses.flatMap((clause) => {
    const text = search.text.slice(clause.start, clause.end);
    if (!/\p{Ll}/u.test(text)) return [];
    return [...text.matchAll(capitalised)].flatMap((match) => {
      if (!severalWords.test(match[0])) return [];
      const start = clause.start + match.index + skippedAtStart(match[0], text, match.index);
      const end = clause.start + match.index + match[0].length;
      return piecesAround(search.text, { start, end }, mentions)
        .flatMap((piece) => coordinated(search.text, piece))
        .flatMap((piece) => named(search, piece, mentions) ?? []);
    });
  });
}

const endsInHead = new RegExp(`(?:${headPattern.source})$`, "u");

/** Two names that "and" joins, where each is one by itself: `the Raisina Dialogue and Exercise Calm Harbour`. */
function coordinated(text: string, { start, end }: Span): Span[] {
  const phrase = text.slice(start, end);
  for (const { index, 0: joint } of phrase.matchAll(/ and /g)) {
    const [left, right] = [phrase.slice(0, index), phrase.slice(index + joint.length)];
    const stands = isPair(right) || (threeWords.test(right) && endsInHead.test(right));
    if (severalWords.test(left) && endsInHead.test(left) && stands) {
      return [{ start, end: start + index }, ...coordinated(text, { start: start + index + joint.length, end })];
    }
  }
  return [{ start, end }];
}

/** What is left of a phrase when the names that are known are taken out of it; the general ones may be part of a name. */
function piecesAround(text: string, phrase: Span, mentions: readonly Found[]): Span[] {
  const known = overlapping(mentions, phrase).filter(
    (item) =>
      !isGeneral(item, phrase) || (item.start <= phrase.start && standsApart.test(text.slice(item.end, item.end + 9))),
  );
  const starts = [phrase.start, ...known.map(({ end }) => end)];
  const ends = [...known.map(({ start }) => start), phrase.end];
  return starts.map((start, at) => {
    const whole = text.slice(start, Math.max(start, ends[at] ?? start));
    const trimmed = whole.replace(loose, "");
    const from = start + Math.max(0, whole.indexOf(trimmed));
    return { start: from, end: from + trimmed.length };
  });
}

/** A forum before such a word is no part of the name behind it: `the ACDFM on the … Course`. */
const standsApart = /^ (?:on|for|to|in|and|against|towards) /;

/** A phrase with a head word of its own and at least three words in capitals, with what the head says it is. */
function named(search: Search, span: Span, mentions: readonly Found[]): Phrase | null {
  const phrase = search.text.slice(span.start, span.end);
  const words = phrase.split(/\s/).filter((each) => /^\p{Lu}/u.test(each)).length;
  // `One Vision, One Identity and One Community` is a motto.
  if (words < 2 || /^One\s/.test(phrase)) return null;
  const own = [...phrase.matchAll(headPattern)].filter(
    ({ index, 0: head }) =>
      overlapping(mentions, { start: span.start + index, end: span.start + index + head.length }).length === 0,
  );
  const head = own.at(-1)?.[0];
  const guess = heads.find((entry) => entry.word === head)?.guess;
  if (guess === undefined) return spelledOut(search, span);
  return words < 3 && !isPair(phrase) ? null : { ...span, guess };
}

/** A name without a head word, of whose letters an unknown acronym behind it is made: `ASEAN Armies Rifle Meet (AARM)`. */
function spelledOut(search: Search, span: Span): Phrase | null {
  const { short } = withShortForm(search, { ...span, guess: "" });
  if (short === undefined || idsOfForm(search.index, short).length > 0) return null;
  const words = [...search.text.slice(span.start, span.end).matchAll(/[^\s-]+/g)];
  const first = longFormStart(
    words.map(([each]) => each),
    short,
  );
  const from = span.start + (words[first ?? 0]?.index ?? 0);
  return words.length - (first ?? 0) < 3 ? null : { start: from, end: span.end, guess: "organisation" };
}

/** Two words that are a name all the same: the second says what it is, and the first is no adjective of the genre. */
const properPair =
  /^(?!(?:Joint|Political|Ministerial|Annual|Regular|Defen[cs]e|Security|Military|Maritime|Naval|Regional|National|International|Global|Strategic|Strategy|Informal|Formal|Special|Final|Draft|Bilateral|Trilateral|Multilateral|Humanitarian|Peace|Peacekeeping|Cyber|Public|Private|Youth|Expert|Experts|Working|Policy|Leaders|Ministers|Plenary|Inaugural|First|Second|Third|Senior|High|Economic|Trade|Civil|Field|Table-top|Virtual|Plus|Partner|Partnership|Chairman|Opening|Closing|New|Our|Open)\s)\p{Lu}\p{Ll}[\p{L}’'-]+\s(?:Accord|Communiqué|Concord|Consensus|Declaration|Dialogue|Forum|Initiative|Network|Protocol|Treaty)$/u;

/** `Exercise Calm Harbour` is a name, `Exercise restraint` a decision. */
const namedExercise =
  /^(?:Exercise|Eksesais|Latihan)\s(?!(?:Where|When|Who|What|Date|Place|Name|Host|Year)\b)\p{Lu}\p{Ll}/u;

/** True where two words are a name. */
function isPair(phrase: string): boolean {
  return properPair.test(phrase) || namedExercise.test(phrase);
}

function skippedAtStart(phrase: string, text: string, at: number): number {
  const lead =
    at < 3 && !namedExercise.test(phrase) ? (leadAt(text, 0, "participle") ?? leadAt(text, 0, "base")) : null;
  const from = lead && lead.end > at ? Math.min(phrase.length, lead.end - at + 1) : 0;
  const rest = phrase.slice(from);
  return from + (opening.exec(rest)?.[0].length ?? /^(?:\p{Ll}+\s)*/u.exec(rest)?.[0].length ?? 0);
}

const leastShared = 0.3;
const mostNearest = 3;

/** Registry entries whose names share the most words with a phrase, best first. */
function nearest(search: Search, surface: string): string[] {
  const own = new Set((surface.match(/[\p{L}\p{N}]+/gu) ?? []).map(wordKey));
  const shared = new Map<number, number>();
  const { byWord, names } = wordsOfNames(search.index);
  for (const key of own) for (const name of byWord.get(key) ?? []) shared.set(name, (shared.get(name) ?? 0) + 1);
  const best = new Map<string, number>();
  for (const [at, count] of shared) {
    const name = names[at];
    const score = name ? count / (own.size + name.words - count) : 0;
    if (name && score >= leastShared && score > (best.get(name.id) ?? 0)) best.set(name.id, score);
  }
  return [...best]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostNearest)
    .map(([id]) => id);
}
