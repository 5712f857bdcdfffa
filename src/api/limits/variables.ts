/** Levels that variables may have: every filter that keeps to its limits has fewer. */
const deepest = 100;

/** Whether a value has more levels than any query needs; found without recursion, since recursion is what it guards. */
export function tooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= deepest; depth += 1) {
    level = level.flatMap(inside);
    if (level.length === 0) return false;
  }
  return true;
}

function inside(value: unknown): readonly unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}
