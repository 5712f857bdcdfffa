import type { ParsedProblem } from "../parsed.ts";
import { joinSegments, printed, type Segment } from "./rows.ts";

/** The segments of one page. */
export interface PageSegments {
  /** 1-indexed. */
  readonly number: number;
  readonly height: number;
  readonly segments: readonly Segment[];
}

/** Share of the page's height, at its top and at its bottom, in which running lines stand. */
const edge = 0.13;
/** Most lines of one edge that are looked at. */
const mostLines = 4;

/** A line at the edge of a page. */
interface EdgeLine {
  readonly page: number;
  readonly segments: readonly Segment[];
  readonly text: string;
  readonly y: number;
}

/**
 * Pages without running headers, footers and page numbers: lines at an edge that stand at one height on several pages and
 * say the same but for figures, and lines that only say which page it is.
 */
export function withoutFurniture(
  pages: readonly PageSegments[],
): { readonly pages: readonly PageSegments[]; readonly problems: readonly ParsedProblem[] } {
  const lines = pages.flatMap(edgeLines);
  const out = new Set<Segment>();
  const texts = new Set<string>();
  const again = repeated(lines);
  for (const line of lines) {
    if (!again.has(line) && !isPageNumber(line)) continue;
    line.segments.forEach((segment) => out.add(segment));
    texts.add(line.text.replace(/\d+/g, "#"));
  }
  return {
    pages: pages.map((page) => ({ ...page, segments: page.segments.filter((segment) => !out.has(segment)) })),
    problems: texts.size === 0 ? [] : [note([...texts])],
  };
}

function note(texts: readonly string[]): ParsedProblem {
  const shown = texts.map((text) => `'${text.slice(0, 80)}'`).join(", ");
  const message = `left out as running headers, footers and page numbers (# for figures): ${shown.slice(0, 400)}`;
  return { rule: "page-furniture", severity: "note", message };
}

/** The outermost lines at both edges of a page. */
function edgeLines({ number, height, segments }: PageSegments): EdgeLine[] {
  const rows: Segment[][] = [];
  for (const segment of segments) {
    const open = rows.at(-1);
    if (open?.[0]?.y === segment.y) open.push(segment);
    else rows.push([segment]);
  }
  const atEdge = (row: readonly Segment[]) => {
    const y = row[0]?.y ?? 0;
    return y < height * edge || y > height * (1 - edge);
  };
  const outer = rows.length <= mostLines * 2 ? rows : [...rows.slice(0, mostLines), ...rows.slice(-mostLines)];
  return outer.filter(atEdge).map((row) => ({
    page: number,
    segments: row,
    text: printed(joinSegments(row)).replace(/\s+/g, " ").trim(),
    y: row[0]?.y ?? 0,
  }));
}

/** Points by which a running line may move from page to page. */
const drift = 4;
/** Least share of the pages on which a running line stands. */
const share = 0.3;

function repeated(lines: readonly EdgeLine[]): ReadonlySet<EdgeLine> {
  const groups = new Map<string, EdgeLine[]>();
  for (const line of lines) {
    const key = line.text.replace(/\d+/g, "#");
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const pages = new Set(lines.map(({ page }) => page)).size;
  const found = new Set<EdgeLine>();
  for (const group of groups.values()) {
    for (const line of group) {
      const alike = group.filter(({ y }) => Math.abs(y - line.y) <= drift);
      if (new Set(alike.map(({ page }) => page)).size >= Math.max(2, pages * share)) found.add(line);
    }
  }
  return found;
}

const pageNumber = /^(?:page\s+)?[-–—|\s]*(\d{1,4}|[ivx]{1,6})[-–—|\s]*(?:(?:of|\/)\s*\d{1,4})?$/i;

/** A line that says the number of its page, or one that only a page number can be. */
function isPageNumber({ text, page }: EdgeLine): boolean {
  const number = pageNumber.exec(text)?.[1];
  if (number === undefined) return false;
  return Number(number) === page || /^page\b|[-–—]\s*\d|\d\s*(?:of|\/)\s*\d/i.test(text);
}
