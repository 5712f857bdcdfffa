import { anyWord, codesOf, withLetters } from "./letters.ts";
import { waysToWrite } from "./tokens.ts";

/** Fingerprints of words: a bit for each, by its upper bits. */
export type PrintSet = Uint32Array;

/** Bits of a fingerprint that choose its bit in the set: enough that few words share one by chance. */
const bits = 18;

/** The fingerprints of the words with some keys, however they are written. */
export function printSetOf(keys: Iterable<string>): PrintSet {
  const set = new Uint32Array((1 << bits) >> 5);
  const prints = [...keys].flatMap(waysToWrite).map((word) => withLetters(0, codesOf(word), 0, word.length));
  for (const print of [anyWord, ...prints]) {
    const bit = print >>> (32 - bits);
    set[bit >>> 5] = (set[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return set;
}

/** False where no word of the set has a fingerprint; true where one may. */
export function mayHave(set: PrintSet, print: number): boolean {
  const bit = print >>> (32 - bits);
  return (((set[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}
