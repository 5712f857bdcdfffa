/** A stretch of a document with what it is, or should be, as a short text. */
export interface Item {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  /** The id, verb or value; with its place it makes the item what it is. */
  readonly value: string;
  /** The words of the document, where they say more than the value. */
  readonly surface?: string;
}

/** Right, wrongly found and missed ones of one measure. */
export interface Tally {
  readonly right: number;
  readonly extra: readonly Item[];
  readonly missed: readonly Item[];
}

/** Every measure of one document or of several, in a fixed order. */
export type Score = ReadonlyMap<string, Tally>;

/** Nothing expected and nothing found. */
export const none: Tally = { right: 0, extra: [], missed: [] };

/** Share of what was found that is right; 1 where nothing was found. */
export function precision({ right, extra }: Tally): number {
  return right + extra.length === 0 ? 1 : right / (right + extra.length);
}

/** Share of what there is that was found; 1 where there is nothing. */
export function recall({ right, missed }: Tally): number {
  return right + missed.length === 0 ? 1 : right / (right + missed.length);
}

/** Harmonic mean of the two; 1 where there is nothing to find and nothing was found. */
export function f1({ right, extra, missed }: Tally): number {
  const sum = 2 * right + extra.length + missed.length;
  return sum === 0 ? 1 : (2 * right) / sum;
}

/** Sums of several tallies: micro-averaged figures follow from them. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  return {
    right: tallies.reduce((sum, { right }) => sum + right, 0),
    extra: tallies.flatMap(({ extra }) => extra),
    missed: tallies.flatMap(({ missed }) => missed),
  };
}

/** The measures of several documents together. */
export function sumScores(scores: readonly Score[]): Score {
  const measures = [...new Set(scores.flatMap((score) => [...score.keys()]))];
  return new Map(measures.map((measure) => [measure, sumTallies(scores.map((score) => score.get(measure) ?? none))]));
}

const keyOf = ({ document, start, end, value }: Item) => `${document} ${start}-${end} ${value}`;

/** Compares two lists as sets: what is the same in document, place and value is right. */
export function compareItems(expected: readonly Item[], found: readonly Item[]): Tally {
  const [want, got] = [byKey(expected), byKey(found)];
  return {
    right: [...want.keys()].filter((key) => got.has(key)).length,
    extra: [...got].filter(([key]) => !want.has(key)).map(([, item]) => item),
    missed: [...want].filter(([key]) => !got.has(key)).map(([, item]) => item),
  };
}

function byKey(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [keyOf(item), item]));
}
