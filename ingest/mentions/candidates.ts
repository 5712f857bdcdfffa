import { kindOf } from "../ids.ts";
import { contains, type Span } from "../span.ts";
import type { Layout } from "../text/blocks.ts";
import { quote, rawSpan, viewSpan } from "../text/view.ts";
import type { Clause, ClauseRole } from "../clauses/clause.ts";
import { isDraftingVerb, leadAt } from "../clauses/verbs.ts";
import { asShortForm, longFormStart } from "./acronym.ts";
import { clauseAt, overlapping, type Found, type Search } from "./found.ts";
import type { Candidate } from "./mention.ts";
import { wordsOfNames } from "./name-words.ts";
import { wordKey } from "./tokens.ts";

/** Head words of names, by the kind of thing that they name. Adding one is one entry here. */
export const headWords: Readonly<Record<string, readonly string[]>> = {
  instrument: [
    "Accord",
    "Agreement",
    "Blueprint",
    "Charter",
    "Code of Conduct",
    "Communique",
    "Communiqué",
    "Compact",
    "Concept Paper",
    "Concord",
    "Consensus",
    "Convention",
    "Covenant",
    "Declaration",
    "Framework",
    "Guide",
    "Guidelines",
    "Guiding Principles",
    "Master Plan",
    "Memorandum",
    "Outlook",
    "Pact",
    "Plan",
    "Plan of Action",
    "Pledge",
    "Principles",
    "Procedure",
    "Procedures",
    "Protocol",
    "Review",
    "Roadmap",
    "Statement",
    "Strategy",
    "Terms of Reference",
    "Treaty",
    "Vision",
    "Work Plan",
    "Work Programme",
    "Deklarasi",
    "Kerangka Kerja",
    "Pelan",
    "Perjanjian",
    "Rangka Kerja",
    "Charte",
    "Déclaration",
    "Feuille de Route",
    "Traité",
  ],
  initiative: [
    "Centre",
    "Center",
    "Facility",
    "Fund",
    "Hotline",
    "Hub",
    "Infrastructure",
    "Initiative",
    "Link",
    "Mechanism",
    "Network",
    "Partnership",
    "Platform",
    "Portal",
    "Program",
    "Programme",
    "Project",
    "Taskforce",
    "Inisiatif",
    "Jaringan",
    "Pusat",
    "Rangkaian",
    "Mécanisme",
    "Réseau",
    "Task Force",
  ],
  activity: [
    "Conference",
    "Course",
    "Drill",
    "Exercise",
    "Seminar",
    "Symposium",
    "Training",
    "Workshop",
    "Workshops",
    "Eksesais",
    "Latihan",
    "Exercice",
  ],
  organisation: [
    "Academy",
    "Armed Forces",
    "Association",
    "Commission",
    "Committee",
    "Community",
    "Council",
    "Department",
    "Institute",
    "Ministry",
    "Organisation",
    "Organization",
    "Union",
    "University",
    "Working Group",
  ],
  series: ["Dialogue", "Forum", "Meeting", "Summit"],
};

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
  /^(?:\s|(?:of|on|for|the|and|in|to|with|against|towards)\s)+|(?:\s|\s(?:of|on|for|the|and|in|to|with|against|towards))+$/gu;

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
  const own = new Set(named.flatMap(({ short }) => short ?? []));
  const alone = acronyms(search, spans, mentions).filter(({ start, end }) => !own.has(search.text.slice(start, end)));
  const unknown = [...named, ...alone]
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

const general = new Set<string>(["organisation", "country", "series"]);

/** What may stand inside the name of something else: ASEAN, a country, a forum; a city only where the name begins with it. */
function isGeneral({ id, start }: Found, phrase: Span): boolean {
  return general.has(kindOf(id) ?? "") || (kindOf(id) === "place" && start === phrase.start);
}

/** A mention of ASEAN or of a country inside a longer unknown name does not make the name known. */
function isOnlyWithin(item: Found, phrase: Phrase): boolean {
  return isGeneral(item, phrase) && contains(phrase, item) && item.end - item.start < phrase.end - phrase.start;
}

/** A phrase with less cannot be a name with three words in capitals. */
const threeWords = /\s\S+\s/;

function phrases(search: Search, clauses: readonly Span[], mentions: readonly Found[]): Phrase[] {
  return clauses.flatMap((clause) => {
    const text = search.text.slice(clause.start, clause.end);
    if (!/\p{Ll}/u.test(text)) return [];
    return [...text.matchAll(capitalised)].flatMap((match) => {
      if (!threeWords.test(match[0])) return [];
      const start = clause.start + match.index + skippedAtStart(match[0], text, match.index);
      const end = clause.start + match.index + match[0].length;
      return piecesAround(search.text, { start, end }, mentions).flatMap(
        (piece) => named(search, piece, mentions) ?? [],
      );
    });
  });
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
  if (words < 3) return null;
  const own = [...phrase.matchAll(headPattern)].filter(
    ({ index, 0: head }) =>
      overlapping(mentions, { start: span.start + index, end: span.start + index + head.length }).length === 0,
  );
  const head = own.at(-1)?.[0];
  const guess = heads.find((entry) => entry.word === head)?.guess;
  return guess === undefined ? null : { ...span, guess };
}

function skippedAtStart(phrase: string, text: string, at: number): number {
  const lead = at < 3 ? (leadAt(text, 0, "participle") ?? leadAt(text, 0, "base")) : null;
  const from = lead && lead.end > at ? Math.min(phrase.length, lead.end - at + 1) : 0;
  const rest = phrase.slice(from);
  return from + (opening.exec(rest)?.[0].length ?? /^(?:\p{Ll}+\s)*/u.exec(rest)?.[0].length ?? 0);
}

const acronym = /(?<![\p{L}\p{N}./-])\p{Lu}[\p{Lu}\d]{2,9}s?(?![\p{L}\p{N}/-])/gu;
const commonAcronym =
  /^(?:[IVXLC]+|COVID|ICTs?|USD|GMT|PDF|ADMM|ASEAN|CEO|TV|EWGs?|DONE|ISSUED|SIGNED|SHALL|WILL|MUST|MAY|CAN|NOT|AND|THE|FOR|WITH|THAT|ALL|HAVE|HAS|ARE|BEING|HEREBY|ANNEX|WHEREAS|FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|FINALLY|LASTLY|KAMI|NOUS|TÔI|MEDIA|PRESS|RELEASE)$/;

/** Acronyms that no mention covers and that the registry does not know. */
function acronyms(search: Search, clauses: readonly Span[], found: readonly Found[]): Phrase[] {
  return clauses.flatMap((clause) => {
    const text = search.text.slice(clause.start, clause.end);
    if (!/\p{Ll}/u.test(text)) return [];
    return [...text.matchAll(acronym)].flatMap((match) => {
      const start = clause.start + match.index;
      const span = { start, end: start + match[0].length };
      const known = overlapping(search.hits, span).length > 0 || overlapping(found, span).length > 0;
      const common = isDraftingVerb(match[0]) || commonAcronym.test(match[0]);
      if (known || common || isShouted(text, match) || isAgency(text, match)) return [];
      return [{ ...span, guess: match[0].endsWith("s") ? "group" : "organisation" }];
    });
  });
}

/** A news agency at the place where reports name theirs: `Jakarta (ANTARA) - `, `… said. — BERNAMA`. */
function isAgency(text: string, match: RegExpExecArray): boolean {
  const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
  return (
    (before.length < 80 && before.endsWith("(") && /^(?:\/[^)]*)?\)\s?(?:--|[-–—]|$)/.test(after)) ||
    (/(?:--|[-–—/])\s?$/.test(before.slice(-3)) && /^\W*$/.test(after))
  );
}

/** Beside another word in capitals: a heading or a name in print, no acronym. */
function isShouted(text: string, match: RegExpExecArray): boolean {
  const end = match.index + match[0].length;
  return (
    /^[\s,]+\p{Lu}{3,}/u.test(text.slice(end, end + 8)) ||
    /\p{Lu}{3,}[\s,]+$/u.test(text.slice(Math.max(0, match.index - 8), match.index))
  );
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
