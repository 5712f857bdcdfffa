import type { Span } from "../../span.ts";
import type { PageStart } from "../document.ts";
import type { Parsed, ParsedProblem } from "../parsed.ts";
import type { Hyphens } from "./hyphens.ts";
import type { PdfLine, PdfParagraph } from "./paragraphs.ts";
import type { Segment } from "./rows.ts";

/** A text layer in the making. */
interface Layer {
  /** Finished paragraphs, each with its line end. */
  readonly parts: string[];
  /** Characters of the finished paragraphs. */
  length: number;
  readonly pages: PageStart[];
  readonly problems: ParsedProblem[];
  readonly calls: ReadonlySet<string>;
  readonly hyphens: Hyphens;
}

/** The text layer that paragraphs make, notes behind the text. `calls` are what the notes of the document are called by. */
export function layerOf(
  text: readonly PdfParagraph[],
  notes: readonly PdfParagraph[],
  calls: ReadonlySet<string>,
  hyphens: Hyphens,
): Parsed {
  const layer: Layer = { parts: [], length: 0, pages: [], problems: [], calls, hyphens };
  for (const paragraph of text) writeParagraph(layer, paragraph);
  const textEnd = layer.length;
  for (const paragraph of notes) writeParagraph(layer, paragraph);
  if (notes.length > 0) layer.problems.push(notesNote({ start: textEnd, end: layer.length }));
  const { parts, pages, problems } = layer;
  return { raw: parts.join(""), numbers: new Map(), emphasis: [], pages, problems };
}

function notesNote(span: Span): ParsedProblem {
  return { rule: "notes-apart", severity: "note", message: "the footnotes of the document stand behind its text", span };
}

/** Heights of the font that make one blank of indentation. */
const blankWidth = 0.75;

function writeParagraph(layer: Layer, { lines, apart }: PdfParagraph): void {
  const [first] = lines;
  if (!first) return;
  if (layer.length > 0 && apart) append(layer, "\n");
  const indent = Math.round((first.segment.left - first.margin) / (first.segment.size * blankWidth));
  let text = " ".repeat(Math.min(Math.max(indent, 0), 40)) + textOf(first.segment, layer.calls);
  startPage(layer, first.page, layer.length);
  let before = first;
  for (const line of lines.slice(1)) {
    text = joinLine(layer, text, before, line);
    before = line;
  }
  append(layer, `${text}\n`);
}

function append(layer: Layer, text: string): void {
  layer.parts.push(text);
  layer.length += text.length;
}

function startPage(layer: Layer, page: number, start: number): void {
  if (layer.pages.at(-1)?.page !== page) layer.pages.push({ start, page });
}

/** The paragraph so far with one more line: behind a blank, or without the hyphen that cut a word. */
function joinLine(layer: Layer, text: string, before: PdfLine, line: PdfLine): string {
  const next = textOf(line.segment, layer.calls);
  const end = text.slice(-60);
  const cut = /[\p{L}\d]\u00ad$/u.test(end) || (/[\p{L}\d]-$/u.test(end) && layer.hyphens.isBreak(end, next));
  const blank = cut || /[\p{L}\d]-$/u.test(end) ? "" : " ";
  const head = cut ? text.slice(0, -1) : text + blank;
  const at = layer.length + head.length;
  if (cut) layer.problems.push(hyphenNote(end.slice(0, -1), next, at));
  if (before.page !== line.page) {
    startPage(layer, line.page, at);
    layer.problems.push(pageNote({ start: Math.min(layer.length + text.length, at), end: at }, line.page));
  }
  return head + next;
}

function hyphenNote(before: string, after: string, at: number): ParsedProblem {
  const head = /[\p{L}\d-]*$/u.exec(before)?.[0] ?? "";
  const tail = /^[\p{L}\d-]*/u.exec(after)?.[0] ?? "";
  const message = `'${head}-' at a line end and '${tail}' below it were joined to '${head}${tail}'`;
  return { rule: "hyphen-joined", severity: "note", message, span: { start: at - head.length, end: at + tail.length } };
}

function pageNote(span: Span, page: number): ParsedProblem {
  const message = `a paragraph that goes on on page ${page} was joined again`;
  return { rule: "page-break-joined", severity: "note", message, span };
}

/** What a reader sees of a line, without the calls of footnotes. */
function textOf({ pieces }: Segment, calls: ReadonlySet<string>): string {
  return pieces
    .filter(({ text, raised }) => !(raised && calls.has(text.trim())))
    .map(({ text }) => text)
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
