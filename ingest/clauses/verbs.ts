import type { Span } from "../span.ts";
import {
  foreignAdverbs,
  frenchAdjectives,
  frenchStems,
  frenchVerbs,
  malayVerbs,
  vietnameseVerbs,
  type VerbTable,
} from "./foreign-leads.ts";
import { leadAdjectives, leadAdverbs, manners, secondaryManners, verbsOfManner, type Manner } from "./leads.ts";

/** `participle` opens preambular clauses (RECALLING, MINDFUL), `base` operative ones (RECALL); the others stand in sentences. */
export type VerbForm = "participle" | "base" | "past" | "third";

/** A drafting verb found in a text; the span has the adverbs and particles that belong to it. */
export interface FoundVerb extends Span {
  readonly manner: Manner;
  readonly form: VerbForm;
}

interface Entry {
  readonly form: VerbForm;
  readonly manner: Manner;
  /** Further words of a phrase: `note` of `taking note`. */
  readonly rest: readonly string[];
}

const doubled = new Set(["commit", "deter", "fulfil", "admit", "set", "step", "commend to", "refer", "transfer"]);
const irregularPast: Readonly<Record<string, string>> = {
  uphold: "upheld",
  take: "took",
  bear: "bore",
  build: "built",
  seek: "sought",
  undertake: "undertook",
  understand: "understood",
  set: "set",
  keep: "kept",
  see: "saw",
  draw: "drew",
  make: "made",
  hold: "held",
  forge: "forged",
  draft: "drafted",
  put: "put",
  pay: "paid",
};

function participle(base: string): string {
  if (doubled.has(base)) return `${base}${base.slice(-1)}ing`;
  return /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`;
}

function past(base: string): string {
  const irregular = irregularPast[base];
  if (irregular !== undefined) return irregular;
  if (doubled.has(base)) return `${base}${base.slice(-1)}ed`;
  if (base.endsWith("e")) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}

function third(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`;
}

const inflections: Readonly<Record<VerbForm, (base: string) => string>> = {
  participle,
  base: (base) => base,
  past,
  third,
};

type FormsOf = (base: string) => readonly (readonly [VerbForm, string])[];

const english: FormsOf = (base) =>
  (["participle", "base", "past", "third"] as const).map((form) => [form, inflections[form](base)]);

/** Verbs that open reasons and decisions alike. */
const uninflected: FormsOf = (base) => [
  ["participle", base],
  ["base", base],
];

/** `encourager`, `encourageons` and `encourageant`. */
const french: FormsOf = (infinitive) => [
  ["base", infinitive],
  ["base", `${frenchStem(infinitive)}ons`],
  ["participle", `${frenchStem(infinitive)}ant`],
];

function frenchStem(infinitive: string): string {
  const known = frenchStems[infinitive];
  if (known !== undefined) return known;
  if (infinitive.endsWith("ir")) return `${infinitive.slice(0, -1)}ss`;
  return infinitive.slice(0, -2).replace(/g$/, "ge").replace(/c$/, "ç");
}

/** Words before a French verb that are not inflected: `se féliciter`, `s'inspirer`. */
const pronouns = new Set(["s", "se", "nous"]);

/** Every table of verbs, and how the verbs of each are inflected. */
const tables: readonly { readonly verbs: VerbTable; readonly formsOf: FormsOf }[] = [
  { verbs: verbsOfManner, formsOf: english },
  { verbs: malayVerbs, formsOf: uninflected },
  { verbs: vietnameseVerbs, formsOf: uninflected },
  { verbs: frenchVerbs, formsOf: french },
];

/** Every form of every verb by its first word; longer phrases first. */
function buildLexicon(): ReadonlyMap<string, readonly Entry[]> {
  const lexicon = new Map<string, Entry[]>();
  const add = (word: string, entry: Entry) => {
    const entries = lexicon.get(word);
    if (entries) entries.push(entry);
    else lexicon.set(word, [entry]);
  };
  for (const { verbs, formsOf } of tables) {
    for (const manner of manners) {
      for (const phrase of verbs[manner] ?? []) {
        const [first = "", ...others] = phrase.split(" ");
        const [verb = "", ...rest] = pronouns.has(first) ? others : [first, ...others];
        for (const [form, word] of formsOf(verb)) {
          if (verb === first) add(word, { form, manner, rest });
          else add(first, { form, manner, rest: [word, ...rest] });
        }
      }
    }
  }
  for (const [word, manner] of Object.entries(leadAdjectives)) add(word, { form: "participle", manner, rest: [] });
  for (const [word, manner] of Object.entries(frenchAdjectives)) {
    for (const ending of word.endsWith("x") ? [""] : ["", "s", "e", "es"]) {
      add(`${word}${ending}`, { form: "participle", manner, rest: [] });
    }
  }
  for (const entries of lexicon.values()) entries.sort((a, b) => b.rest.length - a.rest.length);
  return lexicon;
}

const lexicon = buildLexicon();
const adverbs = new Set([...leadAdverbs, ...foreignAdverbs]);
const particles = new Set(["by", "upon", "that"]);

interface Word extends Span {
  readonly text: string;
  /** Lower case, -ize written -ise. */
  readonly key: string;
}

const wordPattern = /[\p{L}-]+/gu;

function wordsFrom(text: string, at: number, count: number): Word[] {
  const words: Word[] = [];
  wordPattern.lastIndex = at;
  while (words.length < count) {
    const match = wordPattern.exec(text);
    if (!match) break;
    const alone = capitalsBefore(match[0]);
    if (alone > 0) wordPattern.lastIndex = match.index + alone;
    words.push(readWord(alone > 0 ? match[0].slice(0, alone) : match[0], match.index));
  }
  return words;
}

/** Length of a word in capitals from which the blank behind has been lost (`UNDERLININGthe`); 0 where there is none. */
function capitalsBefore(text: string): number {
  if (text.length < 7 || !isSmall(text, text.length - 1) || isSmall(text, 3)) return 0;
  const run = /^\p{Lu}{5,}(?=\p{Ll}{2})/u.exec(text)?.[0] ?? "";
  // The last capital may be the first letter of the next word: `SUPPORTThailand`.
  return !lexicon.has(run.toLowerCase()) && lexicon.has(run.slice(0, -1).toLowerCase()) ? run.length - 1 : run.length;
}

function isSmall(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toUpperCase();
}

function readWord(text: string, start: number): Word {
  const lower = text.toLowerCase();
  const key = lower.includes("iz") ? lower.replace(/iz(e|es|ed|ing)$/, "is$1").replace(/^cognizan/, "cognisan") : lower;
  return { text, key: wholeAgain(text, key), start, end: start + text.length };
}

/** A verb that a line end has cut, or that lost its last letter, is read whole: `recognis-ing`, `RECALLIN`. */
function wholeAgain(text: string, key: string): string {
  if (!key.includes("-") && !text.endsWith("IN")) return key;
  const whole = [key.replace("-", ""), `${key}g`].find((each) => lexicon.has(each));
  return !lexicon.has(key) && whole !== undefined ? whole : key;
}

/** Long forms by their letters in alphabetical order: a slip of two letters leaves these as they are. */
const byLetters = new Map([...lexicon.keys()].filter((key) => key.length > 8).map((key) => [lettersOf(key), key]));

function lettersOf(key: string): string {
  return key.split("").sort().join("");
}

function inCapitals({ text }: Word): boolean {
  return text.length > 1 && text === text.toUpperCase();
}

function phraseAt(words: readonly Word[], index: number, form: VerbForm): { entry: Entry; last: number } | null {
  for (const entry of lexicon.get(words[index]?.key ?? "") ?? []) {
    if (entry.form !== form) continue;
    if (entry.rest.every((word, offset) => words[index + 1 + offset]?.key === word)) {
      return { entry, last: index + entry.rest.length };
    }
  }
  return null;
}

/**
 * The verb in lead position at `at`, or null. Adverbs before it belong to it (`DEEPLY CONCERNED`), and so does the verb
 * after HAVING; adverbs and particles after it only where they are printed like it (`GUIDED BY`, `RECALLING FURTHER`).
 */
export function leadAt(text: string, at: number, form: "participle" | "base"): FoundVerb | null {
  if (text.charAt(at + 1) === " " && text.charAt(at + 3) === " ") return spacedLead(text, at, form);
  const [opening] = wordsFrom(text, at, 1);
  // Few words can open a lead: the others are not read on from.
  if (!opening || !(lexicon.has(opening.key) || adverbs.has(opening.key)))
    return form === "participle" && opening ? unknownLead(text, at, opening) : null;
  const words = wordsFrom(text, at, 7);
  let index = 0;
  while (adverbs.has(words[index]?.key ?? "") && index < 3 && !isVerbItself(words, index, form)) index++;
  const found = phraseAt(words, index, form);
  const first = words[0];
  const verb = words[found?.last ?? -1];
  if (!found || !first || !verb || !onlyBlanks(text, at, first.start)) return null;
  const having = form === "participle" && verb.key === "having" ? phraseAt(words, found.last + 1, "past") : null;
  const end = trailingEnd(text, words, having?.last ?? found.last);
  return { start: first.start, end, manner: having?.entry.manner ?? found.entry.manner, form };
}

/**
 * A participle in capitals that is not in the table leads a clause all the same, in the manner of the one that it is a slip
 * of: `GALVANISED by the support`, `ACKNOWLDEGING`.
 */
function unknownLead(text: string, at: number, { start, end, text: word }: Word): FoundVerb | null {
  if (!/^\p{Lu}{4,}(?:ING|ED)$/u.test(word) || !onlyBlanks(text, at, start)) return null;
  if (!/^\s\p{Ll}/u.test(text.slice(end, end + 2))) return null;
  const meant = lexicon
    .get(byLetters.get(lettersOf(word.toLowerCase())) ?? "")
    ?.find(({ form }) => form === "participle");
  return { start, end, manner: meant?.manner ?? "other", form: "participle" };
}

/** A verb whose letters are set apart: `R E C A L L I N G`. */
function spacedLead(text: string, at: number, form: "participle" | "base"): FoundVerb | null {
  const spaced = /^(?:\p{Lu} ){4,16}\p{Lu}(?!\p{L})/u.exec(text.slice(at, at + 40))?.[0];
  const entry = spaced && lexicon.get(readWord(spaced.replaceAll(" ", ""), at).key)?.find((each) => each.form === form);
  if (!spaced || !entry || entry.rest.length > 0) return null;
  return { start: at, end: at + spaced.length, manner: entry.manner, form };
}

/** FURTHER is an adverb before another lead and a verb of its own otherwise. */
function isVerbItself(words: readonly Word[], index: number, form: VerbForm): boolean {
  return phraseAt(words, index, form) !== null && !phraseAt(words, index + 1, form);
}

function onlyBlanks(text: string, from: number, to: number): boolean {
  return /^[\s“"‘'(*_]*$/.test(text.slice(from, to));
}

function trailingEnd(text: string, words: readonly Word[], last: number): number {
  const verb = words[last];
  const next = words[last + 1];
  if (!verb || !next || !/^\s+$/.test(text.slice(verb.end, next.start))) return verb?.end ?? 0;
  const capitals = inCapitals(verb);
  const feeling = capitals
    ? /^\s+WITH\s+(?:(?:DEEP|GREAT|GRAVE|SERIOUS)\s+)?\p{Lu}{5,}(?!\p{L})/u.exec(text.slice(verb.end, verb.end + 50))
    : null;
  if (feeling) return verb.end + feeling[0].length;
  const adverb = adverbs.has(next.key) && inCapitals(next) === capitals;
  const particle = particles.has(next.key) && capitals && inCapitals(next) && next.key !== "that";
  return adverb || particle ? next.end : verb.end;
}

/** Leads in capitals after the first one, in the same form: they are co-ordinated with it and open no clause. */
export function innerLeads(text: string, from: number, end: number, form: "participle" | "base"): FoundVerb[] {
  const found: FoundVerb[] = [];
  const capitals = /\p{Lu}{3,}/gu;
  capitals.lastIndex = from;
  for (let match = capitals.exec(text); match && match.index < end; match = capitals.exec(text)) {
    const lead = isWhole(text, match.index, capitals.lastIndex) ? leadAt(text, match.index, form) : null;
    if (!lead) continue;
    found.push(lead);
    capitals.lastIndex = lead.end;
  }
  return found;
}

/** True where no letter or hyphen stands beside a stretch. */
function isWhole(text: string, start: number, end: number): boolean {
  return !/[\p{L}-]$/u.test(text.slice(Math.max(0, start - 2), start)) && !/^[\p{L}-]/u.test(text.slice(end, end + 2));
}

/** What stands before a verb that is co-ordinated with the lead of its clause. */
const coordinated =
  /(?:[,;]|\band\b|\bas\s+well\s+as\b|\bwhile\b|\bwhilst\b|\bin\s+this\s+(?:regard|context|connection|respect),?)\s+(?:and\s+|in\s+this\s+(?:regard|context),?\s+|to\s+)?(?=\p{Ll})/gu;

/** The last verb in small letters in `[from, to)` that is co-ordinated with the clause's lead, in its form, or null. */
export function secondaryLead(text: string, from: number, to: number, form: "participle" | "base"): FoundVerb | null {
  const places = [...text.slice(from, to).matchAll(coordinated)].map(
    ({ index, 0: before }) => from + index + before.length,
  );
  for (const at of places.reverse()) {
    const verb = leadAt(text, at, form);
    if (verb && verb.end <= to && secondaryManners.has(verb.manner)) return verb;
  }
  return null;
}

/** True for a word that is a form of a drafting verb. */
export function isDraftingVerb(word: string): boolean {
  return lexicon.has(readWord(word, 0).key);
}

/** Furthest that a verb governs, in characters. */
const reach = 1500;

/** The last drafting verb in `text.slice(from, to)`, in any form, or null: it governs what follows in its sentence. */
export function lastVerb(text: string, from: number, to: number): FoundVerb | null {
  const words = wordsFrom(text.slice(0, to), Math.max(from, to - reach), reach);
  for (let index = words.length - 1; index >= 0; index--) {
    const first = words[index];
    const form = (["past", "third", "participle", "base"] as const).find(
      (each) => phraseAt(words, index, each) && isFinite(words, index, each),
    );
    const phrase = form ? phraseAt(words, index, form) : null;
    if (!first || !form || !phrase) continue;
    return { start: first.start, end: words[phrase.last]?.end ?? first.end, manner: phrase.entry.manner, form };
  }
  return null;
}

/** Words behind which a noun stands: `the support`, `its aims`. */
const determiners =
  /^(?:the|an?|its|their|our|his|her|this|that|these|those|of|in|with|and|for|further|continued|full|strong|practical|defence)$/;
/** Words behind which a bare verb stands. */
const auxiliaries = /^(?:to|will|shall|should|would|may|must|can|could|not|also|we|they|you|jointly)$/;

/** True for a verb rather than a noun or a part of a name that is written like one. */
function isFinite(words: readonly Word[], index: number, form: VerbForm): boolean {
  if (index > 0 && /^\p{Lu}/u.test(words[index]?.text ?? "")) return false;
  const before = words[index - 1]?.key ?? "";
  if (form === "base") return auxiliaries.test(before);
  return form === "past" || !determiners.test(before);
}
