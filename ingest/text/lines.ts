import type { Span } from "../span.ts";

/** A printed line of a raw text, with the marks it starts with. All offsets are raw. */
export interface Line extends Span {
  /** Its text after bullet, number, heading and quotation marks, without surrounding blanks. */
  readonly content: Span;
  /** Columns of blanks before the first mark or character. */
  readonly indent: number;
  readonly bullet: boolean;
  /** Printed number as it stands: `1.`, `(a)`, `iv)`. */
  readonly number: string | null;
  /** Null, too, where a list gives the number. */
  readonly numberSpan: Span | null;
  /** Level of a markdown heading, 1 to 6; 0 for none. */
  readonly heading: number;
  /** A line of hyphens, stars or table rules: it separates and says nothing. */
  readonly rule: boolean;
  /** Ends in a forced line break (two blanks, a backslash or `<br>`). */
  readonly hardBreak: boolean;
}

const lineBreak = /\r\n|[\n\r\u2028\u2029\f\v]/g;
/** Only signs that separate, and at least three of them. */
const rule = /^[\s>|:]*[-*_=~–—][\s>|:]*[-*_=~–—][\s>|:]*[-*_=~–—][\s>|:*_=~–—-]*$/;
const hardBreak = /(?: {2}|\\|<br\s*\/?>)$/i;

/** Numbers that open a unit: `1.` `1)` `(1)` `1.2.` `a.` `(iv)` `IV.`; a dot may be escaped. */
const numbers = String.raw`\((?:\d{1,3}|[a-z]|[ivxl]{1,6})\)|(?:\d{1,3}(?:\.\d{1,2}){0,3}|[a-z]|[ivxl]{1,6}|[IVX]{1,5})\\?[.)]|\d{1,2}(?:\.\d{1,2}){1,3}`;
/** `A.` `(B)`: elsewhere these are the first letters of names. */
const capitals = String.raw`\([A-H]\)|[A-H]\\?[.)]`;
const marksWith = (number: string) =>
  new RegExp(
    String.raw`([ \t\u00a0\ufeff]*)((?:>[ \t]?)*)(#{1,6}[ \t]+)?((?:[-*+•▪◦●∙·‣–—\uf0b7][ \t\u00a0]+)?)(?:(\*\*|__|\*|_)?(${number})(\*\*|__)?(?=[ \t\u00a0]|$|(?<=\d[.)])(?:[A-Z][A-Za-z]{3}|(?:The|We|In)[ \t])))?[ \t\u00a0]*`,
    "ym",
  );
const marks = marksWith(numbers);
const marksInCapitals = marksWith(`${numbers}|${capitals}`);
/** Lines that begin with the first two such letters. */
const [letterA, letterB] = ["A", "B"].map(
  (letter) => new RegExp(String.raw`^[ \t>#*_-]{0,12}\(?${letter}\\?[.)](?:\*\*|__)?[ \t](?![A-Z]\.)`, "m"),
);
const isLettered = (raw: string) => letterA?.test(raw) === true && letterB?.test(raw) === true;

const noNumbers: ReadonlyMap<number, string> = new Map();

/**
 * The lines of a text in order, blank ones included. `given` has the numbers that lists give their items and that are no
 * text, by the offset of the line.
 */
export function splitLines(raw: string, given = noNumbers): Line[] {
  const lines: Line[] = [];
  const marksOf = isLettered(raw) ? marksInCapitals : marks;
  const push = (from: number, to: number) => {
    const starts = unitsOf(raw, from, to);
    starts.forEach((at, index) => lines.push(readLine(raw, marksOf, at, starts[index + 1] ?? to, given.get(at))));
  };
  let start = 0;
  lineBreak.lastIndex = 0;
  for (let hit = lineBreak.exec(raw); hit; hit = lineBreak.exec(raw)) {
    push(start, hit.index);
    start = lineBreak.lastIndex;
  }
  push(start, raw.length);
  return lines.map((line, index) => underlined(raw, lines, line, index));
}

/** Shortest line, in characters, that can be a whole document whose line breaks are lost. */
const lostBreaks = 600;
/** A number behind the end of a sentence or a word in capitals, before one that begins. */
const numberInside = /(?<=[.;:!?”"’)]\s|\p{Lu}{3}\s)(\d{1,3})\.\s(?=[\p{Lu}“"])/gu;
/** Those who speak, behind a title in capitals, and a lead in capitals behind the clause before it. */
const leadInside = /(?<=\p{Lu}{3}\s)WE,\s(?=the\b)|(?<=;\s(?:and\s)?)\p{Lu}{5,}\s(?=\p{Ll})/gu;
/** Fewest units by which a document is told from a long paragraph. */
const fewestUnits = 3;

/** Where the units of a line begin: its start, numbers inside it that count on, else leads. */
function unitsOf(raw: string, start: number, end: number): readonly number[] {
  if (end - start < lostBreaks) return [start];
  const text = raw.slice(start, end);
  const numbered: number[] = [];
  let last: number | null = null;
  for (const { index, 1: digits } of text.matchAll(numberInside)) {
    const number = Number(digits);
    if (last !== null && number !== last + 1) continue;
    numbered.push(index);
    last = number;
  }
  const led = [...text.matchAll(leadInside)].map(({ index }) => index);
  const inside = [numbered, led].find(({ length }) => length >= fewestUnits) ?? [];
  return [start, ...inside.map((at) => start + at)];
}

/** A line of equals signs or hyphens that makes a heading of the single line above it. */
const underline = /^[ \t]{0,3}(?:={3,}|-{3,})[ \t]*$/;

function underlined(raw: string, lines: readonly Line[], line: Line, index: number): Line {
  const [before, next] = [lines[index - 1], lines[index + 1]];
  if (!next?.rule || line.rule || isBlank(line) || (before && !isBlank(before)) || line.end - line.start > 200)
    return line;
  const mark = raw.slice(next.start, next.end);
  const heads = underline.test(mark) && !/[.;:,]\s*$/.test(raw.slice(line.start, line.end));
  return heads ? { ...line, heading: mark.includes("=") ? 1 : 2 } : line;
}

/** True for a line without text, number or bullet. */
export function isBlank(line: Line): boolean {
  return line.content.start >= line.content.end && !line.number && !line.bullet;
}

function readLine(raw: string, marksOf: RegExp, start: number, end: number, given: string | undefined): Line {
  const text = raw.slice(start, end);
  const isRule = rule.test(text);
  marksOf.lastIndex = start;
  const match = isRule ? null : marksOf.exec(raw);
  const [whole = "", indent = "", , heading = "", bullet = "", , digits, close = ""] = match ?? [];
  const at = start + whole.length - trailing(whole);
  const numberEnd = at - close.length;
  const numberStart = digits === undefined ? 0 : numberEnd - digits.length;
  return {
    start,
    end,
    content: isRule ? { start: end, end } : trimmed(raw, start + whole.length, text.endsWith("\\") ? end - 1 : end),
    indent: indent.length,
    bullet: bullet !== "",
    number: digits?.replace("\\", "") ?? given ?? null,
    numberSpan: digits === undefined ? null : { start: numberStart, end: numberEnd },
    heading: heading.trim().length,
    rule: isRule,
    hardBreak: hardBreak.test(text),
  };
}

function trailing(whole: string): number {
  return whole.length - whole.trimEnd().length;
}

function trimmed(raw: string, start: number, end: number): Span {
  while (end > start && isSpace(raw.charCodeAt(end - 1))) end--;
  while (start < end && isSpace(raw.charCodeAt(start))) start++;
  return { start, end };
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0xfeff;
}
