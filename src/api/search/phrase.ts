import { stopWords, wordsOf } from "./words.ts";

/** What is searched for. */
export interface Phrase {
  /** Its words, folded, in their order. */
  readonly words: readonly string[];
  /** All of them without the gaps: `hanoi` for both `Ha Noi` and `Hanoi`. */
  readonly compact: string;
  /** True where it is so long that a text need not have every word of it: a sentence that was pasted. */
  readonly isSentence: boolean;
}

/** Words from which on a phrase counts as a pasted sentence, whose words need not all be in the text that is found. */
const sentenceFrom = 9;
/** Words of a phrase that are looked at; a sentence that is pasted has fewer. */
const mostWords = 150;
/** Words of a phrase that the index is asked for; the others still count where hits are ranked. */
const askedWords = 40;
/** Longest word that the index is asked for. */
const longestWord = 64;

/** The phrase in a reader's words; a phrase without a letter or digit has no words. */
export function phraseOf(text: string): Phrase {
  const words = wordsOf(text)
    .slice(0, mostWords)
    .map((word) => word.text);
  return { words, compact: words.join(""), isSentence: words.length >= sentenceFrom };
}

/**
 * The query for the full-text index, in Lucene's language. It is put together from letters and digits only, so that nothing
 * in a phrase has a meaning there. All words are required, or what begins with them: which of the texts really fit is told
 * later (see match.ts). Of a sentence any word will do, the rarest counting most. Empty where there is nothing to ask for.
 */
export function indexQueryOf(phrase: Phrase): string {
  const words = phrase.words.map((word) => word.slice(0, longestWord));
  if (phrase.isSentence) return [...new Set(words.filter(isRare))].slice(0, askedWords).join(" ");
  return [all(words), ...joinings(words).map(all), ...splittings(words)].filter((query) => query !== "").join(" OR ");
}

/** The same for the index of names: a hit on a short form or a whole name comes before one on a part of a long title. */
export function namesQueryOf(phrase: Phrase): string {
  const query = indexQueryOf(phrase);
  if (query === "" || phrase.isSentence) return query;
  const exact = `"${phrase.words.join(" ")}"`;
  return `(${query}) OR abbreviation:(${query})^8 OR name:${exact}^4 OR aliases:${exact}^4`;
}

/**
 * Every word must be there; not the words that the index leaves out, nor single letters, which stand inside of others there
 * (`U.S.`, `chairman's`), unless there is nothing else.
 */
function all(words: readonly string[]): string {
  const parts = words.filter(isRare).map(begun);
  const required = words.filter((word) => isRare(word) && word.length > 1).map((word) => `+${begun(word)}`);
  const query = required.length > 0 ? required : parts.length > 0 ? parts : words.slice(-1).map(begun);
  return query.length === 0 ? "" : `(${query.join(" ")})`;
}

/** A word, or what begins with it: the last one may not be written out, and the index has `chairman's` for one word. */
function begun(word: string): string {
  const owner = /..s$/.test(word) ? ` OR ${word.slice(0, -1)}'s` : "";
  return `(${word} OR ${word}*${owner})`;
}

/** `viet nam` may be printed as one word: the phrase with each pair of neighbours joined. */
function joinings(words: readonly string[]): readonly (readonly string[])[] {
  return words
    .slice(1)
    .map((word, index) => [...words.slice(0, index), `${words[index] ?? ""}${word}`, ...words.slice(index + 2)]);
}

/** `vietnam` may be printed as two words; only where it is all that was asked for, since it is a guess. */
function splittings(words: readonly string[]): readonly string[] {
  const [word = "", ...others] = words;
  if (others.length > 0 || word.length < 4 || word.length > 16) return [];
  return Array.from({ length: word.length - 3 }, (_, index) => [word.slice(0, index + 2), word.slice(index + 2)])
    .filter((parts) => parts.every(isRare))
    .map(([first = "", second = ""]) => `"${first} ${second}"`);
}

function isRare(word: string): boolean {
  return !stopWords.has(word);
}
