/** An attribute that the reader of pages asks about, with the raw span of its value. */
export interface Attribute {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What the scanner calls in the order of the page. All offsets are raw. */
export interface PageParts {
  text(start: number, end: number): void;
  /** A start tag. Answers how the characters behind it are to be read. */
  open(name: string, attributes: readonly Attribute[], start: number, end: number, selfClosing: boolean): Content;
  close(name: string, start: number, end: number): void;
}

/** How an element holds its text: as markup, as characters with entities, or as code up to its end tag. */
export type Content = "markup" | "characters";

const noAttributes: readonly Attribute[] = [];

/** The attributes that some rule asks about; all others are passed over, however many there are. */
const asked = new Set([
  "aria-hidden",
  "class",
  "content",
  "datetime",
  "hidden",
  "href",
  "id",
  "itemprop",
  "name",
  "property",
  "reversed",
  "role",
  "start",
  "style",
  "type",
  "value",
]);

const tagOpen = /<(?:\/?[a-z]|[!?/])/gi;
const nameEnd = /[\t\n\f\r />]/g;
const attributeEnd = /[\t\n\f\r />=]/g;
const valueEnd = /[\t\n\f\r >]/g;
const blanksAndSlashes = /[\t\n\f\r /]*/y;
const blanks = /[\t\n\f\r ]*/y;

/**
 * Reads a page from left to right, once, by the rules of the HTML standard's tokenizer. Returns the offset at which a tag,
 * comment or script begins that never ends (whatever follows it is in none of the parts), or null.
 */
export function scanPage(raw: string, parts: PageParts): number | null {
  // A byte order mark says how the page is written, and is no part of it.
  let at = raw.startsWith("\ufeff") ? 1 : 0;
  while (at < raw.length) {
    tagOpen.lastIndex = at;
    const open = tagOpen.exec(raw)?.index ?? raw.length;
    if (open > at) parts.text(at, open);
    if (open === raw.length) return null;
    const next = raw.charAt(open + 1);
    const end =
      next === "!" || next === "?" || (next === "/" && !/[a-z]/i.test(raw.charAt(open + 2)))
        ? endOfComment(raw, open)
        : readTag(raw, open, parts);
    if (end === null) return open;
    at = end;
  }
  return null;
}

function endOfComment(raw: string, open: number): number | null {
  if (!raw.startsWith("<!--", open)) return after(raw, ">", open);
  if (raw.startsWith(">", open + 4)) return open + 5;
  if (raw.startsWith("->", open + 4)) return open + 6;
  commentEnd.lastIndex = open + 4;
  return commentEnd.test(raw) ? commentEnd.lastIndex : null;
}

const commentEnd = /--!?>/g;

function after(raw: string, text: string, from: number): number | null {
  const found = raw.indexOf(text, from);
  return found === -1 ? null : found + text.length;
}

function readTag(raw: string, open: number, parts: PageParts): number | null {
  const closing = raw.charAt(open + 1) === "/";
  const nameStart = open + (closing ? 2 : 1);
  const nameStop = search(nameEnd, raw, nameStart);
  const name = raw.slice(nameStart, nameStop).toLowerCase();
  const tag = readAttributes(raw, nameStop);
  if (!tag) return null;
  if (closing) {
    parts.close(name, open, tag.end);
    return tag.end;
  }
  const selfClosing = raw.charAt(tag.end - 2) === "/";
  const content = parts.open(name, tag.attributes, open, tag.end, selfClosing);
  return content === "markup" ? tag.end : readCharacters(raw, name, tag.end, parts);
}

/** Attributes from `at` on and where the tag ends; null where it does not. The first of two of one name counts. */
function readAttributes(raw: string, from: number): { attributes: readonly Attribute[]; end: number } | null {
  let attributes: Attribute[] | null = null;
  let at = skip(blanksAndSlashes, raw, from);
  while (at < raw.length && raw.charCodeAt(at) !== greaterThan) {
    const nameStart = at;
    at = search(attributeEnd, raw, at + 1);
    const name = at - nameStart <= 12 ? raw.slice(nameStart, at).toLowerCase() : "";
    const value = readValue(raw, at);
    if (!value) return null;
    if (asked.has(name) && !attributes?.some((other) => other.name === name)) {
      (attributes ??= []).push({ name, start: value.start, end: value.end });
    }
    at = skip(blanksAndSlashes, raw, value.next);
  }
  return at < raw.length ? { attributes: attributes ?? noAttributes, end: at + 1 } : null;
}

const greaterThan = ">".charCodeAt(0);

function readValue(raw: string, at: number): { start: number; end: number; next: number } | null {
  const equals = skip(blanks, raw, at);
  if (raw.charAt(equals) !== "=") return { start: at, end: at, next: at };
  const start = skip(blanks, raw, equals + 1);
  const quote = raw.charAt(start);
  if (quote !== '"' && quote !== "'") {
    const end = search(valueEnd, raw, start);
    return { start, end, next: end };
  }
  const end = raw.indexOf(quote, start + 1);
  return end === -1 ? null : { start: start + 1, end, next: end + 1 };
}

/** The inside of an element without markup (title, script, style …) up to its end tag, which is read, too. */
function readCharacters(raw: string, name: string, from: number, parts: PageParts): number | null {
  const end = name === "script" ? endOfScript(raw, from) : endTag(raw, name, from);
  if (end === null) return null;
  if (end > from) parts.text(from, end);
  return readTag(raw, end, parts);
}

function endTag(raw: string, name: string, from: number): number | null {
  const pattern = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, "gi");
  pattern.lastIndex = from;
  return pattern.exec(raw)?.index ?? null;
}

const scriptMark = /<!--|-->|<(\/?)script(?=[\t\n\f\r />])/gi;

/** A script that writes a script inside a comment mark holds an end tag that is not its own. */
function endOfScript(raw: string, from: number): number | null {
  let commented = false;
  let nested = false;
  scriptMark.lastIndex = from;
  for (let mark = scriptMark.exec(raw); mark; mark = scriptMark.exec(raw)) {
    if (mark[0] === "<!--") commented = true;
    else if (mark[0] === "-->") commented = nested = false;
    else if (mark[1] === "") nested = commented;
    else if (nested) nested = false;
    else return mark.index;
  }
  return null;
}

function search(pattern: RegExp, raw: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(raw)?.index ?? raw.length;
}

function skip(pattern: RegExp, raw: string, from: number): number {
  pattern.lastIndex = from;
  pattern.exec(raw);
  return Math.max(pattern.lastIndex, from);
}
