import { isBlock } from "./elements.ts";
import { furnitureRule, mostProse, saysItIsMain } from "./furniture.ts";
import { looker, type Look } from "./look.ts";
import type { Element, Page } from "./tree.ts";
import { unseenBy } from "./unseen.ts";

/** How much text there is, in characters of the page's source. */
interface Amount {
  chars: number;
  linkChars: number;
  /** Characters of running text: stretches of at least {@link leastProse} outside of links. */
  prose: number;
}

/** What is known of an element that is seen. */
interface Measure extends Amount {
  readonly look: Look;
  /** A first-level heading or a `time` stands in it. */
  namesText: boolean;
}

/** What of a page is its text. */
export interface Survey {
  /** Why an element is not part of the text, by its index; empty for code, undefined for an element that is part of it. */
  readonly leftOut: readonly (string | undefined)[];
  /** The element that holds the text; of what stands outside only running text, title and dates count. */
  readonly main: Element;
  /** By the index of the element; undefined for what is not seen. */
  readonly measures: readonly (Measure | undefined)[];
  /** Characters of running text in what is left out. */
  readonly proseLeftOut: number;
  readonly prose: number;
}

/** Shortest stretch of running text, in characters; menus and buttons are shorter. */
const leastProse = 60;

/** Share of the running text that the main part holds at least. */
const mainShare = 0.9;

/** Largest share of links in what the main part takes in from around it. */
const mostLinks = 0.3;

/** Tells the text of a page from its furniture. */
export function surveyPage(page: Page): Survey {
  const leftOut: (string | undefined)[] = [];
  const measures: (Measure | undefined)[] = [];
  measure(page, leftOut, measures);
  const whole = measures[page.root.index]?.prose ?? 0;
  const { prose } = judge(page.root, false, { leftOut, measures, whole });
  return { leftOut, measures, main: mainPart(page.root, leftOut, measures), prose, proseLeftOut: whole - prose };
}

interface Run {
  chars: number;
  linkChars: number;
}

/** Fills in how much text each element holds; what is not seen is left out at once and holds none. */
function measure({ raw, root }: Page, leftOut: (string | undefined)[], measures: (Measure | undefined)[]): void {
  const run: Run = { chars: 0, linkChars: 0 };
  const lookAt = looker(raw);
  const flush = (block: Measure) => {
    const words = run.chars - run.linkChars;
    if (words >= leastProse) block.prose += words;
    run.chars = run.linkChars = 0;
  };
  const visit = (element: Element, outer: Measure | null, inLink: boolean): Measure | null => {
    const look = lookAt(element);
    const unseen = unseenBy(look);
    if (unseen) {
      leftOut[element.index] = unseen.words ? "hidden" : "";
      return null;
    }
    const own: Measure = { look, chars: 0, linkChars: 0, prose: 0, namesText: namesText.has(element.name) };
    measures[element.index] = own;
    const block = outer === null || isBlock(element.name);
    if (block && outer) flush(outer);
    const container = block ? own : outer;
    const link = inLink || element.name === "a";
    for (const child of element.children) {
      if (child.children === null) {
        const count = raw.slice(child.start, child.end).trim().length;
        own.chars += count;
        run.chars += count;
        if (link) own.linkChars += count;
        if (link) run.linkChars += count;
        continue;
      }
      const inner = visit(child, container, link);
      if (!inner) continue;
      own.chars += inner.chars;
      own.linkChars += inner.linkChars;
      own.prose += inner.prose;
      own.namesText ||= inner.namesText;
    }
    if (block) flush(own);
    return own;
  };
  visit(root, null, false);
}

const namesText = new Set(["h1", "time"]);

interface Judging {
  readonly leftOut: (string | undefined)[];
  readonly measures: readonly (Measure | undefined)[];
  /** Running text of the whole page. */
  readonly whole: number;
}

const nothing: Amount = { chars: 0, linkChars: 0, prose: 0 };

/** Marks the furniture in an element, and takes what it holds off the element's measure. Returns what is left. */
function judge(element: Element, inArticle: boolean, judging: Judging): Amount {
  const { leftOut, measures, whole } = judging;
  const own = measures[element.index];
  if (!own) return nothing;
  const rule = own.prose > whole * mostProse ? null : furnitureRule(own.look, { inArticle, ...own });
  if (rule) {
    leftOut[element.index] = rule;
    return nothing;
  }
  const inside = inArticle || saysItIsMain(own.look);
  for (const child of element.children) {
    const measured = child.children === null ? undefined : measures[child.index];
    if (child.children === null || !measured) continue;
    const { chars, linkChars, prose } = measured;
    const left = judge(child, inside, judging);
    own.chars -= chars - left.chars;
    own.linkChars -= linkChars - left.linkChars;
    own.prose -= prose - left.prose;
  }
  return own;
}

function addsWords(around: Amount, inner: Amount): boolean {
  return around.linkChars - inner.linkChars <= (around.chars - inner.chars) * mostLinks;
}

/**
 * The innermost element with nearly all of the running text; of the elements around it the one that says it is the
 * text, else all that add words rather than links.
 */
function mainPart(
  root: Element,
  leftOut: readonly (string | undefined)[],
  measures: readonly (Measure | undefined)[],
): Element {
  const of = (element: Element) => (leftOut[element.index] !== undefined ? nothing : (measures[element.index] ?? nothing));
  const least = of(root).prose * mainShare;
  if (least === 0) return root;
  const isMarked = (element: Element) => {
    const look = measures[element.index]?.look;
    return look !== undefined && saysItIsMain(look);
  };
  const path = [root];
  for (let inner: Element | undefined = root; inner; ) {
    inner = inner.children.find((child): child is Element => child.children !== null && of(child).prose >= least);
    if (inner) path.push(inner);
  }
  const said = path.findLast((element) => isMarked(element));
  if (said) return said;
  let at = path.length - 1;
  while (at > 0 && addsWords(of(path[at - 1] ?? root), of(path[at] ?? root))) at--;
  return path[at] ?? root;
}
