import { keyOf, slug } from "../ids.ts";

/**
 * The candidate that a mistyped word was most likely meant to be, or null where none is close: at most a third of the
 * letters changed, or one contained in the other. Ties go to the first in code-unit order.
 */
export function nearestWord(word: string, candidates: Iterable<string>): string | null {
  return best(word.toLowerCase(), candidates, (candidate) => candidate.toLowerCase());
}

/** As {@link nearestWord} for ids: keys are compared, `adsom+` counts as `adsom-plus`. */
export function nearestId(text: string, candidates: Iterable<string>): string | null {
  return best(idKey(text), candidates, keyOf);
}

function idKey(text: string): string {
  return slug(keyOf(text).replaceAll("+", "-plus"));
}

function best(word: string, candidates: Iterable<string>, formOf: (candidate: string) => string): string | null {
  let found: string | null = null;
  let least = Infinity;
  for (const candidate of [...candidates].sort()) {
    const distance = distanceBetween(word, formOf(candidate));
    if (distance < least) [found, least] = [candidate, distance];
  }
  return found;
}

function distanceBetween(a: string, b: string): number {
  const changed = editDistance(a, b);
  if (changed <= Math.max(a.length, b.length) / 3) return changed;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.includes(short) ? long.length : Infinity;
}

/** Letters to insert, delete or replace to turn one word into the other. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
