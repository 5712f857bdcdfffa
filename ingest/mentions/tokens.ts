/** Words of a text with their offsets in it: `starts[i]` to `ends[i]`. Possessive `'s` is no word. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * The words of a text: runs of letters and digits, and a `+` that closes one (`ADMM+`). Where a blank is lost between two
 * words (`ofASEAN`, `ASEANCharter`) the change of case parts them. Linear.
 */
export function tokenise(text: string): Tokens {
  const starts = new Int32Array((text.length >> 1) + 2);
  const ends = new Int32Array((text.length >> 1) + 2);
  let count = 0;
  let at = 0;
  while (at < text.length) {
    if (!isWord(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at;
    while (at < text.length && isWord(text.charCodeAt(at)) && !startsAnew(text, start, at)) at++;
    if (at - start === 1 && isPossessive(text, start)) continue;
    if (text[at] === "+" && !isWord(text.charCodeAt(at + 1))) at++;
    starts[count] = start;
    ends[count++] = at;
  }
  return { text, count, starts: starts.subarray(0, count), ends: ends.subarray(0, count) };
}

/** True where a word in capitals, or with one, begins at `at` inside a run of letters. */
function startsAnew(text: string, start: number, at: number): boolean {
  if (at - start < 2 || !isUpper(text.charCodeAt(at))) return false;
  const before = text.charCodeAt(at - 1);
  if (isLower(before)) return isLower(text.charCodeAt(at - 2));
  return at - start > 2 && isUpper(before) && /^[a-z]{3}/.test(text.slice(at + 1, at + 4));
}

function isUpper(code: number): boolean {
  return code > 64 && code < 91;
}

function isLower(code: number): boolean {
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

function isWord(code: number): boolean {
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  return (
    code > 0xbf &&
    (code < 0x2000 || code > 0x2bff) &&
    (code < 0x3000 || code > 0x303f) &&
    code !== 0xd7 &&
    code !== 0x1680 &&
    code !== 0xfeff &&
    code !== 0xf7
  );
}

function isPossessive(text: string, at: number): boolean {
  const letter = text.charCodeAt(at) | 32;
  const before = text.charCodeAt(at - 1);
  return letter === 115 && (before === 39 || before === 0x2019) && at > 1 && isWord(text.charCodeAt(at - 2));
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

function withoutAccents(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d");
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || word.endsWith("ss")) return word;
  return word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
