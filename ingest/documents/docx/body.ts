import type { Span } from "../../span.ts";
import { readParagraphProperty, readRunProperty, type ParagraphProperties, type RunProperties } from "./properties.ts";
import type { Styles } from "./styles.ts";
import { readXml, type Attributes, type XmlListener } from "./xml.ts";

/** A paragraph as it is stored, in reading order. */
export interface Paragraph {
  /** As a reader sees it; a forced line break is a line break. */
  text: string;
  /** Bold, italic or underlined stretches of the text. */
  readonly emphasis: Span[];
  /** What its own properties say, without those of its style. */
  readonly own: ParagraphProperties;
  /** Offsets at which a page began when the document was last laid out. */
  readonly pageBreaks: number[];
  /** Ids of the footnotes and endnotes called in it: `footnotes/2`. */
  readonly notes: string[];
  /** It is the first of a table cell, or the first behind a table. */
  cell: boolean;
  /** Its end is hidden or deleted: the next paragraph goes on with it. */
  open: boolean;
}

/** Elements that hold no text of the document as it stands: deleted or moved text, old properties, fall-backs, settings. */
const leftOut = new Set([
  "w:del", "w:moveFrom", "w:delText", "w:delInstrText", "w:instrText", "w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:trPrChange",
  "w:tcPrChange", "w:sectPr", "w:tblPr", "w:tblGrid", "w:tcPr", "w:rt", "w:comment", "w:customXmlDelRangeStart", "w:annotationRef",
]); // prettier-ignore

/** What a run holds beside text, as a reader sees it. */
const characters: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:ptab": "\t",
  "w:cr": "\n",
  "w:softHyphen": "\u00ad",
  "w:noBreakHyphen": "-",
};

/** The notes of one part: the paragraphs of each, by id. */
export type Notes = ReadonlyMap<string, readonly Paragraph[]>;

/** The paragraphs of `word/document.xml`. */
export function readBody(xml: string, styles: Styles): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  readXml(xml, bodyListener(styles, (paragraph) => paragraphs.push(paragraph)));
  return paragraphs;
}

/** The notes of `word/footnotes.xml` or `word/endnotes.xml`, without the lines that separate them from the text. */
export function readNotes(xml: string, styles: Styles): Notes {
  const notes = new Map<string, Paragraph[]>();
  let open: Paragraph[] = [];
  const listener = bodyListener(styles, (paragraph) => open.push(paragraph));
  readXml(xml, {
    ...listener,
    open(name, attributes, parent) {
      if (name === "w:footnote" || name === "w:endnote") {
        open = [];
        if (attributes.get("w:type") !== undefined && attributes.get("w:type") !== "normal") return false;
        notes.set(attributes.get("w:id") ?? "", open);
      }
      return listener.open(name, attributes, parent);
    },
  });
  return notes;
}

interface OpenParagraph extends Paragraph {
  /** Paragraphs of text boxes that are anchored in it. */
  readonly boxed: Paragraph[];
}

interface State {
  readonly paragraphs: OpenParagraph[];
  /** Properties of the open run; those of its paragraph's mark while `mark` holds. */
  run: RunProperties;
  mark: boolean;
  /** For each open field: true while its result is shown, false while its instruction is read. */
  readonly fields: boolean[];
  /** For each open choice of forms: true once one was taken. */
  readonly choices: boolean[];
  /** The next paragraph begins a cell or follows a table. */
  cell: boolean;
  /** For each open row: true where it was deleted. */
  readonly rows: boolean[];
  keepBlanks: boolean;
}

function bodyListener(styles: Styles, found: (paragraph: Paragraph) => void): XmlListener {
  const state: State = {
    paragraphs: [],
    run: {},
    mark: false,
    fields: [],
    choices: [],
    cell: false,
    rows: [],
    keepBlanks: false,
  };
  return {
    open(name, attributes, parent) {
      const paragraph = state.paragraphs.at(-1);
      if (parent === "w:pPr" || parent === "w:numPr") readParagraphMark(state, paragraph, name, attributes);
      else if (parent === "w:rPr") readRun(state, paragraph, name, attributes);
      else if (parent === "w:trPr" && name === "w:del") state.rows[state.rows.length - 1] = true;
      else return readContent(state, styles, name, attributes);
      return name === "w:rPr" || name === "w:numPr";
    },
    close(name) {
      if (name === "w:p") closeParagraph(state, found);
      else if (name === "w:rPr") state.mark = false;
      else if (name === "w:tbl" || name === "w:tc") state.cell = true;
      else if (name === "w:tr") state.rows.pop();
      else if (name === "mc:AlternateContent") state.choices.pop();
    },
    text(text, parent) {
      if (parent !== "w:t" && parent !== "m:t") return;
      const flat = text.replace(/[\r\n]+/g, " ");
      write(state, styles, state.keepBlanks || parent === "m:t" ? flat : flat.replace(/^[ \t]+|[ \t]+$/g, ""));
    },
  };
}

function readParagraphMark(state: State, paragraph: OpenParagraph | undefined, name: string, attributes: Attributes) {
  state.mark = name === "w:rPr";
  if (paragraph) readParagraphProperty(paragraph.own, name, attributes);
}

function readRun(state: State, paragraph: OpenParagraph | undefined, name: string, attributes: Attributes): void {
  if (!state.mark) readRunProperty(state.run, name, attributes);
  else if (paragraph && (name === "w:del" || name === "w:moveFrom" || name === "w:specVanish")) paragraph.open = true;
}

function readContent(state: State, styles: Styles, name: string, attributes: Attributes): boolean {
  const paragraph = state.paragraphs.at(-1);
  if (leftOut.has(name)) return false;
  const character = characters[name];
  if (character !== undefined) write(state, styles, character);
  else if (name === "w:p") openParagraph(state);
  else if (name === "w:r") state.run = {};
  else if (name === "w:t") state.keepBlanks = attributes.get("xml:space") === "preserve";
  else if (name === "w:br") write(state, styles, "\n");
  else if (name === "w:tr") state.rows.push(false);
  else if (name === "w:fldChar") readField(state, attributes.get("w:fldCharType"));
  else if (name === "w:lastRenderedPageBreak") paragraph?.pageBreaks.push(paragraph.text.length);
  else if (name === "w:footnoteReference") paragraph?.notes.push(`footnotes/${attributes.get("w:id") ?? ""}`);
  else if (name === "w:endnoteReference") paragraph?.notes.push(`endnotes/${attributes.get("w:id") ?? ""}`);
  else if (name === "mc:AlternateContent") state.choices.push(false);
  else if (name === "mc:Choice" || name === "mc:Fallback") return takeChoice(state);
  return true;
}

/** Of several forms of one thing the first is taken: a text box is stored twice. */
function takeChoice(state: State): boolean {
  const taken = state.choices.at(-1) === true;
  state.choices[state.choices.length - 1] = true;
  return !taken;
}

function readField(state: State, type: string | undefined): void {
  if (type === "begin") state.fields.push(false);
  else if (type === "separate") state.fields[state.fields.length - 1] = true;
  else if (type === "end") state.fields.pop();
}

function openParagraph(state: State): void {
  state.run = {};
  state.paragraphs.push({
    text: "",
    emphasis: [],
    own: {},
    pageBreaks: [],
    notes: [],
    cell: state.cell,
    open: false,
    boxed: [],
  });
  state.cell = false;
}

function closeParagraph(state: State, found: (paragraph: Paragraph) => void): void {
  const closed = state.paragraphs.pop();
  if (!closed || state.rows.includes(true)) return;
  const { boxed, ...paragraph } = closed;
  const outer = state.paragraphs.at(-1);
  const all = [paragraph, ...boxed];
  if (outer) outer.boxed.push(...all);
  else all.forEach(found);
}

function write(state: State, styles: Styles, text: string): void {
  const paragraph = state.paragraphs.at(-1);
  if (!paragraph || text === "" || state.fields.includes(false)) return;
  const run = {
    ...styles.paragraphRun(paragraph.own.style),
    ...styles.run(state.run.style),
    ...state.run,
  };
  if (run.hidden === true) return;
  const start = paragraph.text.length;
  paragraph.text += run.capitals === true ? text.toUpperCase() : text;
  if (run.bold !== true && run.italic !== true && run.underline !== true) return;
  const last = paragraph.emphasis.at(-1);
  if (last?.end === start) paragraph.emphasis[paragraph.emphasis.length - 1] = { ...last, end: paragraph.text.length };
  else paragraph.emphasis.push({ start, end: paragraph.text.length });
}
