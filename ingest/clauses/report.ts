import { findDates } from "../text/date-forms.ts";
import type { Span } from "../span.ts";
import type { Block } from "../text/blocks.ts";
import { isAdoption } from "./adoption.ts";
import { isStatement, type ClauseRole } from "./clause.ts";
import { headRole } from "./head.ts";
import { isHeading } from "./heading.ts";
import { isNoise } from "./noise.ts";
import { markStyle, wordCount, type Page } from "./page.ts";
import { signatureAt } from "./signature.ts";
import { plainUnit, type Unit } from "./unit.ts";

/** Open lists, outermost first: the mark that their items have and the unit that each hangs on. */
interface Level {
  readonly style: string;
  readonly unit: number;
}

/**
 * Units of a text without preamble and decisions: title, paragraphs (numbered or not), lists with the paragraph they
 * hang on, headings, datelines, signature.
 */
export function segmentReport(page: Page): Unit[] {
  const units: Unit[] = [];
  let levels: Level[] = [];
  let list: number | null = null;
  // Number of the last paragraph at the top: the next one goes on from it, whatever lists stand between.
  let last = 0;
  page.blocks.forEach((block, index) => {
    if (isNoise(page, index) || (index > (page.title ?? index) && index <= page.titleEnd)) return;
    const role = roleOf(page, index);
    if (role !== null) {
      const end = role === "title" ? (page.blocks[page.titleEnd]?.end ?? block.end) : block.end;
      const whole = plainUnit({ start: block.start, end }, index, role, block.number);
      units.push(...(titleBehindDate(page, index, role) ?? [whole]));
      [levels, list] = [[], null];
      return;
    }
    if (index === page.body) {
      const opened = splitOpening(page, index);
      units.push(...opened.slice(0, -1));
    }
    const start = index === page.body ? (splitOpening(page, index).at(-1)?.start ?? block.start) : block.start;
    const span = { start, end: block.end };
    const style = markStyle(block);
    list = style === "none" ? plainListParent(page, index, units, list) : null;
    const counts = style === "digit" ? Number.parseInt(block.number ?? "", 10) : Number.NaN;
    const goesOn = counts === last + 1 && last > 0 && !levels.some((level) => level.style === "digit");
    if (goesOn) levels = [{ style, unit: units.length }];
    else if (style !== "none") levels = levelsFor(levels, style, units.length, opensList(page, units));
    else if (list === null) levels = [];
    if (levels.length === 1 && !Number.isNaN(counts)) last = counts;
    const parent = style === "none" ? list : (levels.at(-2)?.unit ?? levels.at(-1)?.unit ?? null);
    units.push(itemOrParagraph({ ...span }, index, block, style, parent === units.length ? null : parent));
  });
  return units;
}

function itemOrParagraph(
  span: { start: number; end: number },
  index: number,
  block: Block,
  style: string,
  parent: number | null,
): Unit {
  const item = parent !== null || style === "bullet" || style.endsWith("alpha");
  return { ...plainUnit(span, index, item ? "list_item" : "paragraph", block.number), parent };
}

/** The unit before opens a list where it ends in a colon, unless it only says that the document follows. */
function opensList(page: Page, units: readonly Unit[]): number | null {
  const last = units.at(-1);
  const text = last ? page.layout.view.text.slice(last.start, last.end) : "";
  return text.endsWith(":") && !announcesText.test(text) ? units.length - 1 : null;
}

const announcesText = /\b(?:full\s+text|text\s+of\s+the\s+\p{L}+\s+(?:follows|is)|statement\s+reads)\b/iu;

/** The lists that are open once a block with this mark has come: its own, after those that hold it. */
function levelsFor(levels: readonly Level[], style: string, unit: number, opener: number | null): Level[] {
  const known = levels.findIndex((level) => level.style === style);
  if (known !== -1) return [...levels.slice(0, known), { style, unit }];
  if (levels.length === 0 && opener !== null)
    return [
      { style: "none", unit: opener },
      { style, unit },
    ];
  return [...levels, { style, unit }];
}

/** Parent of an unmarked line of a list: lines set close together below a colon, or ended by semicolons. */
function plainListParent(page: Page, index: number, units: readonly Unit[], open: number | null): number | null {
  const block = page.blocks[index];
  const next = page.blocks[index + 1];
  if (!block) return null;
  if (open !== null) return block.apart && !(page.texts[index - 1] ?? "").endsWith(";") ? null : open;
  const opener = opensList(page, units);
  if (opener === null) return null;
  const close = next !== undefined && !next.apart && markStyle(next) === "none";
  return close || (page.texts[index] ?? "").endsWith(";") ? opener : null;
}

const pointer =
  /^(?:for\s+(?:more|further)\s+(?:information|details|enquir)|(?:please\s+)?(?:visit|see|refer\s+to)\s|read\s+the\s+full|the\s+full\s+text\b)/i;

/** Role of a block that is no paragraph, or null. */
function roleOf(page: Page, index: number): ClauseRole | null {
  const text = page.texts[index] ?? "";
  const block = page.blocks[index];
  if (index === page.title) return "title";
  if (isStatement(page.kind) && isTail(page, index) && isAdoption(text)) return "adoption";
  const head = index < page.body || isTail(page, index) ? headRole(text) : null;
  if (head !== null) return head;
  if (isTail(page, index) && signatureAt(text)) return "signature";
  if (text.length < 200 && pointer.test(text)) return "pointer";
  return block && isHeading(page, block, text, index) ? "heading" : null;
}

/** Behind the last block that reads like prose. */
function isTail(page: Page, index: number): boolean {
  return index > page.body && index >= page.tail;
}

/** `date 2019-11-18 Ministers meet in Bangkok`: a date that a machine has put before the title. Null for any other line. */
function titleBehindDate(page: Page, index: number, role: ClauseRole): Unit[] | null {
  const block = page.blocks[index];
  const text = page.texts[index] ?? "";
  const found = role === "meta_line" && page.title === null ? machineDated(text) : undefined;
  if (!block || !found || wordCount(text.slice(found.end).trim()) < 3) return null;
  return [
    plainUnit({ start: block.start, end: block.start + found.end }, index, "meta_line"),
    plainUnit({ start: block.start + skipBlanks(text, found.end), end: block.end }, index, "title"),
  ];
}

/** The date that a machine has put at the head of a line. */
function machineDated(text: string): Span | undefined {
  const label = machineDate.exec(text)?.[0].length;
  return label === undefined ? undefined : findDates(text.slice(0, 80)).find(({ start }) => start === label);
}

const machineDate = /^(?:date|published|posted|updated)\s*:?\s+/i;
const dateline = /^\p{Lu}[\p{Lu} .'’-]{2,30}(?:,\s[^:–—]{2,40})?\s?(?::|--|–|—)(?=\s)/u;

/**
 * A line that a machine has put before the text (`date 2025-02-26 GEORGE TOWN: …`) is three units; without it the
 * dateline belongs to its paragraph. The last unit is the paragraph itself.
 */
function splitOpening(page: Page, index: number): Unit[] {
  const block = page.blocks[index];
  const text = page.texts[index] ?? "";
  const whole = block ? [plainUnit(block, index, "paragraph", block.number)] : [];
  const date = machineDated(text);
  if (!block || !date) return whole;
  const meta = plainUnit({ start: block.start, end: block.start + date.end }, index, "meta_line");
  const rest = skipBlanks(text, date.end);
  const place = dateline.exec(text.slice(rest))?.[0].length ?? 0;
  const line = { start: block.start + rest, end: block.start + rest + place };
  const body = plainUnit({ start: block.start + skipBlanks(text, rest + place), end: block.end }, index, "paragraph");
  return place > 0 ? [meta, plainUnit(line, index, "dateline"), body] : [meta, body];
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === " ") at++;
  return at;
}
