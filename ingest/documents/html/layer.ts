import { decodeHTML } from "entities";
import type { TextLayer } from "../document.ts";

/** What stands before a line. */
export interface LineStart {
  /** Depth of the list that it is an item of; 0 outside of lists. */
  readonly depth: number;
  readonly bullet: boolean;
  /** Number that its list gives it, or null. */
  readonly number: string | null;
  /** Level of a heading, 0 for none. */
  readonly heading: number;
}

/** How the next words stand to those before: in the same line, on a line that may run on, on one that does not, apart. */
export type Gap = "none" | "blank" | "line" | "row" | "paragraph";

/** Writes a {@link TextLayer} from stretches of a page's source. */
export interface LayerWriter {
  /** Appends what a reader sees of a stretch without tags: entities decoded, blanks put together. */
  text(start: number, end: number, preformatted: boolean): void;
  /** Asks for a gap before the next words; of several the widest counts. */
  gap(gap: Gap): void;
  /** What the next line starts with, once. */
  lineStart(line: LineStart): void;
  /** Sets the words from here on in bold, or no longer. */
  emphasis(on: boolean): void;
  /** Ends a cell of a table within its row. */
  cell(): void;
  length(): number;
  /** Text from an offset of the layer on. */
  since(length: number): string;
  /** Takes everything from an offset of the layer on away again. */
  cut(length: number): void;
  finish(): { readonly layer: TextLayer; readonly numbers: ReadonlyMap<number, string> };
}

const widths: Readonly<Record<Gap, number>> = { none: 0, blank: 1, line: 2, row: 3, paragraph: 4 };
const gaps: Readonly<Record<Gap, string>> = { none: "", blank: " ", line: "\n", row: "  \n", paragraph: "\n\n" };
/** A line of a paragraph. */
export const plainLine: LineStart = { depth: 0, bullet: false, number: null, heading: 0 };

/** Signs that mean something in markdown, blanks that HTML puts together, and entities. */
const special = /[&\t\n\f\r*_|[\]\\<]| {2}/g;
const blanks = /[ \t\n\f\r]+/y;
const entity = /&(?:#x[0-9a-f]{1,8}|#\d{1,8}|[a-z][a-z0-9]{1,31});?/iy;
const printedNumber = /^(?:\(?(?:\d{1,3}|[a-z]|[ivxl]{1,6})[.)]|\d{1,2}(?:\.\d{1,2}){1,3})(?=\s|&|$)/i;

/** A writer for the page `raw`. */
export function layerWriter(raw: string): LayerWriter {
  let starts = new Int32Array(4096);
  let ends = new Int32Array(4096);
  let codes = new Uint16Array(4096);
  let length = 0;
  /** End, in the page, of what was written last. */
  let written = 0;
  let pending: Gap = "none";
  let line: LineStart | null = null;
  let bold = false;
  let boldOpen = false;
  const numbers = new Map<number, string>();
  /** What entities stand for, by the writing of them. */
  const characters = new Map<string, string>();

  const reserve = (count: number) => {
    if (length + count <= codes.length) return;
    const size = Math.max(codes.length * 2, length + count);
    starts = grown(starts, new Int32Array(size));
    ends = grown(ends, new Int32Array(size));
    codes = grown(codes, new Uint16Array(size));
  };
  const put = (text: string, from: number, to: number) => {
    reserve(text.length);
    for (let at = 0; at < text.length; at++) {
      starts[length] = from;
      ends[length] = to;
      codes[length++] = text.charCodeAt(at);
    }
  };
  const copy = (from: number, to: number) => {
    if (from >= to) return;
    begin(from);
    reserve(to - from);
    for (let at = from; at < to; at++) {
      starts[length] = at;
      ends[length] = at + 1;
      codes[length++] = raw.charCodeAt(at);
    }
    written = to;
  };
  const show = (text: string, from: number, to: number) => {
    begin(from);
    put(text, from, to);
    written = to;
  };
  /** Writes what stands between the words before and those at `at`. */
  const begin = (at: number) => {
    if (boldOpen && (!bold || widths[pending] > 1)) closeBold();
    if (length > 0 && pending !== "none") put(gaps[pending], written, at);
    if (length === 0 || widths[pending] > 1) startLine(at);
    pending = "none";
    if (bold && !boldOpen) {
      put("**", at, at);
      boldOpen = true;
    }
  };
  const closeBold = () => {
    put("**", written, written);
    boldOpen = false;
  };
  const startLine = (at: number) => {
    const { depth, bullet, number, heading } = line ?? plainLine;
    line = null;
    const numbered = number !== null && !printedNumber.test(raw.slice(at, at + 12));
    if (numbered) numbers.set(length, number);
    put(" ".repeat(Math.max(depth - 1, 0) * 2), at, at);
    if (bullet && !numbered) put("- ", at, at);
    if (heading > 0) put(`${"#".repeat(heading)} `, at, at);
  };
  const ask = (gap: Gap) => {
    if (widths[gap] > widths[pending]) pending = gap;
  };
  const skipBlanks = (at: number, end: number, preformatted: boolean): number => {
    blanks.lastIndex = at;
    blanks.exec(raw);
    const next = Math.min(Math.max(blanks.lastIndex, at), end);
    const breaks = preformatted ? raw.slice(at, next).split(/\r\n|[\r\n]/).length - 1 : 0;
    if (next > at) ask(breaks === 0 ? "blank" : breaks === 1 ? "line" : "paragraph");
    return next;
  };
  const characterOf = (writing: string): string => {
    const known = characters.get(writing);
    if (known !== undefined) return known;
    const text = decodeHTML(writing);
    characters.set(writing, text);
    return text;
  };
  const decoded = (at: number, end: number): number => {
    entity.lastIndex = at;
    const match = entity.exec(raw)?.[0] ?? "&";
    const text = at + match.length <= end ? characterOf(match) : "&";
    if (text === match) {
      copy(at, at + 1);
      return at + 1;
    }
    if (/^[ \t\n\f\r]+$/.test(text)) ask("blank");
    else show(text.replace(/[*_|[\]\\<&]/g, "\\$&"), at, at + match.length);
    return at + match.length;
  };

  return {
    text(start, end, preformatted) {
      let at = start;
      while (at < end) {
        at = skipBlanks(at, end, preformatted);
        special.lastIndex = at;
        const stop = Math.min(special.exec(raw)?.index ?? end, end);
        const tail = stop > at && raw.charCodeAt(stop - 1) === 32 ? stop - 1 : stop;
        copy(at, tail);
        if (tail < stop) ask("blank");
        at = stop;
        if (at >= end) return;
        const sign = raw.charAt(at);
        if (sign === "&") at = decoded(at, end);
        else if (/\s/.test(sign)) continue;
        else {
          show(`\\${sign}`, at, at + 1);
          at++;
        }
      }
    },
    gap: ask,
    lineStart(next) {
      line = next;
    },
    emphasis(on) {
      bold = on;
    },
    cell() {
      if (boldOpen) closeBold();
      if (length > 0 && widths[pending] <= 1) put(" | ", written, written);
    },
    length: () => length,
    since: (from) => textOf(codes.subarray(from, length)),
    cut(to) {
      length = to;
      written = ends[to - 1] ?? 0;
      boldOpen = false;
      for (const at of [...numbers.keys()].reverse()) {
        if (at < to) break;
        numbers.delete(at);
      }
    },
    finish() {
      if (boldOpen) closeBold();
      const text = textOf(codes.subarray(0, length));
      return { layer: { text, starts: starts.slice(0, length), ends: ends.slice(0, length) }, numbers };
    },
  };
}

function grown<T extends Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function textOf(codes: Uint16Array): string {
  return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(codes);
}
