import { formatNumber } from "./number-format.ts";
import { readParagraphProperty, whole, isOn, type ParagraphProperties } from "./properties.ts";
import { readXml, type Attributes } from "./xml.ts";

/** One level of a list: what its numbers look like and where they start. */
interface Level {
  start: number;
  format: string;
  /** `%1.` or `(%2)`: text with the numbers of levels, 1-indexed. */
  text: string;
  /** 1-indexed level that makes this one start anew; null for any level above it, 0 for none. */
  restart: number | null;
  /** All numbers in it are printed in plain figures. */
  legal: boolean;
  /** Style whose paragraphs stand on this level. */
  style: string | null;
  readonly paragraph: ParagraphProperties;
}

interface List {
  readonly levels: Map<number, Level>;
  /** Style that holds the levels instead. */
  styleLink: string | null;
}

interface Use {
  list: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

/** What stands before a paragraph of a list. */
export interface Mark {
  /** The number as printed, or null for a bullet or nothing. */
  readonly number: string | null;
  readonly bullet: boolean;
}

/** The lists of a document, counted in reading order. */
export interface Numbering {
  /** Counts one paragraph on and says what is printed before it; null where there is no such list. */
  readonly next: (use: string, level: number) => Mark | null;
  /** Level of the list on which paragraphs of a style stand, 0 where it names none. */
  readonly levelOfStyle: (use: string, style: string | undefined) => number;
  /** Indents that the level sets. */
  readonly paragraph: (use: string, level: number) => Readonly<ParagraphProperties>;
}

interface Lists {
  readonly lists: Map<string, List>;
  readonly uses: Map<string, Use>;
}

/** Reads `word/numbering.xml`. `listOfStyle` names the list that a style uses. */
export function readNumbering(xml: string | null, listOfStyle: (style: string) => string | undefined): Numbering {
  const found: Lists = xml === null ? { lists: new Map(), uses: new Map() } : collect(xml);
  const levelOf = (use: string, level: number) => findLevel(found, use, level, listOfStyle);
  const counts = new Map<string, (number | null)[]>();
  const started = new Set<string>();
  return {
    next(use, level) {
      const own = levelOf(use, level);
      const list = found.uses.get(use)?.list;
      if (!own || list === undefined) return null;
      const count = counts.get(list) ?? Array.from({ length: 9 }, () => null);
      counts.set(list, count);
      countOn(count, level, own, firstOf(found.uses.get(use), use, level, started), (at) => levelOf(use, at));
      return markOf(own, count, (at) => levelOf(use, at));
    },
    levelOfStyle(use, style) {
      for (let level = 0; style !== undefined && level < 9; level++) {
        if (levelOf(use, level)?.style === style) return level;
      }
      return 0;
    },
    paragraph: (use, level) => levelOf(use, level)?.paragraph ?? {},
  };
}

/** Where a use of a list begins with a number of its own, that number, once. */
function firstOf(use: Use | undefined, id: string, level: number, started: Set<string>): number | null {
  const key = `${id}/${level}`;
  const first = use?.starts.get(level);
  if (first === undefined || started.has(key)) return null;
  started.add(key);
  return first;
}

function countOn(
  count: (number | null)[],
  level: number,
  own: Level,
  first: number | null,
  levelAt: (level: number) => Level | null,
): void {
  const before = count[level] ?? null;
  count[level] = first ?? (before === null ? own.start : before + 1);
  // A level that was passed over counts as begun.
  for (let above = 0; above < level; above++) count[above] ??= levelAt(above)?.start ?? 1;
  for (let below = level + 1; below < count.length; below++) {
    const restart = levelAt(below)?.restart ?? null;
    if (restart === null || level < restart) count[below] = null;
  }
}

function markOf(own: Level, count: readonly (number | null)[], levelAt: (level: number) => Level | null): Mark {
  if (own.format === "bullet") return { number: null, bullet: true };
  const number = own.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const level = Number(digit) - 1;
      const format = own.legal ? "decimal" : (levelAt(level)?.format ?? "decimal");
      return formatNumber(count[level] ?? levelAt(level)?.start ?? 1, format);
    })
    .trim();
  return { number: number === "" ? null : number, bullet: false };
}

function findLevel(
  { lists, uses }: Lists,
  use: string,
  level: number,
  listOfStyle: (style: string) => string | undefined,
): Level | null {
  const found = uses.get(use);
  const list = found ? lists.get(found.list) : undefined;
  if (!found || !list) return null;
  const own = found.levels.get(level) ?? list.levels.get(level);
  if (own || list.styleLink === null) return own ?? null;
  const linked = uses.get(listOfStyle(list.styleLink) ?? "");
  return linked ? (lists.get(linked.list)?.levels.get(level) ?? null) : null;
}

function collect(xml: string): Lists {
  const lists = new Map<string, List>();
  const uses = new Map<string, Use>();
  let list: List | null = null;
  let use: Use | null = null;
  let level: Level | null = null;
  let number = 0;
  readXml(xml, {
    open(name, attributes, parent) {
      const value = attributes.get("w:val");
      if (name === "w:abstractNum") {
        list = { levels: new Map(), styleLink: null };
        lists.set(attributes.get("w:abstractNumId") ?? "", list);
      } else if (name === "w:num") {
        use = { list: "", starts: new Map(), levels: new Map() };
        uses.set(attributes.get("w:numId") ?? "", use);
      } else if (name === "w:lvl") {
        number = whole(attributes.get("w:ilvl")) ?? 0;
        level = { start: 0, format: "decimal", text: "", restart: null, legal: false, style: null, paragraph: {} };
        (use ?? list)?.levels.set(number, level);
      } else if (name === "w:lvlOverride") number = whole(attributes.get("w:ilvl")) ?? 0;
      else if (name === "w:startOverride") use?.starts.set(number, whole(value) ?? 1);
      else if (name === "w:abstractNumId" && use) use.list = value ?? "";
      else if (name === "w:numStyleLink" && list) list.styleLink = value ?? null;
      else if (level) readLevel(level, name, attributes, parent);
      return name !== "w:rPr";
    },
    close(name) {
      if (name === "w:abstractNum") list = null;
      else if (name === "w:num") use = null;
      else if (name === "w:lvl") level = null;
    },
    text: () => undefined,
  });
  return { lists, uses };
}

function readLevel(level: Level, name: string, attributes: Attributes, parent: string): void {
  const value = attributes.get("w:val");
  if (parent === "w:pPr") readParagraphProperty(level.paragraph, name, attributes);
  else if (name === "w:start") level.start = whole(value) ?? 0;
  else if (name === "w:numFmt") level.format = value ?? "decimal";
  else if (name === "w:lvlText") level.text = value ?? "";
  else if (name === "w:lvlRestart") level.restart = whole(value) ?? null;
  else if (name === "w:isLgl") level.legal = isOn(value);
  else if (name === "w:pStyle") level.style = value ?? null;
}
