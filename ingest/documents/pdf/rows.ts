import type { Item } from "./items.ts";

/** Text that stands on one base line without a wide gap. Lengths in points, y downwards. */
export interface Segment {
  readonly pieces: readonly Piece[];
  readonly left: number;
  readonly right: number;
  /** Base line. */
  readonly y: number;
  /** Height of most of its characters. */
  readonly size: number;
}

/** A stretch of a segment; blanks between words stand in it already. */
export interface Piece {
  readonly text: string;
  /** Small and set above the line: an ordinal's ending, or the call of a footnote. */
  readonly raised: boolean;
}

/** Text of a segment with everything that is printed in it. */
export function printed({ pieces }: Pick<Segment, "pieces">): string {
  return pieces.map(({ text }) => text).join("");
}

/** Gap, in heights of the font, between two words at most; a wider one ends a segment. */
const widestBlank = 1;
/** Gap, in heights of the font, that is a blank between words. */
const narrowestBlank = 0.16;
/** Share of the height by which base lines of one line may differ. */
const level = 0.25;

/** The segments of a page, from top to bottom, those of one base line from left to right. */
export function segmentsOf(items: readonly Item[]): Segment[] {
  const shown = withoutDoubles(items.filter(({ text, size }) => text.trim() !== "" && size > 0));
  const rows = joinRaised(rowsOf(shown));
  return rows.toSorted((a, b) => a.y - b.y).flatMap(split);
}

interface Row {
  readonly items: readonly Item[];
  readonly y: number;
  readonly size: number;
}

/** Bold print is imitated by drawing a text twice, a hair apart. */
function withoutDoubles(items: readonly Item[]): Item[] {
  const seen = new Map<string, Item[]>();
  return items.filter((item) => {
    const alike = seen.get(item.text) ?? [];
    if (alike.some(({ x, y, size }) => Math.abs(x - item.x) < size * 0.1 && Math.abs(y - item.y) < size * 0.1)) {
      return false;
    }
    seen.set(item.text, [...alike.slice(-8), item]);
    return true;
  });
}

function rowsOf(items: readonly Item[]): Row[] {
  const rows: Item[][] = [];
  for (const item of items.toSorted((a, b) => a.y - b.y)) {
    const open = rows.at(-1);
    const first = open?.[0];
    if (open && first && Math.abs(first.y - item.y) <= Math.max(first.size, item.size) * level) open.push(item);
    else rows.push([item]);
  }
  return rows.map((row) => ({ items: row, ...mainOf(row) }));
}

/** Base line and height of most characters of a row. */
function mainOf(items: readonly Item[]): { y: number; size: number } {
  const lengths = new Map<number, number>();
  for (const { size, text } of items) lengths.set(size, (lengths.get(size) ?? 0) + text.length);
  const [size] = [...lengths].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0]);
  return { size, y: items.find((item) => item.size === size)?.y ?? 0 };
}

/** A row of small print that hangs on the words of the row below or above it is part of that row. */
function joinRaised(rows: readonly Row[]): Row[] {
  const joined: (Row | null)[] = [...rows];
  rows.forEach((row, index) => {
    const host = [index + 1, index - 1].find((at) => {
      const other = rows[at];
      return other !== undefined && joined[at] !== null && hangsOn(row, other);
    });
    if (host === undefined) return;
    const other = joined[host];
    if (!other) return;
    joined[host] = { ...other, items: [...other.items, ...row.items] };
    joined[index] = null;
  });
  return joined.filter((row) => row !== null);
}

function hangsOn(small: Row, host: Row): boolean {
  if (small.size > host.size * 0.85 || Math.abs(small.y - host.y) > host.size * 0.7) return false;
  const reach = host.size * 0.6;
  return small.items.every(({ x, width }) =>
    host.items.some((item) => Math.abs(item.x + item.width - x) < reach || Math.abs(x + width - item.x) < reach),
  );
}

function split({ items, y, size }: Row): Segment[] {
  const sorted = items.toSorted((a, b) => a.x - b.x);
  const groups: Item[][] = [];
  let right = 0;
  for (const item of sorted) {
    const open = groups.at(-1);
    if (open && item.x - right <= Math.max(size, item.size) * widestBlank) open.push(item);
    else groups.push([item]);
    right = Math.max(open ? right : item.x, item.x + item.width);
    if (groups.at(-1)?.length === 1) right = item.x + item.width;
  }
  return groups.map((group) => segmentOf(group, y, size));
}

function segmentOf(items: readonly Item[], y: number, size: number): Segment {
  const pieces: Piece[] = [];
  let right = items[0]?.x ?? 0;
  for (const item of items) {
    const raised = item.size < size * 0.85 && item.y < y - size * 0.15;
    const last = pieces.at(-1);
    const blank = last && item.x - right > size * narrowestBlank && !/\s$/.test(last.text) && !/^\s/.test(item.text);
    const text = blank ? ` ${item.text}` : item.text;
    if (last?.raised === raised) pieces[pieces.length - 1] = { text: last.text + text, raised };
    else pieces.push({ text, raised });
    right = Math.max(right, item.x + item.width);
  }
  return { pieces, left: items[0]?.x ?? 0, right, y, size };
}

/** Segments of one base line as one, a blank between each two. */
export function joinSegments(segments: readonly Segment[]): Segment {
  const [first, ...rest] = segments.toSorted((a, b) => a.left - b.left);
  if (!first) throw new Error("no segment to join");
  return rest.reduce(
    (joined, next) => ({
      ...joined,
      pieces: [...joined.pieces, { text: " ", raised: false }, ...next.pieces],
      right: Math.max(joined.right, next.right),
    }),
    first,
  );
}
