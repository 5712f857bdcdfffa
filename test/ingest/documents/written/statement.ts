import { level, paragraph, writeDocx } from "./docx.ts";
import { paper, widthOf, writePdf, type PdfText } from "./pdf.ts";

/** A paragraph of a statement, to be printed in any format. */
interface Printed {
  /** Number as printed, or null. */
  readonly number: string | null;
  readonly bullet: boolean;
  readonly text: string;
  /** Blanks before it. */
  readonly indent: number;
  /** A blank line stands before it. */
  readonly apart: boolean;
}

const marks = /^(\s*)([-•]\s+)?(?:(\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+)?(.*?)\s*$/;

/** The paragraphs of a text that has one on each line. */
export function paragraphsIn(raw: string): Printed[] {
  let apart = false;
  return raw.split(/\r?\n/).flatMap((line) => {
    const [, blanks = "", bullet, number = null, text = ""] = marks.exec(line) ?? [];
    const printed = { number, bullet: bullet !== undefined, text, indent: blanks.length, apart };
    apart = text === "";
    return text === "" ? [] : [printed];
  });
}

const kinds = [
  { pattern: /^\(?\d/, format: "decimal" },
  { pattern: /^\(?[ivx]+[).]/, format: "lowerRoman" },
  { pattern: /^\(?[a-z]/, format: "lowerLetter" },
] as const;

/** The statement as a DOCX file: numbers and bullets by lists, blank lines by empty paragraphs. */
export function statementDocx(raw: string): Buffer {
  const shapes: string[] = [];
  const lists: { readonly shape: number; readonly start: number }[] = [];
  const lastOf = new Map<number, { list: number; value: number }>();
  const body = paragraphsIn(raw).map(({ number, bullet, text, indent, apart }) => {
    const empty = apart ? paragraph("<w:r/>") : "";
    const indented = `<w:ind w:left="${indent * 180}"/>`;
    if (number === null && !bullet) return empty + paragraph(text, indented);
    const { shape, value } = shapeOf(number, shapes);
    const last = lastOf.get(shape);
    if (!last || last.value + 1 !== value) lists.push({ shape, start: value });
    const list = last && last.value + 1 === value ? last.list : lists.length;
    lastOf.set(shape, { list, value: bullet ? -1 : value });
    return empty + paragraph(text, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>${indented}`);
  });
  const levels = shapes.map((shape, index) => {
    const [format = "", text = ""] = shape.split(" ");
    return `<w:abstractNum w:abstractNumId="${index}">${level(0, format, text)}</w:abstractNum>`;
  });
  const uses = lists.map(
    ({ shape, start }, index) =>
      `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${shape}"/>` +
      `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
  );
  return writeDocx({ body: body.join(""), numbering: [...levels, ...uses].join("") });
}

/** The list that a number belongs to (`lowerLetter (%1)`), and which one it is. */
function shapeOf(number: string | null, shapes: string[]): { shape: number; value: number } {
  const format = number === null ? "bullet" : (kinds.find(({ pattern }) => pattern.test(number))?.format ?? "decimal");
  const digits = number?.replace(/[().]/g, "") ?? "";
  const name = number === null ? "bullet •" : `${format} ${number.replace(digits, "%1")}`;
  if (!shapes.includes(name)) shapes.push(name);
  return { shape: shapes.indexOf(name), value: valueOf(digits, format) };
}

const romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

function valueOf(digits: string, format: string): number {
  if (format === "decimal") return Number(digits);
  return format === "lowerRoman" ? romans.indexOf(digits) + 1 : digits.charCodeAt(0) - 96;
}

/** How a statement is set. */
export interface PdfSetting {
  readonly columns: 1 | 2;
  /** Words are cut at line ends where there is room. */
  readonly hyphens: boolean;
  /** Running header, and footer with the number of the page. */
  readonly furniture: boolean;
}

const size = 11;
const pitch = 14;
const margin = { left: 70, right: 70, top: 90, bottom: 90 };

/** The statement as a PDF file: set to the width of its columns, with numbers hanging out. */
export function statementPdf(raw: string, { columns, hyphens, furniture }: PdfSetting): Buffer {
  const gutter = 24;
  const width = (paper.width - margin.left - margin.right - gutter * (columns - 1)) / columns;
  const pages: PdfText[][] = [[]];
  let column = 0;
  let y = margin.top;
  const place = { blank: true };
  const down = (by: number) => {
    y += by;
    if (y <= paper.height - margin.bottom) return;
    y = margin.top;
    place.blank = true;
    column = (column + 1) % columns;
    if (column === 0) pages.push([]);
  };
  for (const { number, bullet, text, indent, apart } of paragraphsIn(raw)) {
    if (!place.blank) down(apart ? pitch * 1.6 : pitch);
    const left = margin.left + indent * 6;
    const mark = number ?? (bullet ? "•" : null);
    const hang = mark === null ? 0 : 26;
    const lines = wrap(text, width - indent * 6 - hang, hyphens);
    lines.forEach((line, index) => {
      if (index > 0) down(pitch);
      place.blank = false;
      const x = left + column * (width + gutter);
      if (index === 0 && mark !== null) pages.at(-1)?.push({ text: mark, x, y, size });
      pages.at(-1)?.push({ text: line, x: x + hang, y, size });
    });
  }
  const running = (page: number): PdfText[] => [
    { text: "Meeting of the Ministers, final text", x: margin.left, y: 50, size: 9 },
    { text: `Page ${page + 1} of ${pages.length}`, x: 270, y: 800, size: 9 },
  ];
  return writePdf(pages.map((texts, page) => (furniture && pages.length > 1 ? [...running(page), ...texts] : texts)));
}

/** Lines of at most a width in points. */
export function wrap(text: string, width: number, hyphens: boolean): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer, size) <= width) {
      line = longer;
      continue;
    }
    const cut = hyphens ? cutOf(line, word, width) : null;
    lines.push(cut === null ? line : `${line} ${cut}-`);
    line = cut === null ? word : word.slice(cut.length);
  }
  return [...lines, line];
}

/** The first half of a long plain word that still fits in the line, without its hyphen; null where none does. */
function cutOf(line: string, word: string, width: number): string | null {
  if (!/^\p{Ll}{9,}$/u.test(word)) return null;
  for (let at = word.length - 3; at >= 4; at--) {
    if (widthOf(`${line} ${word.slice(0, at)}-`, size) <= width) return word.slice(0, at);
  }
  return null;
}
