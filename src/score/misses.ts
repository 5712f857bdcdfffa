import { f1, type Item, type Score } from "./tally.ts";

/** One thing that is not right: what was expected at a place, what was found there, or both. */
export interface Miss {
  readonly measure: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  /** The words of the document, where the measure is one of words. */
  readonly surface: string | null;
  readonly expected: string | null;
  readonly found: string | null;
}

/** What is not right, the worst measure first; what was expected and what was found in its place make one miss. */
export function missesOf(score: Score): Miss[] {
  return [...score]
    .sort((a, b) => f1(a[1]) - f1(b[1]))
    .flatMap(([measure, { missed, extra }]) => {
      const left = new Set(extra);
      const pairs = missed.map((item) => {
        const instead = [...left].find((other) => isInstead(item, other));
        if (instead) left.delete(instead);
        return missOf(measure, item, item, instead);
      });
      return [...pairs, ...[...left].map((item) => missOf(measure, item, undefined, item))];
    });
}

/** Of the same field of the document's data, or of words that overlap. */
function isInstead(missed: Item, extra: Item): boolean {
  if (missed.document !== extra.document) return false;
  const field = /^\w+: /.exec(missed.value)?.[0];
  if (missed.end === 0) return field !== undefined && extra.value.startsWith(field);
  return extra.start < missed.end && extra.end > missed.start;
}

function missOf(measure: string, { document, start, end, surface }: Item, expected?: Item, found?: Item): Miss {
  return {
    measure,
    document,
    start,
    end,
    surface: surface ?? null,
    expected: expected ? shown(expected, expected) : null,
    found: found ? shown(found, expected ?? found) : null,
  };
}

/** The value, with its own place where that is another than the one that is named. */
function shown({ start, end, value, surface }: Item, named: Item): string {
  const elsewhere = start !== named.start || end !== named.end;
  return elsewhere ? `${value} at ${start}-${end}${surface === undefined ? "" : ` '${surface}'`}` : value;
}

/** A miss in one line. */
export function describeMiss({ measure, document, start, end, surface, expected, found }: Miss): string {
  const words = surface === null ? "" : ` '${surface.replace(/\s+/g, " ")}'`;
  const what =
    expected === null ? `found ${found ?? ""}` : `expected ${expected}${found === null ? "" : `, found ${found}`}`;
  return `${measure}: ${document}:${start}-${end}${words}: ${what}`;
}
