import type { Flow } from "./notes.ts";
import { printed, type Segment } from "./rows.ts";

/** A paragraph: its lines in order, each on its page. */
export interface PdfParagraph {
  readonly lines: readonly PdfLine[];
  /** More than the usual distance lies above it, or a column or page begins with it. */
  readonly apart: boolean;
}

export interface PdfLine {
  readonly segment: Segment;
  readonly page: number;
  /** Left edge of its column, in points. */
  readonly margin: number;
  /** Right edge that lines like it reach, in points. */
  readonly reach: number;
}

/** A flow of lines with the measures that tell where paragraphs end. */
interface Column {
  readonly lines: readonly PdfLine[];
  /** Usual distance between base lines, in heights of the font. */
  readonly pitch: number;
  /** Right edge of the column. */
  readonly right: number;
}

/** Puts lines together to paragraphs, over columns and pages. */
export function paragraphsOf(flows: readonly Flow[]): PdfParagraph[] {
  const paragraphs: { readonly lines: PdfLine[]; readonly apart: boolean }[] = [];
  const edges = edgesOf(flows);
  let above = 0;
  for (const flow of flows) {
    const column = columnOf(flow, edges);
    column.lines.forEach((line, index) => {
      const open = paragraphs.at(-1);
      const joins = index === 0 ? open && goesOnBehind(open, line, above) : !startsAnew(column, index, open?.lines.length === 1);
      if (open && joins) open.lines.push(line);
      else paragraphs.push({ lines: [line], apart: index === 0 || isFar(column, index) });
    });
    above = column.lines.length;
  }
  return paragraphs;
}

function columnOf({ page, lines }: Flow, edges: ReadonlyMap<number, number>): Column {
  const margin = marginOf(lines);
  const edge = edges.get(Math.round(margin)) ?? 0;
  const own = lines.map((segment, index) => ({ segment, page, margin, reach: reachOf(lines, index, edge) }));
  const right = lines.reduce((most, line) => Math.max(most, line.right), 0);
  return { lines: own, pitch: usualPitch(lines), right };
}

function marginOf(lines: readonly Segment[]): number {
  return lines.reduce((least, { left }) => Math.min(least, left), Infinity);
}

/** The right edge of all columns that begin at one left edge, by that edge in whole points. */
function edgesOf(flows: readonly Flow[]): ReadonlyMap<number, number> {
  const edges = new Map<number, number>();
  for (const { lines } of flows) {
    const margin = Math.round(marginOf(lines));
    edges.set(margin, lines.reduce((most, { right }) => Math.max(most, right), edges.get(margin) ?? 0));
  }
  return edges;
}

/** Distance of most lines from the one above, in heights of the font; single spacing where there is nothing to measure. */
function usualPitch(lines: readonly Segment[]): number {
  const pitches = lines
    .slice(1)
    .map((line, index) => (line.y - (lines[index]?.y ?? 0)) / line.size)
    .filter((pitch) => pitch > 0.7 && pitch < 3.2)
    .sort((a, b) => a - b);
  // The lower third: between paragraphs the distance is larger, never smaller.
  return pitches[Math.floor(pitches.length * 0.33)] ?? 1.2;
}

/**
 * Lines set to one width: what begins near the left edge of its neighbours reaches as far as the widest of them, where
 * several end there; else as far as the column, whose right edge is `edge`.
 */
function reachOf(lines: readonly Segment[], index: number, edge: number): number {
  const own = lines[index];
  const near = lines.slice(Math.max(0, index - compared), index + compared + 1);
  const alike = near.filter(({ left, size }) => own && Math.abs(left - own.left) < size * nearEdge);
  const widest = alike.reduce((most, { right }) => Math.max(most, right), 0);
  return alike.filter(({ right, size }) => right > widest - size * 2).length >= 3 ? widest : edge;
}

/** Lines above and below that are compared. */
const compared = 6;
/** Heights of the font by which lines of one block may differ at the left. */
const nearEdge = 6;

const mark =
  /^\s*(?:[-*+•▪◦●∙·‣–—\uf0b7\uf0a7]\s|\((?:\d{1,3}|[a-z]|[ivxl]{1,6})\)\s|(?:\d{1,3}(?:\.\d{1,2}){0,3}|[a-z]|[ivxl]{1,6}|[IVX]{1,5})[.)]\s)/;
const sentenceEnd = /[.!?:;][)"”’']*(?:\s+(?:and|or))?\s*$/;
/** Width of a line with a colon, in heights of the font, below which it opens what stands under it. */
const opening = 14;
const clauseEnd = /;(?:\s+(?:and|or))?\s*$/;
/** A clause begins with its verb in capitals. */
const leadInCapitals = /^\s*\p{Lu}{4,}\s/u;
const lowerStart = /^\s*["“‘'(]*\p{Ll}/u;

function isFar(column: Column, index: number): boolean {
  const [before, line] = [column.lines[index - 1], column.lines[index]];
  if (!before || !line) return true;
  const distance = line.segment.y - before.segment.y;
  const size = Math.max(line.segment.size, before.segment.size);
  return distance < 0 || distance > size * column.pitch * 1.3;
}

/**
 * True where the line begins a paragraph; asked for lines below another in their column. `second`: the line above is the
 * first of its paragraph.
 */
function startsAnew(column: Column, index: number, second: boolean): boolean {
  const [before, line] = [column.lines[index - 1], column.lines[index]];
  if (!before || !line || isFar(column, index)) return true;
  const [above, own] = [before.segment, line.segment];
  if (Math.abs(above.size - own.size) > own.size * 0.12) return true;
  const [last, text] = [printed(above), printed(own)];
  if (mark.test(text)) return !(isFull(before, own) && /[\p{L},]\s*$/u.test(last) && !isMarked(column, index));
  if (isCentred(column, index) && isCentred(column, index - 1)) return sentenceEnd.test(last);
  const inwards = own.left - above.left;
  if (inwards > own.size * 0.8 && isIndented(column, index) && !isMarked(column, index - 1)) return true;
  if (inwards < -own.size * 0.8 && !second) return true;
  if (lowerStart.test(text) && !sentenceEnd.test(last)) return false;
  const over = clauseEnd.test(last) || (/:\s*$/.test(last) && above.right - above.left < own.size * opening);
  if (over && !lowerStart.test(text)) return true;
  if (sentenceEnd.test(last) && leadInCapitals.test(text)) return true;
  if (isCapitals(text) !== isCapitals(last) && (sentenceEnd.test(last) || isCapitals(last))) return true;
  return !isFull(before, own);
}

/** The line has no room for the first word of the next. */
function isFull({ segment, reach }: PdfLine, next: Segment): boolean {
  const text = printed(next).trim();
  const word = /^\S*/.exec(text)?.[0] ?? "";
  const width = ((next.right - next.left) / breadth(text)) * breadth(` ${word}`);
  return segment.right + width >= reach - next.size * 0.3;
}

/** How wide a text is, in letters of middling width: enough to measure a word by the line it stands in. */
function breadth(text: string): number {
  const wide = (text.match(/[\p{Lu}mw—]/gu) ?? []).length;
  const narrow = (text.match(/[iljtfrI.,;:'’()| ]/g) ?? []).length;
  return Math.max(text.length + wide * 0.4 - narrow * 0.45, 0.5);
}

/** A first line set in from those below it. */
function isIndented(column: Column, index: number): boolean {
  const [line, next] = [column.lines[index], column.lines[index + 1]];
  if (!line) return false;
  if (!next || isFar(column, index + 1)) return true;
  return line.segment.left - next.segment.left > line.segment.size * 0.8;
}

/** The paragraph that the line belongs to hangs behind its number. */
function isMarked(column: Column, index: number): boolean {
  const [line, before] = [column.lines[index], column.lines[index - 1]];
  if (!line) return false;
  return mark.test(printed(line.segment)) && (!before || line.segment.left <= before.segment.left + line.segment.size);
}

function isCentred(column: Column, index: number): boolean {
  const line = column.lines[index];
  if (!line) return false;
  const [before, behind] = [line.segment.left - line.margin, column.right - line.segment.right];
  return before > line.segment.size * 2 && Math.abs(before - behind) < line.segment.size * 1.5;
}

/** Lines of a column from which on it is one of running text, and no cell of a table. */
const leastRunning = 5;

/** True where the first line of a column or page goes on with the paragraph before it, at the end of `above` lines. */
function goesOnBehind(open: PdfParagraph, line: PdfLine, above: number): boolean {
  const last = open.lines.at(-1);
  if (!last || Math.abs(last.segment.size - line.segment.size) > line.segment.size * 0.12) return false;
  const [before, text] = [printed(last.segment), printed(line.segment)];
  if (mark.test(text) || sentenceEnd.test(before)) return false;
  if (lowerStart.test(text) || /[-\u00ad,]\s*$/.test(before)) return true;
  return above >= leastRunning && isFull(last, line.segment) && isRunning(last.segment);
}

/** Least width of a line of running text, in heights of the font. */
const running = 10;

/** Reads like a line of a sentence: long, and not in capitals. */
function isRunning(line: Segment): boolean {
  return line.right - line.left > line.size * running && !isCapitals(printed(line));
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}
