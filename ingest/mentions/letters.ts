/*
 * Words are first compared by a fingerprint, a number, so that no string is made of the many that begin no name. Letters
 * that may stand for one another (capitals, accents, `s` and `z`) count the same in it: spellings of one word have one
 * fingerprint but for their endings, and two other words seldom share theirs.
 */

/** Marks an unaccented capital in {@link letterOf}. */
export const capital = 0x8000;
/** What {@link letterOf} has for characters of words that are no single Latin letter: nothing is said of such a word. */
export const strange = 0xffff;

/** For each code unit: 0 outside words, the plain small letter or digit, with {@link capital} where it is one, or {@link strange}. */
export const letterOf: Uint16Array = letters();

function letters(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < table.length; code++) if (isWord(code)) table[code] = strange;
  for (let code = 0x30; code < 0x250; code++) table[code] = plainLetter(code);
  for (let code = 0x1e00; code < 0x1f00; code++) table[code] = plainLetter(code);
  return table;
}

function plainLetter(code: number): number {
  if (!isWord(code)) return 0;
  const plain = withoutAccents(String.fromCharCode(code)).toLowerCase();
  if (!/^[a-z\d]$/.test(plain)) return strange;
  return (plain === "z" ? "s" : plain).charCodeAt(0) | (code > 64 && code < 91 ? capital : 0);
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

/** A word in letters without accents. */
export function withoutAccents(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d");
}

/** The code units of a text, and a 0 behind them. An array of them is read faster than the text itself wherever each is looked at more than once. */
export function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length + 1);
  const bytes = Buffer.from(codes.buffer);
  bytes.write(text, "utf16le");
  if (isBigEndian) bytes.swap16();
  return codes;
}

const isBigEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

/** The fingerprint of a word that may be any word. */
export const anyWord = 0;

/** The fingerprint of a word with one more letter of {@link letterOf}. That of no letters is 0. */
export function withLetter(print: number, letter: number): number {
  return Math.imul(print ^ (letter & ~capital), 0x9e3779b1);
}

/** The fingerprint of a word that goes on with a stretch of a text; {@link anyWord} where a letter is strange. */
export function withLetters(print: number, codes: Uint16Array, start: number, end: number): number {
  let longer = print;
  for (let at = start; at < end; at++) {
    const letter = letterOf[codes[at] ?? 0] ?? 0;
    if (letter === strange) return anyWord;
    longer = withLetter(longer, letter);
  }
  return longer;
}
