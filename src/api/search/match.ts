import type { Phrase } from "./phrase.ts";
import { stopWords, wordsOf } from "./words.ts";
import type { Word } from "./words.ts";

/** A stretch of a text, half-open, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** How well a text fits a phrase, best first. */
export const fits = ["exact", "beginning", "phrase", "words", "some words"] as const;
export type Fit = (typeof fits)[number];

/** How a text fits a phrase, and where. */
export interface Match {
  readonly fit: Fit;
  /** Share of the phrase's words that the text has, from 0 to 1. */
  readonly share: number;
  /** The hits, in the order of the text, none touching another. */
  readonly hits: readonly Stretch[];
}

/** A sentence is found where a text has at least this share of its words. */
const leastShare = 0.6;

/** How a name, or a running text, fits a phrase; null where it does not. That a text begins with the phrase means nothing. */
export function matchOf(phrase: Phrase, text: string, isName: boolean): Match | null {
  const spelled = spellingOf(wordsOf(text));
  const last = phrase.words.length - 1;
  const places = remembered((word, isLast) => placesOf(spelled, word, isLast));
  const found = phrase.words.map((word, index) => places(word, index === last));
  const joined = phrase.words
    .slice(1)
    .map((word, index) => places(`${phrase.words[index] ?? ""}${word}`, index + 1 === last));
  const covered = phrase.words.map(
    (word, index) =>
      [found[index], joined[index], joined[index - 1]].some((hits) => hits !== undefined && hits.length > 0) ||
      stopWords.has(word),
  );
  const whole = placesOf(spelled, phrase.compact, true);
  const share = covered.filter(Boolean).length / Math.max(1, covered.length);
  const fit = fitOf(phrase, spelled, whole, { share, isName });
  if (fit === null) return null;
  // A word that stands everywhere would light up half of a text.
  const single = found.filter((_, index) => phrase.words.length === 1 || !stopWords.has(phrase.words[index] ?? ""));
  const hits = whole.length > 0 ? whole : [...single, ...joined].flat();
  // Words that stand everywhere do not count as missing; where nothing else is there, nothing was found.
  return hits.length === 0 ? null : { fit, share, hits: merged(hits) };
}

type Places = (word: string, isLast: boolean) => readonly Stretch[];

/** A sentence has many a word twice. */
function remembered(places: Places): Places {
  const known = new Map<string, readonly Stretch[]>();
  return (word, isLast) => {
    const key = isLast ? `${word}*` : word;
    const found = known.get(key) ?? places(word, isLast);
    known.set(key, found);
    return found;
  };
}

function fitOf(
  phrase: Phrase,
  spelled: Spelling,
  whole: readonly Stretch[],
  { share, isName }: { readonly share: number; readonly isName: boolean },
): Fit | null {
  if (phrase.compact === "") return null;
  if (isName && spelled.letters === phrase.compact) return "exact";
  if (isName && spelled.letters.startsWith(phrase.compact)) return "beginning";
  if (whole.length > 0) return "phrase";
  if (share === 1) return "words";
  return phrase.isSentence && share >= leastShare ? "some words" : null;
}

/** The letters of a text without its gaps, and which word each belongs to: `Ha Noi` and `Hanoi` are spelled alike. */
interface Spelling {
  readonly letters: string;
  /** Words by the position in `letters` at which they begin and end. */
  readonly beginning: ReadonlyMap<number, Word>;
  readonly ending: ReadonlyMap<number, Word>;
  /** All words with that position, for a hit that ends inside one. */
  readonly words: readonly (Word & { readonly at: number })[];
}

function spellingOf(words: readonly Word[]): Spelling {
  let at = 0;
  const placed = words.map((word) => {
    const here = at;
    at += word.text.length;
    return { ...word, at: here };
  });
  return {
    letters: words.map((word) => word.text).join(""),
    beginning: new Map(placed.map((word) => [word.at, word])),
    ending: new Map(placed.map((word) => [word.at + word.text.length, word])),
    words: placed,
  };
}

/** Where letters stand in a text, from the beginning of a word to the end of one, or, for a beginning, to anywhere in one. */
function placesOf(spelled: Spelling, letters: string, isBeginning: boolean): readonly Stretch[] {
  const places: Stretch[] = [];
  for (
    let at = spelled.letters.indexOf(letters);
    at !== -1 && letters !== "";
    at = spelled.letters.indexOf(letters, at + 1)
  ) {
    const first = spelled.beginning.get(at);
    if (first === undefined) continue;
    const last =
      spelled.ending.get(at + letters.length) ?? (isBeginning ? wordAt(spelled, at + letters.length) : undefined);
    if (last !== undefined) places.push({ start: first.start, end: last.end });
  }
  return places;
}

/** The word that a position in the letters lies inside of. */
function wordAt({ words }: Spelling, at: number): Word | undefined {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return words[low - 1];
}

function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const sorted = stretches.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Stretch[] = [];
  for (const stretch of sorted) {
    const before = kept.at(-1);
    if (before === undefined || stretch.start > before.end) kept.push(stretch);
    else kept[kept.length - 1] = { start: before.start, end: Math.max(before.end, stretch.end) };
  }
  return kept;
}
