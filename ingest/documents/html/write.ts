import { isBlock } from "./elements.ts";
import { plainLine, type LayerWriter } from "./layer.ts";
import { listNumbers, nextNumber, type ListNumbers } from "./lists.ts";
import type { Look } from "./look.ts";
import { isNoteMark, isNumberCell, listMark } from "./marks.ts";
import type { Survey } from "./survey.ts";
import { isCell, isDataTable } from "./tables.ts";
import type { Element, Page, Text } from "./tree.ts";

/** How what stands in an element is written. */
interface Context {
  /** Depth of the lists around it. */
  readonly depth: number;
  readonly list: ListNumbers | null;
  readonly preformatted: boolean;
  readonly bold: boolean;
  /** It stands in a row that is read across: blocks in it do not break the line. */
  readonly inRow: boolean;
  /** It stands outside of the main part of the page. */
  readonly outside: boolean;
}

interface Writing {
  readonly page: Page;
  readonly survey: Survey;
  readonly writer: LayerWriter;
  /** Characters that were left out, by the rule that left them out. */
  readonly leftOut: Map<string, number>;
  /** Where the paragraph begins that is being written. */
  paragraph: number;
  /** Characters of links in that paragraph, and how many there are. */
  linked: number;
  links: number;
  /** Where the words of a cell ended that holds nothing but the number of the next one, or -1. */
  numberEnd: number;
}

/** Writes the text of a page, by the survey of it. Returns how many characters were left out, by the rule that did so. */
export function writeText(page: Page, survey: Survey, writer: LayerWriter): ReadonlyMap<string, number> {
  const writing: Writing = { page, survey, writer, leftOut: new Map(), paragraph: 0, linked: 0, links: 0, numberEnd: -1 };
  const outside = survey.main !== page.root;
  const context = { depth: 0, list: null, preformatted: false, bold: false, inRow: false, outside };
  writeChildren(writing, page.root, context);
  endParagraph(writing, outside);
  return writing.leftOut;
}

function writeChildren(writing: Writing, element: Element, context: Context): void {
  for (const child of element.children) {
    if (child.children === null) writeWords(writing, child, context);
    else writeElement(writing, child, context);
  }
}

function writeWords({ writer }: Writing, { start, end }: Text, { preformatted }: Context): void {
  writer.text(start, end, preformatted);
}

function writeElement(writing: Writing, element: Element, context: Context): void {
  const { survey, writer, page } = writing;
  const reason = survey.leftOut[element.index];
  if (reason !== undefined) {
    leaveOut(writing, reason, element);
    return;
  }
  const look = survey.measures[element.index]?.look;
  if (!look) return;
  if (element.name === "br") writer.gap(context.inRow ? "blank" : "line");
  else if (isNoteMark(page.raw, element)) return;
  else if (isBlock(element.name) || (look.style !== "" && setAsBlock.test(look.style))) writeBlock(writing, element, look, context);
  else writeInline(writing, element, look, context);
}

const setAsBlock = /(?:^|;)display:(?:block|flex|grid|table|list-item)/;
const emphatic = new Set(["b", "strong", "i", "em", "u"]);
const emphaticStyle = /(?:^|;)(?:font-weight:(?:bold|[6-9]00)|font-style:italic|text-decoration:underline)/;

function writeInline(writing: Writing, element: Element, { style }: Look, context: Context): void {
  const { page, writer } = writing;
  if (style !== "" && listMark(page.raw, element, style) === "bullet") {
    writer.lineStart({ depth: Math.max(context.depth, 1), bullet: true, number: null, heading: 0 });
    return;
  }
  const bold = !context.bold && (emphatic.has(element.name) || (style !== "" && emphaticStyle.test(style)));
  if (bold) writer.emphasis(true);
  const before = writer.length();
  writeChildren(writing, element, bold ? { ...context, bold } : context);
  if (element.name === "a") {
    writing.linked += writer.length() - before;
    writing.links++;
  }
  if (bold) writer.emphasis(false);
}

function writeBlock(writing: Writing, element: Element, look: Look, context: Context): void {
  if (context.inRow) {
    writeInLine(writing, element, context);
    return;
  }
  endParagraph(writing, context.outside);
  if (isNumberCell(writing.page.raw, element)) {
    writeInLine(writing, element, { ...context, inRow: true });
    writing.numberEnd = writing.writer.length();
    return;
  }
  const outside = context.outside && element !== writing.survey.main;
  const { measures } = writing.survey;
  if (element.name === "table" && isDataTable(element, look.role, (cell) => measures[cell.index]?.chars ?? 0)) {
    writeRows(writing, element, { ...context, outside, inRow: true });
  } else writeChildren(writing, element, { ...inside(writing, element, look, context), outside });
  writing.writer.lineStart(plainLine);
  endParagraph(writing, outside);
}

/** A block in a row that is read across. */
function writeInLine(writing: Writing, element: Element, context: Context): void {
  writing.writer.gap("blank");
  writeChildren(writing, element, context);
  writing.writer.gap("blank");
}

/** What an element changes for what stands in it. */
function inside({ writer }: Writing, { name, children }: Element, look: Look, context: Context): Context {
  if (name === "ol" || name === "ul" || name === "menu" || name === "dir") {
    const items = children.filter((child) => child.children !== null && child.name === "li").length;
    return { ...context, depth: context.depth + 1, list: listNumbers(look, items) };
  }
  if (name === "li") openItem(writer, look, context);
  const heading = /^h([1-6])$/.exec(name)?.[1];
  if (heading !== undefined) writer.lineStart({ depth: 0, bullet: false, number: null, heading: Number(heading) });
  const preformatted = name === "pre" || name === "listing" || name === "xmp" || /(?:^|;)white-space:pre/.test(look.style);
  return preformatted ? { ...context, preformatted } : context;
}

function openItem(writer: LayerWriter, look: Look, { depth, list }: Context): void {
  const number = list ? nextNumber(list, look.value("value")) : null;
  writer.lineStart({ depth: Math.max(depth, 1), bullet: list?.bullet ?? true, number, heading: 0 });
}

/** Rows that are read across, a line each. */
function writeRows(writing: Writing, element: Element, context: Context): void {
  for (const child of element.children) {
    if (child.children === null) continue;
    const reason = writing.survey.leftOut[child.index];
    if (reason !== undefined) leaveOut(writing, reason, child);
    else if (isCell(child)) {
      writeChildren(writing, child, context);
      writing.writer.cell();
    } else if (child.name === "caption") writeElement(writing, child, { ...context, inRow: false });
    else {
      if (child.name === "tr") writing.writer.gap("row");
      writeRows(writing, child, context);
    }
  }
}

/** Dates as they stand beside a title: on a day, in figures or with the month in letters. */
const date = /\b(?:\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:\p{L}{3,12}|\d{1,2})\.?,?[\s./-]+(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\p{L}{3,12}\s+\d{1,2},?\s+(?:19|20)\d\d)\b/u;

/** From this length on, in characters, a paragraph is kept whatever it says. */
const longParagraph = 80;

/** Ends a paragraph, and takes it away again where it is no part of the text. */
function endParagraph(writing: Writing, outside: boolean): void {
  const { writer, paragraph } = writing;
  if (writer.length() === writing.numberEnd) return;
  writer.gap("paragraph");
  const reason = writer.length() > paragraph ? straggler(writing, outside) : null;
  if (reason !== null) {
    addTo(writing.leftOut, reason, writer.length() - paragraph);
    writer.cut(paragraph);
  }
  writing.paragraph = writer.length();
  writing.linked = writing.links = 0;
}

/** Share of links, and least number of them, in a short paragraph that only leads elsewhere. */
const onlyLinks = { share: 0.5, least: 3 };

/**
 * Why a paragraph is no part of the text, or null: a row of links; outside of the main part anything short that is neither
 * a first heading nor bears a date.
 */
function straggler({ writer, paragraph, linked, links }: Writing, outside: boolean): string | null {
  const length = writer.length() - paragraph;
  if (length < longParagraph && links >= onlyLinks.least && linked >= length * onlyLinks.share) return "navigation";
  if (!outside || length >= longParagraph) return null;
  const text = writer.since(paragraph).trim();
  return text.startsWith("# ") || date.test(text) ? null : "outside the main text";
}

function leaveOut(writing: Writing, reason: string, element: Element): void {
  const count = writing.survey.measures[element.index]?.chars ?? wordsIn(writing.page.raw, element);
  if (reason !== "" && count > 0) addTo(writing.leftOut, reason, count);
}

function wordsIn(raw: string, element: Element): number {
  return element.children.reduce(
    (sum, child) => sum + (child.children === null ? raw.slice(child.start, child.end).trim().length : wordsIn(raw, child)),
    0,
  );
}

function addTo(sums: Map<string, number>, key: string, count: number): void {
  sums.set(key, (sums.get(key) ?? 0) + count);
}
