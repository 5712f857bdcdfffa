import { describeMiss, type Miss } from "./misses.ts";
import type { SetReport } from "./report.ts";

/** What a change of the rules has done to one set. */
export interface Change {
  readonly set: string;
  /** Misses of before that are right now. */
  readonly gained: readonly Miss[];
  /** Misses that there were none of before. */
  readonly lost: readonly Miss[];
}

/** Gains and losses of every set that both scores have. */
export function changesBetween(before: readonly SetReport[], after: readonly SetReport[]): Change[] {
  return after.flatMap(({ set, misses }) => {
    const old = before.find((report) => report.set === set);
    if (!old) return [];
    return [{ set, gained: without(old.misses, misses), lost: without(misses, old.misses) }];
  });
}

function without(misses: readonly Miss[], others: readonly Miss[]): Miss[] {
  const known = new Set(others.map(describeMiss));
  return misses.filter((miss) => !known.has(describeMiss(miss)));
}

/** A change in lines: `+` what was gained, `-` what was lost. */
export function describeChange({ set, gained, lost }: Change): string {
  return [
    `${set}: ${gained.length} gained, ${lost.length} lost`,
    ...gained.map((miss) => `+ ${describeMiss(miss)}`),
    ...lost.map((miss) => `- ${describeMiss(miss)}`),
  ].join("\n");
}
