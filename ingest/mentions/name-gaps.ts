import { asShortForm } from "./acronym.ts";
import { wordAt, type Tokens } from "./tokens.ts";

/** What stands between the word at `index` and the next; behind the last word it is the rest of the text. */
export function gap(tokens: Tokens, index: number): string {
  return tokens.text.slice(tokens.ends[index], tokens.starts[index + 1]);
}

/** Signs that join two words of a name: blanks, hyphens, slashes, apostrophes, a possessive. */
const joining = /^(?:['’](?:s(?=\W))?)?(?: ?[-‐‑–/] ?| )?$/;

function isJoining(between: string): boolean {
  return joining.test(between);
}

/** True where a name has signs between its words that must stand in the text as well: a comma, a dot, an ampersand. */
export function isSigned(tokens: Tokens): boolean {
  for (let index = 0; index + 1 < tokens.count; index++) if (!isJoining(gap(tokens, index))) return true;
  return false;
}

/** True where nothing but a hyphen stands between a word and the next, as where a line end has cut a word. */
export function isHyphenated({ codes, starts, ends, count }: Tokens, at: number): boolean {
  const end = ends[at] ?? 0;
  return at + 1 < count && starts[at + 1] === end + 1 && codes[end] === hyphen;
}

const hyphen = 45;
const blank = 32;

/** What stands between two words of a name, from the least on: a single blank or hyphen, what joins words, other signs. */
export type Between = typeof plain | typeof joined | typeof signed;
export const plain = 0;
const joined = 1;
export const signed = 2;

/** A step from one word of a name to the next. */
export interface Step {
  /** Index of the word that the name goes on with. */
  readonly at: number;
  readonly between: Between;
  /** A sign that must be closed behind the name. */
  readonly opened?: string;
}

/** True where the next word follows behind a single blank or hyphen, as nearly all words of names do. */
export function isPlain({ codes, starts, ends }: Tokens, at: number): boolean {
  const end = ends[at] ?? 0;
  if (starts[at + 1] !== end + 1) return false;
  const sign = codes[end];
  return sign === blank || sign === hyphen;
}

const [comma, colon, dot, ampersand] = [44, 58, 46, 38];

/** `, `, `: `, `. `, `.`, `&`: signs that some names have between their words, told without a look at the text itself. */
function isSign(codes: Uint16Array, start: number, length: number): boolean {
  const sign = codes[start];
  if (length === 1) return sign === dot || sign === ampersand;
  return length === 2 && (sign === comma || sign === colon || sign === dot) && codes[start + 1] === blank;
}

/** Characters with which anything else begins that may stand between two words of a name. */
const otherSigns = new Set(" -‐‑–/'’(".split("").map((sign) => sign.charCodeAt(0)));

const opensQuote = /^ ["“‘']$/;

/** The longest that may stand between two words of a name, in characters. */
const longestGap = 5;

/** The word that goes on with a name, behind blanks, a sign, or an acronym in parentheses; null where a name cannot go on. */
export function stepFrom(tokens: Tokens, at: number): Step | null {
  const start = tokens.ends[at] ?? 0;
  const length = (tokens.starts[at + 1] ?? Infinity) - start;
  if (length === 0) return { at: at + 1, between: joined };
  if (isSign(tokens.codes, start, length)) return { at: at + 1, between: signed };
  if (length > longestGap || !otherSigns.has(tokens.codes[start] ?? blank)) return null;
  const between = gap(tokens, at);
  if (isJoining(between)) return { at: at + 1, between: joined };
  if (between === " & ") return { at: at + 1, between: signed };
  if (between === "(" || between === " (") {
    const isYear = /^(?:19|20)\d{2}$/.test(wordAt(tokens, at + 1));
    return isYear ? { at: at + 1, between: joined, opened: "(" } : behindAcronym(tokens, at + 1);
  }
  return opensQuote.test(between) ? { at: at + 1, between: joined, opened: between.charAt(1) } : null;
}

function behindAcronym(tokens: Tokens, from: number): Step | null {
  for (let at = from; at < from + 5 && at + 1 < tokens.count; at++) {
    const between = gap(tokens, at);
    if (!between.startsWith(")")) {
      if (isJoining(between)) continue;
      return null;
    }
    const inside = tokens.text.slice(tokens.starts[from], tokens.ends[at]);
    return asShortForm(inside) !== null && isJoining(between.slice(1)) ? { at: at + 1, between: joined } : null;
  }
  return null;
}

/** Offset behind the sign at `at` that closes what was opened; undefined where none stands there. */
export function closedAt(text: string, at: number, opened: string): number | undefined {
  return (opened === "(" ? ")" : "\"”’'").includes(text.charAt(at) || " ") ? at + 1 : undefined;
}
