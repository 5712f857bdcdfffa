import { posix } from "node:path";
import type { Span } from "../../span.ts";
import type { Parsed, ParsedProblem } from "../parsed.ts";
import { Refusal } from "../refusal.ts";
import { openArchive, type Archive } from "./archive.ts";
import { readBody, readNotes, type Notes, type Paragraph } from "./body.ts";
import { readNumbering, type Mark, type Numbering } from "./numbering.ts";
import type { ParagraphProperties } from "./properties.ts";
import { readStyles, type Styles } from "./styles.ts";
import { readXml } from "./xml.ts";

/** The text layer of a DOCX file. Throws a Refusal where it cannot be read. */
export async function readDocx(bytes: Uint8Array): Promise<Parsed> {
  const archive = await openArchive(bytes);
  const main = await mainPart(archive);
  const folder = posix.dirname(main);
  const part = (name: string) => archive.part(posix.join(folder, name));
  const body = await archive.part(main);
  if (body === null) throw new Refusal("damaged-file", "the file has no text part: open it in Word and save it again");
  const styles = readStyles(await part("styles.xml"));
  const numbering = readNumbering(await part("numbering.xml"), (style) => styles.paragraph(style).list);
  const paragraphs = readBody(body, styles);
  const notes = await notesOf(paragraphs, styles, part);
  return layerOf([...paragraphs], notes, styles, numbering);
}

/** Name of the part that holds the text, as the archive's own relations say; `word/document.xml` where they do not. */
async function mainPart(archive: Archive): Promise<string> {
  const usual = "word/document.xml";
  const relations = await archive.part("_rels/.rels");
  const targets: string[] = [];
  readXml(relations ?? "", {
    open(_, attributes) {
      if (attributes.get("Type")?.endsWith("/officeDocument") === true) targets.push(attributes.get("Target") ?? "");
      return true;
    },
    close: () => undefined,
    text: () => undefined,
  });
  return targets.map((target) => posix.join("/", target).slice(1)).find((name) => archive.names.has(name)) ?? usual;
}

/** The notes that the text calls, in the order in which it does. */
async function notesOf(
  paragraphs: readonly Paragraph[],
  styles: Styles,
  part: (name: string) => Promise<string | null>,
): Promise<readonly (readonly Paragraph[])[]> {
  const called = paragraphs.flatMap(({ notes }) => notes);
  const known = new Map<string, Notes>();
  for (const kind of new Set(called.map((note) => note.slice(0, note.indexOf("/"))))) {
    const xml = await part(`${kind}.xml`);
    known.set(kind, xml === null ? new Map() : readNotes(xml, styles));
  }
  return called.map((note) => {
    const slash = note.indexOf("/");
    return known.get(note.slice(0, slash))?.get(note.slice(slash + 1)) ?? [];
  });
}

/** A text layer in the making. */
interface Layer {
  readonly lines: string[];
  length: number;
  readonly numbers: Map<number, string>;
  readonly emphasis: Span[];
  /** Offsets at which a page begins. */
  readonly breaks: number[];
}

function layerOf(
  paragraphs: readonly Paragraph[],
  notes: readonly (readonly Paragraph[])[],
  styles: Styles,
  numbering: Numbering,
): Parsed {
  const layer: Layer = { lines: [], length: 0, numbers: new Map(), emphasis: [], breaks: [] };
  writeAll(layer, joinOpen(paragraphs), styles, numbering);
  const textEnd = layer.length;
  for (const note of notes) {
    append(layer, layer.length === 0 ? "" : "\n");
    writeAll(layer, note, styles, numbering);
  }
  return {
    raw: layer.lines.join(""),
    numbers: layer.numbers,
    emphasis: layer.emphasis,
    pages: pagesOf(layer.breaks),
    problems: layer.length > textEnd ? [notesNote(notes.length, { start: textEnd, end: layer.length })] : [],
  };
}

function notesNote(count: number, span: Span): ParsedProblem {
  const message = `${count} ${count === 1 ? "note of the document stands" : "notes of the document stand"} behind its text`;
  return { rule: "notes-apart", severity: "note", message, span };
}

/** Page starts are known only where the program that saved the file wrote them down. */
function pagesOf(breaks: readonly number[]): Parsed["pages"] {
  if (breaks.length === 0) return [];
  const starts = [0, ...breaks.filter((at) => at > 0)];
  return starts.map((start, index) => ({ start, page: index + 1 }));
}

/** A paragraph whose end is hidden or deleted is one with the next. */
function joinOpen(paragraphs: readonly Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    const before = joined.at(-1);
    if (before?.open !== true) {
      joined.push(paragraph);
      continue;
    }
    const offset = before.text.length;
    joined[joined.length - 1] = {
      ...before,
      text: before.text + paragraph.text,
      emphasis: [...before.emphasis, ...moved(paragraph.emphasis, offset)],
      pageBreaks: [...before.pageBreaks, ...paragraph.pageBreaks.map((at) => at + offset)],
      open: paragraph.open,
    };
  }
  return joined;
}

function moved(spans: readonly Span[], by: number): Span[] {
  return spans.map(({ start, end }) => ({ start: start + by, end: end + by }));
}

function writeAll(layer: Layer, paragraphs: readonly Paragraph[], styles: Styles, numbering: Numbering): void {
  let before: ParagraphProperties | null = null;
  let gap = false;
  for (const paragraph of paragraphs) {
    const { properties, mark } = resolve(paragraph, styles, numbering);
    if (paragraph.text.trim() === "") {
      gap = true;
      layer.breaks.push(...paragraph.pageBreaks.map(() => layer.length));
      continue;
    }
    if (before && (gap || paragraph.cell || standsApart(before, properties))) append(layer, "\n");
    writeParagraph(layer, paragraph, properties, mark);
    before = properties;
    gap = false;
  }
}

/** Space between two paragraphs, in twentieths of a point, from which on they stand apart. */
const apart = 60;

function standsApart(before: ParagraphProperties, after: ParagraphProperties): boolean {
  const alike = before.style === after.style;
  const below = before.contextual === true && alike ? 0 : (before.after ?? 0);
  const above = after.contextual === true && alike ? 0 : (after.before ?? 0);
  return Math.max(below, above) >= apart;
}

/** Everything that is said of a paragraph: by its style, by the level of its list, by itself; and what stands before it. */
function resolve(paragraph: Paragraph, styles: Styles, numbering: Numbering) {
  const style = styles.paragraph(paragraph.own.style);
  const list = paragraph.own.list ?? style.list;
  const listed = list !== undefined && list !== "0";
  const level = paragraph.own.level ?? style.level ?? (listed ? numbering.levelOfStyle(list, paragraph.own.style) : 0);
  const mark: Mark | null = listed ? numbering.next(list, level) : null;
  const properties = { ...style, ...(listed ? numbering.paragraph(list, level) : {}), ...paragraph.own };
  return { properties, mark };
}

/** Twentieths of a point that make one blank of indentation. */
const blankWidth = 180;

function writeParagraph(layer: Layer, paragraph: Paragraph, properties: ParagraphProperties, mark: Mark | null): void {
  const { left = 0, firstLine = 0 } = properties;
  const indent = Math.min(Math.max(Math.round((left + firstLine) / blankWidth), 0), 40);
  const head = " ".repeat(indent) + (mark?.bullet === true ? "• " : "");
  if (typeof mark?.number === "string") layer.numbers.set(layer.length, mark.number);
  const start = layer.length + head.length;
  layer.emphasis.push(...moved(paragraph.emphasis, start));
  layer.breaks.push(...paragraph.pageBreaks.map((at) => (at === 0 ? layer.length : start + at)));
  append(layer, `${head}${paragraph.text.trimEnd()}\n`);
}

function append(layer: Layer, text: string): void {
  layer.lines.push(text);
  layer.length += text.length;
}
