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
  return ({ text, starts, ends }, at) => {
    const start = starts[at] ?? 0;
    const length = (ends[at] ?? 0) - start;
    if (length > longest) return numberOf(text.slice(start, start + length));
    const slot = slotOf(text, start, length);
    const first = slot * longest;
    if (lengths[slot] !== length || !isSame(letters, first, text, start, length)) {
      for (let offset = 0; offset < length; offset++) letters[first + offset] = text.charCodeAt(start + offset);
      lengths[slot] = length;
      numbers[slot] = numberOf(text.slice(start, start + length));
    }
    return numbers[slot] ?? 0;
  };
}

function slotOf(text: string, start: number, length: number): number {
  let hash = length;
  for (let offset = 0; offset < length; offset++) hash = (Math.imul(hash, 31) + text.charCodeAt(start + offset)) | 0;
  return (hash ^ (hash >>> 15)) & (slots - 1);
}

function isSame(letters: Uint16Array, first: number, text: string, start: number, length: number): boolean {
  for (let offset = 0; offset < length; offset++) {
    if (letters[first + offset] !== text.charCodeAt(start + offset)) return false;
  }
  return true;
}
