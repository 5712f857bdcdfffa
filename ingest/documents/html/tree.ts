import type { Span } from "../../span.ts";
import { emptyElements, impliedBy, isBlock, scopeEnds } from "./elements.ts";
import { scanPage, type Attribute, type Content } from "./scan.ts";

/** An element of a page; a span of its own is that of its start tag. */
export interface Element extends Span {
  /** Its number among the elements of the page, in the order of their start tags; 0 for the page itself. */
  readonly index: number;
  /** Lower case. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly children: (Element | Text)[];
}

/** A stretch of characters between two tags, raw: entities stand in it as they are written. */
export interface Text extends Span {
  readonly children: null;
}

/** A parsed page. */
export interface Page {
  readonly raw: string;
  readonly root: Element;
  /** Offset of a tag or comment that never ends and takes the rest of the page with it, or null. */
  readonly cutAt: number | null;
  /** Offset of the first element that stood too deep and was read as part of the one around it, or null. */
  readonly tooDeepAt: number | null;
}

/** Deepest nesting of elements that is kept; browsers keep as much. */
const deepest = 512;

/** Most elements that a page may have; the longest real ones have a few ten thousand. */
export const mostElements = 1_000_000;

interface Open {
  readonly raw: string;
  /** From the root to the innermost open element. */
  readonly stack: Element[];
  /** How many of each name the stack holds. */
  readonly opened: Map<string, number>;
  /** Elements that were too deep to be opened, by name: their end tags close nothing. */
  readonly unopened: Map<string, number>;
  tooDeepAt: number | null;
  /** Place in the stack of the outermost drawing or formula, or beyond its end. */
  foreignFrom: number;
  count: number;
}

/**
 * The elements of a page, by what the HTML standard says of tags that are left out. Elements that only carry print
 * (`b`, `font`) end with the block they stand in; so time and memory follow the length of the page, whatever it holds.
 * Null where it has more than {@link mostElements}.
 */
export function parsePage(raw: string): Page | null {
  const root: Element = { index: 0, name: "#page", attributes: [], children: [], start: 0, end: 0 };
  const open: Open = { raw, stack: [root], opened: new Map(), unopened: new Map(), tooDeepAt: null, foreignFrom: deepest, count: 0 };
  const cutAt = scanPage(raw, {
    text: (start, end) => {
      top(open).children.push({ children: null, start, end });
    },
    open: (name, attributes, start, end, selfClosing) => {
      if (frames.has(name)) return "markup";
      return openElement(open, { index: ++open.count, name, attributes, children: [], start, end }, selfClosing);
    },
    close: (name, start, end) => {
      closeElement(open, name, start, end);
    },
  });
  return open.count > mostElements ? null : { raw, root, cutAt, tooDeepAt: open.tooDeepAt };
}

/** Every page has these, written or not; they say nothing of the text. */
const frames = new Set(["html", "head", "body", "frameset"]);

const plainContent = new Set(["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"]);
const foreign = new Set(["svg", "math"]);

function openElement(open: Open, element: Element, selfClosing: boolean): Content {
  // Nothing is kept of a page that is refused in the end.
  if (open.count > mostElements) return "markup";
  const { name } = element;
  for (const { closes, within } of impliedBy(name)) closeImplied(open, closes, within);
  top(open).children.push(element);
  const inForeign = open.foreignFrom < open.stack.length;
  if (emptyElements.has(name) || (selfClosing && (inForeign || foreign.has(name)))) return "markup";
  if (open.stack.length < deepest) push(open, element);
  else {
    open.tooDeepAt ??= element.start;
    open.unopened.set(name, (open.unopened.get(name) ?? 0) + 1);
  }
  return plainContent.has(name) && !inForeign ? "characters" : "markup";
}

function push(open: Open, element: Element): void {
  if (open.foreignFrom >= open.stack.length) open.foreignFrom = foreign.has(element.name) ? open.stack.length : deepest;
  open.stack.push(element);
  open.opened.set(element.name, (open.opened.get(element.name) ?? 0) + 1);
}

/** Closes the open elements from a place in the stack on. */
function closeFrom(open: Open, place: number): void {
  for (let { name } = top(open); open.stack.length > place; { name } = top(open)) {
    open.opened.set(name, (open.opened.get(name) ?? 1) - 1);
    open.stack.pop();
  }
}

/** False where no element of the name is open: saves looking for one, which a deep page would ask for again and again. */
function isOpen({ opened }: Open, name: string): boolean {
  return (opened.get(name) ?? 0) > 0;
}

/** Closes the nearest open element of those names, unless one that shields it stands between. */
function closeImplied(open: Open, names: readonly string[], within: ReadonlySet<string>): void {
  if (!names.some((name) => isOpen(open, name))) return;
  for (let at = open.stack.length - 1; at > 0; at--) {
    const name = open.stack[at]?.name ?? "";
    if (names.includes(name)) closeFrom(open, at);
    else if (!within.has(name)) continue;
    return;
  }
}

function closeElement(open: Open, name: string, start: number, end: number): void {
  const skipped = open.unopened.get(name) ?? 0;
  if (skipped > 0) open.unopened.set(name, skipped - 1);
  else if (name === "br") addEmpty(open, name, start, end);
  else if (!isBlock(name) && !scopeEnds.has(name)) closeInline(open, name);
  else if (!closeBlock(open, name) && name === "p") addEmpty(open, name, start, end);
}

/** An end tag without a start tag that still parts what stands before it from what stands behind. */
function addEmpty(open: Open, name: string, start: number, end: number): void {
  top(open).children.push({ index: ++open.count, name, attributes: [], children: [], start, end });
}

/** True where there was one to close. */
function closeBlock(open: Open, name: string): boolean {
  const heading = headings.has(name);
  if (!heading && !isOpen(open, name)) return false;
  for (let at = open.stack.length - 1; at > 0; at--) {
    const outer = open.stack[at]?.name ?? "";
    if (outer === name || (heading && headings.has(outer))) {
      closeFrom(open, at);
      return true;
    }
    if (scopeEnds.has(outer) && !(tableParts.has(name) && outer !== "table")) return false;
  }
  return false;
}

const headings = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);
const tableParts = new Set(["table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"]);

/** An end tag of an element in a line closes nothing beyond the block that it stands in. */
function closeInline(open: Open, name: string): void {
  if (!isOpen(open, name)) return;
  for (let at = open.stack.length - 1; at > 0; at--) {
    const outer = open.stack[at]?.name ?? "";
    if (outer === name) {
      closeFrom(open, at);
      return;
    }
    if (isBlock(outer) || scopeEnds.has(outer)) return;
  }
}

function top({ stack }: Open): Element {
  const last = stack.at(-1);
  if (!last) throw new Error("the page itself was closed");
  return last;
}

/** Value of an attribute as it is written, entities and all, or null where the element has none of that name. */
export function attribute(raw: string, { attributes }: Element, name: string): string | null {
  const found = attributes.find((each) => each.name === name);
  return found ? raw.slice(found.start, found.end) : null;
}
