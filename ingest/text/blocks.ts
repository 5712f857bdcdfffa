import type { SourceDocument, TextLayer } from "../documents/document.ts";
import type { Problem } from "../problem.ts";
import { overlaps, type Span } from "../span.ts";
import { viewBuilder, type ViewBuilder } from "./fold.ts";
import { isBlank, splitLines, type Line } from "./lines.ts";
import { joinsAcrossBreak, lineWidth, runsOn } from "./joins.ts";
import { rawSpan, type View } from "./view.ts";

/** A printed unit: a paragraph, a list item, a heading. Offsets count in the view, those of `printed` and `numberSpan` in the raw text. */
export interface Block extends Span {
  /** The whole of it with bullet, number and markup. */
  readonly printed: Span;
  readonly bullet: boolean;
  readonly number: string | null;
  readonly numberSpan: Span | null;
  readonly heading: number;
  readonly indent: number;
  /** A blank line or a rule stands before it. */
  readonly apart: boolean;
  /** Bold, italic or underlined stretches, raw. */
  readonly emphasis: readonly Span[];
}

/** A text as it is laid out on the page. */
export interface Layout {
  readonly view: View;
  /** In reading order, disjoint, none empty, at least one line break of the view between each two. */
  readonly blocks: readonly Block[];
  /** Repairs that were made: `page-break-joined`. */
  readonly problems: readonly Problem[];
}

/** What its format knows of a document beside its text. */
type Reading = Pick<SourceDocument, "layer" | "numbers" | "emphasis">;

/** The view of a raw text and the blocks in it. `file` names it in problems. */
export function layOut(raw: string, file: string, reading: Reading = {}): Layout {
  const { layer } = reading;
  return layer ? throughLayer(raw, layer, layOutText(layer.text, file, reading)) : layOutText(raw, file, reading);
}

function layOutText(raw: string, file: string, { numbers, emphasis }: Reading): Layout {
  const lines = splitLines(raw, numbers);
  const groups = groupLines(raw, lines);
  const builder = viewBuilder(raw);
  const blocks: Block[] = [];
  let printedEnd = 0;
  for (const group of groups) {
    if (blocks.length > 0) builder.put("\n", { start: printedEnd, end: group.lines[0]?.content.start ?? printedEnd });
    const block = writeBlock(raw, builder, group, emphasis);
    printedEnd = group.lines.at(-1)?.content.end ?? printedEnd;
    // A line of nothing but markup or invisible characters is no block.
    if (block.end > block.start) blocks.push(block);
  }
  const problems = groups.flatMap(({ joins }) => joins.map((span) => joinNote(raw, file, span)));
  return { view: builder.build(), blocks, problems };
}

/** A layout of a layer's text, with spans of what the layer was written from. */
function throughLayer(raw: string, layer: TextLayer, { view, blocks, problems }: Layout): Layout {
  const page = { ...layer, raw, fromPage: true };
  const back = (span: Span) => rawSpan(page, span);
  return {
    view: {
      raw,
      text: view.text,
      starts: through(view.starts, 0, layer.starts, raw.length),
      ends: through(view.ends, 1, layer.ends, raw.length),
      fromPage: true,
    },
    blocks: blocks.map((block) => ({
      ...block,
      printed: back(block.printed),
      numberSpan: block.numberSpan && back(block.numberSpan),
      emphasis: block.emphasis.map(back),
    })),
    problems: problems.map((problem) => (problem.span ? { ...problem, span: back(problem.span) } : problem)),
  };
}

/** For each of some offsets what another list has at it, less `before`; `none` where it has nothing. A loop: it is asked for every character. */
function through(offsets: Int32Array, before: number, list: Int32Array, none: number): Int32Array {
  const found = new Int32Array(offsets.length);
  for (let at = 0; at < offsets.length; at++) found[at] = list[(offsets[at] ?? 0) - before] ?? none;
  return found;
}

/** Characters of the text on each side of a repair that are shown. */
const shownBeside = 24;

function joinNote(raw: string, file: string, span: Span): Problem {
  const before = raw.slice(Math.max(0, span.start - shownBeside), span.start);
  const after = raw.slice(span.end, span.end + shownBeside);
  const message = `a paragraph was cut by a page break and was joined again: '…${before}' and '${after}…' are read as one`;
  return { rule: "page-break-joined", severity: "note", message, file, span };
}

interface Group {
  readonly lines: Line[];
  readonly first: Line;
  readonly apart: boolean;
  /** Raw spans of the page breaks inside. */
  readonly joins: Span[];
}

/** Page numbers that a scan leaves between two paragraphs. */
const pageMark = /^(?:page\s+)?(?:[-–]\s*)?\d{1,3}(?:\s*[-–])?(?:\s*(?:of|\/)\s*\d{1,3})?$/i;

function groupLines(raw: string, lines: readonly Line[]): Group[] {
  const width = lineWidth(lines);
  const groups: Group[] = [];
  let apart = true;
  let marks: Line | null = null;
  for (const line of lines) {
    const empty = line.content.start >= line.content.end;
    if (isBlank(line) || line.rule || isPageMark(raw, line)) apart = true;
    else if (empty) marks = line;
    else {
      const open = groups.at(-1);
      const own = marks ? withMarks(line, marks) : line;
      marks = null;
      if (open && !apart && runsOn(raw, open.lines, own, width)) open.lines.push(own);
      else if (open && apart && joinsAcrossBreak(raw, open.lines, own)) joinBreak(open, own);
      else groups.push({ lines: [own], first: own, apart, joins: [] });
      apart = false;
    }
  }
  return groups;
}

function isPageMark(raw: string, line: Line): boolean {
  return !line.number && pageMark.test(raw.slice(line.content.start, line.content.end));
}

/** A number or bullet alone on its line belongs to the text on the next. */
function withMarks(line: Line, marks: Line): Line {
  if (line.number || line.bullet || line.heading > 0) return line;
  const { start, indent, bullet, number, numberSpan } = marks;
  return { ...line, start, indent, bullet, number, numberSpan };
}

function joinBreak(group: Group, line: Line): void {
  group.joins.push({ start: group.lines.at(-1)?.content.end ?? line.start, end: line.content.start });
  group.lines.push(line);
}

function writeBlock(raw: string, builder: ViewBuilder, group: Group, emphasis: readonly Span[] | undefined): Block {
  const start = builder.length();
  group.lines.forEach((line, index) => {
    const before = group.lines[index - 1];
    if (before && !endsInHyphen(raw, before)) {
      builder.put(" ", { start: before.content.end, end: line.content.start });
    }
    builder.fold(line.content.start, line.content.end);
  });
  builder.trim();
  const { first, apart } = group;
  const printed = { start: markStart(raw, first), end: group.lines.at(-1)?.end ?? first.end };
  return {
    start,
    end: builder.length(),
    printed,
    bullet: first.bullet,
    number: first.number,
    numberSpan: first.numberSpan,
    heading: first.heading,
    indent: first.indent,
    apart,
    emphasis: emphasis ? overlapping(emphasis, printed) : emphasised(raw, printed),
  };
}

function markStart(raw: string, line: Line): number {
  let at = line.start;
  while (at < line.content.start && /\s/.test(raw.charAt(at))) at++;
  return at;
}

/** A word cut by a line end keeps its hyphen, without a blank after it. */
function endsInHyphen(raw: string, line: Line): boolean {
  return /[\p{L}\d][-\u00ad]$/u.test(raw.slice(Math.max(line.content.start, line.content.end - 3), line.content.end));
}

/** Those of the spans, which are in order and disjoint, that share a character with `within`. */
function overlapping(spans: readonly Span[], within: Span): readonly Span[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= within.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (overlaps(spans[end] ?? nowhere, within)) end++;
  return spans.slice(low, end);
}

const nowhere: Span = { start: 0, end: 0 };

const emphasisPattern = /(\*{1,3}|__?)(?=\S)([^*_]{1,600}?)(?<=\S)\1|<(b|strong|i|em|u)>([^<]{0,600})<\/\3>/gi;

function emphasised(raw: string, printed: Span): Span[] {
  const text = raw.slice(printed.start, printed.end);
  if (!/[*_<]/.test(text)) return [];
  return [...text.matchAll(emphasisPattern)].map((match) => {
    const inner = match[2] ?? match[4] ?? "";
    const start = printed.start + match.index + match[0].indexOf(inner);
    return { start, end: start + inner.length };
  });
}
