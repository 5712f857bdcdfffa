import { anyWord, capital, codesOf, letterOf, strange, withLetter, withoutAccents } from "./letters.ts";

/** Words of a text with their offsets in it: `starts[i]` to `ends[i]`. Possessive `'s` is no word. */
export interface Tokens {
  readonly text: string;
  /** Code units of the text, and a 0. */
  readonly codes: Uint16Array;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The fingerprint of each word. */
  readonly prints: Int32Array;
}

/**
 * The words of a text: runs of letters and digits, and a `+` that closes one (`ADMM+`). Where a blank is lost between two
 * words (`ofASEAN`, `ASEANCharter`) the change of case parts them. Linear.
 */
export function tokenise(text: string): Tokens {
  const codes = codesOf(text);
  let room = Math.ceil(text.length / 5) + 2;
  let [starts, ends, prints] = [new Int32Array(room), new Int32Array(room), new Int32Array(room)];
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    let letter = letterOf[codes[at] ?? 0] ?? 0;
    if (letter === 0) continue;
    const start = at;
    let print = 0;
    let isKnown = true;
    do {
      if (letter >= capital) {
        if (letter === strange) isKnown = false;
        else if (at - start > 1 && startsAnew(codes, start, at)) break;
      }
      print = withLetter(print, letter);
      letter = letterOf[codes[++at] ?? 0] ?? 0;
    } while (letter !== 0);
    if (at - start === 1 && isPossessive(codes, start)) continue;
    if (codes[at] === plus && !isLetter(codes[at + 1])) at++;
    if (count === room) {
      room *= 2;
      [starts, ends, prints] = [longer(starts, room), longer(ends, room), longer(prints, room)];
    }
    starts[count] = start;
    ends[count] = at;
    prints[count++] = isKnown ? print : anyWord;
    // The letter that is here already begins the next word.
    if (letter !== 0) at--;
  }
  return {
    text,
    codes,
    count,
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    prints: prints.subarray(0, count),
  };
}

function longer(numbers: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(room);
  copy.set(numbers);
  return copy;
}

const plus = 43;

function isLetter(code = 0): boolean {
  return letterOf[code] !== 0;
}

/** True where a word in capitals, or with one, begins at `at`, behind two letters or more of a run. */
function startsAnew(codes: Uint16Array, start: number, at: number): boolean {
  if (isLower(codes[at - 1])) return isLower(codes[at - 2]);
  if (at - start === 2 || !isUpper(codes[at - 1])) return false;
  return isLower(codes[at + 1]) && isLower(codes[at + 2]) && isLower(codes[at + 3]);
}

function isUpper(code = 0): boolean {
  return code > 64 && code < 91;
}

function isLower(code = 0): boolean {
  return code > 96 && code < 123;
}

/** The text of one word. */
export function wordAt(tokens: Tokens, index: number): string {
  return tokens.text.slice(tokens.starts[index], tokens.ends[index]);
}

/** Index of the first word that starts at `offset` or later. */
export function tokenFrom(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isPossessive(codes: Uint16Array, at: number): boolean {
  const [letter = 0, before] = [codes[at], codes[at - 1]];
  return (letter | 32) === 115 && (before === 39 || before === 0x2019) && at > 1 && isLetter(codes[at - 2]);
}

/** Spellings that are the same word, by whole word: American and British, the ways to write one name. */
const spellings = new Map([
  ["defense", "defence"],
  ["center", "centre"],
  ["program", "programme"],
  ["organization", "organisation"],
  ["favor", "favour"],
  ["harbor", "harbour"],
  ["labor", "labour"],
  ["md", "mohammad"],
  ["mohd", "mohammad"],
  ["mohamad", "mohammad"],
  ["mohamed", "mohammad"],
  ["muhammad", "mohammad"],
]);

/** Ways to write a word with this key, one or more for each fingerprint that such a word can have. */
export function waysToWrite(key: string): string[] {
  const spelled = [key, ...[...spellings].filter(([, same]) => same === key).map(([other]) => other)];
  return spelled.flatMap((word) => [word, `${word}s`, word.replace(/y$/, "ies")]);
}

/**
 * What a word is compared by: lower case without accents, British, singular. `EWGs` stays apart from `EWG`, since a group
 * of working groups is not one of them.
 */
export function wordKey(word: string): string {
  const lower = (isAscii(word) ? word : withoutAccents(word)).toLowerCase();
  if (word.endsWith("s") && /^\p{Lu}{2,}s$/u.test(word)) return lower;
  const single = singular(lower);
  return spellings.get(single) ?? (single.includes("iz") ? single.replace(/iz(e|ed|ing|ation)$/, "is$1") : single);
}

/** Most words are: they need no look at their accents. */
function isAscii(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) > 127) return false;
  return true;
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || word.endsWith("ss")) return word;
  return word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
