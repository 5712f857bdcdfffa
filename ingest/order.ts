/**
 * Order of two texts by their UTF-16 code units, for `sort`: the same on every machine, whatever its language.
 */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
