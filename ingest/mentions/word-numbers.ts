import { anyWord, withLetter } from "./letters.ts";
import type { Tokens } from "./tokens.ts";

/** The number of a word of a text. */
export type WordNumbers = (tokens: Tokens, at: number) => number;

/** Words that are remembered: more than a document has different ones. */
const slots = 1 << 14;
/** Longest word that is remembered, in characters. */
const longest = 24;

/**
 * What `numberOf` says of each word, asked for once as long as the word is remembered: texts repeat their words, and to make
 * a string of each costs more than the rest of the search. Takes a megabyte and holds on to no text.
 */
export function wordNumbers(numberOf: (word: string) => number): WordNumbers {
  const letters = new Uint16Array(slots * longest);
  const lengths = new Uint8Array(slots);
  const numbers = new Int32Array(slots);
  return ({ text, codes, starts, ends, prints }, at) => {
    const start = starts[at] ?? 0;
    const length = (ends[at] ?? 0) - start;
    if (length > longest) return numberOf(text.slice(start, start + length));
    const known = prints[at] ?? anyWord;
    const slot = slotOf(known === anyWord ? printOf(codes, start, length) : known, codes, start, length);
    const first = slot * longest;
    if (lengths[slot] !== length || !isSame(letters, first, codes, start, length)) {
      letters.set(codes.subarray(start, start + length), first);
      lengths[slot] = length;
      numbers[slot] = numberOf(text.slice(start, start + length));
    }
    return numbers[slot] ?? 0;
  };
}

/** Words that differ in the case of their first letter or last letter have one fingerprint and different slots. */
function slotOf(print: number, codes: Uint16Array, start: number, length: number): number {
  const cases = ((codes[start] ?? 0) & 32) | (((codes[start + length - 1] ?? 0) & 32) << 1);
  return ((print >>> 16) ^ (cases >> 5)) & (slots - 1);
}

/** A fingerprint for words with strange letters. */
function printOf(codes: Uint16Array, start: number, length: number): number {
  let print = 0;
  for (let offset = 0; offset < length; offset++) print = withLetter(print, codes[start + offset] ?? 0);
  return print;
}

function isSame(letters: Uint16Array, first: number, codes: Uint16Array, start: number, length: number): boolean {
  for (let offset = 0; offset < length; offset++) {
    if (letters[first + offset] !== codes[start + offset]) return false;
  }
  return true;
}
