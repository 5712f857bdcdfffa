import { joinSegments, type Segment } from "./rows.ts";

/*
 * Reading order: a page is cut at the white strip between its columns, wherever text stands on both sides of it.
 */

/** Deepest cutting: columns in columns in columns. */
const deepest = 4;
/** Least lines with text on both sides that make columns of a page. */
const leastLines = 3;
/** Least width of text beside a strip, in heights of the font: the numbers before paragraphs are no column. */
const leastWidth = 4;
/** Most places at which a strip is looked for. */
const mostPlaces = 60;

/** The lines of a page in reading order; each list is one column, or what stands between columns. */
export function columnsOf(segments: readonly Segment[], depth = 0): Segment[][] {
  const strip = depth < deepest ? findStrip(segments) : null;
  if (strip === null) return segments.length === 0 ? [] : [linesOf(segments)];
  const columns: Segment[][] = [];
  for (const band of bandsOf(segments, strip)) {
    const left = band.filter((segment) => segment.right <= strip + slack);
    const right = band.filter((segment) => segment.right > strip + slack);
    if (right.some(({ left: start }) => start < strip - slack) || pairs(left, right) < 2) columns.push(linesOf(band));
    else {
      for (const [ownLeft, ownRight] of cellsOf(left, right, strip)) {
        columns.push(...columnsOf(ownLeft, depth + 1), ...columnsOf(ownRight, depth + 1));
      }
    }
  }
  return joinPlain(columns, depth);
}

/** Points by which the edge of a column may stick out. */
const slack = 1;

/** Two lists of whole lines in a row are one. */
function joinPlain(columns: readonly Segment[][], depth: number): Segment[][] {
  if (depth > 0) return [...columns];
  return columns.reduce<Segment[][]>((joined, column) => {
    const last = joined.at(-1);
    const goesOn = last && (column[0]?.y ?? 0) >= (last.at(-1)?.y ?? 0) && sameSide(last, column);
    if (goesOn) joined[joined.length - 1] = [...last, ...column];
    else joined.push(column);
    return joined;
  }, []);
}

function sameSide(above: readonly Segment[], below: readonly Segment[]): boolean {
  const [a, b] = [extent(above), extent(below)];
  const [wider, narrower] = [a.right - a.left, b.right - b.left].sort((one, other) => other - one);
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return shared > 0.8 * (narrower ?? 0) && (narrower ?? 0) > 0.7 * (wider ?? 0);
}

function extent(segments: readonly Segment[]): { left: number; right: number } {
  return {
    left: segments.reduce((least, { left }) => Math.min(least, left), Infinity),
    right: segments.reduce((most, { right }) => Math.max(most, right), -Infinity),
  };
}

/** Segments of one base line, joined, from top to bottom. */
function linesOf(segments: readonly Segment[]): Segment[] {
  const rows: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => a.y - b.y || a.left - b.left)) {
    const open = rows.at(-1);
    if (open && Math.abs((open[0]?.y ?? 0) - segment.y) <= segment.size * 0.3) open.push(segment);
    else rows.push([segment]);
  }
  return rows.map(joinSegments);
}

/** Share of the best strip's lines that another one needs to be taken before it. */
const nearlyAsGood = 0.7;

/**
 * The x at which the page falls into columns, or null where it is one: the leftmost of the good ones, since the strip
 * between the numbers and the text of the second column is as good as the one between the columns.
 */
function findStrip(segments: readonly Segment[]): number | null {
  if (segments.length < leastLines * 2) return null;
  const strips = places(segments).flatMap((x) => {
    const left = segments.filter(({ right }) => right <= x + slack);
    const right = segments.filter(({ left: start }) => start >= x - slack);
    const lines = pairs(left, right);
    const crossing = segments.length - left.length - right.length;
    const good = lines >= leastLines && lines >= crossing * 0.15 && isWide(left) && isWide(right);
    return good ? [{ x, lines }] : [];
  });
  const most = strips.reduce((best, { lines }) => Math.max(best, lines), 0);
  const enough = strips.filter(({ lines }) => lines >= most * nearlyAsGood);
  return enough.length === 0 ? null : enough.reduce((least, { x }) => Math.min(least, x), Infinity);
}

/** Left edges at which several lines begin, and edges behind gaps, the commonest first. */
function places(segments: readonly Segment[]): number[] {
  const counts = new Map<number, number>();
  for (const { left } of segments) {
    const edge = Math.round(left);
    counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostPlaces)
    .map(([edge]) => edge - slack);
}

/** How many lines on the left have a line beside them on the right. */
function pairs(left: readonly Segment[], right: readonly Segment[]): number {
  const heights = right.map(({ y }) => y).sort((a, b) => a - b);
  return left.filter(({ y, size }) => {
    let low = 0;
    let high = heights.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((heights[middle] ?? 0) < y - size * 0.7) low = middle + 1;
      else high = middle;
    }
    return (heights[low] ?? Infinity) <= y + size * 0.7;
  }).length;
}

function isWide(segments: readonly Segment[]): boolean {
  const widths = segments.map(({ left, right, size }) => (right - left) / size).sort((a, b) => a - b);
  return (widths[Math.floor(widths.length / 2)] ?? 0) >= leastWidth;
}

/** Cuts between lines that run across the strip and lines that do not. */
function bandsOf(segments: readonly Segment[], strip: number): Segment[][] {
  const bands: { across: boolean; segments: Segment[] }[] = [];
  for (const segment of segments.toSorted((a, b) => a.y - b.y)) {
    const across = segment.left < strip - slack && segment.right > strip + slack;
    const open = bands.at(-1);
    if (open?.across === across) open.segments.push(segment);
    else bands.push({ across, segments: [segment] });
  }
  return bands.map((band) => band.segments);
}

/** Share of its column that a line of running text fills at least, in the middle of all lines. */
const filled = 0.6;
/** Width of such a line at least, in heights of the font: the cells of a table of signatures hold a few words. */
const running = 14;

/**
 * Columns of running text are read one after the other; the cells of a table of signatures row by row, where a gap
 * runs across both sides.
 */
function cellsOf(left: readonly Segment[], right: readonly Segment[], strip: number): [Segment[], Segment[]][] {
  if (isRunning(left) || isRunning(right)) return [[[...left], [...right]]];
  const all = [...left, ...right].sort((a, b) => a.y - b.y);
  const cells: [Segment[], Segment[]][] = [];
  let below = -Infinity;
  for (const segment of all) {
    if (segment.y - below > segment.size * 2) cells.push([[], []]);
    cells.at(-1)?.[segment.right <= strip + slack ? 0 : 1].push(segment);
    below = segment.y;
  }
  return cells;
}

function isRunning(segments: readonly Segment[]): boolean {
  const column = extent(segments);
  const widths = segments.map(({ left, right, size }) => ({ width: right - left, size }));
  const { width, size } = widths.sort((a, b) => a.width - b.width)[Math.floor(widths.length / 2)] ?? { width: 0, size: 1 };
  return widths.length >= 3 && width >= (column.right - column.left) * filled && width >= size * running;
}
