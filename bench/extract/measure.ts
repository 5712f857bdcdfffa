/** Milliseconds that the processor spent on an action in this thread, so that a busy machine counts as little as it can. */
export function costOf(action: () => unknown): number {
  const before = process.threadCpuUsage();
  action();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Median cost of each action in milliseconds; they take turns, after one round that is not counted. */
export function costsOf(runs: number, ...actions: readonly (() => unknown)[]): number[] {
  for (const action of actions) action();
  const rounds = Array.from({ length: runs }, () => actions.map(costOf));
  return actions.map((_, index) => median(rounds.map((round) => round[index] ?? 0)));
}

/** One measured figure with what was asked of it. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The limit, least or most; null where nothing is asked. */
  readonly goal: { readonly least: number } | { readonly most: number } | null;
}

/** True where a figure is as good as was asked. */
export function holds({ value, goal }: Figure): boolean {
  if (!goal) return true;
  return "least" in goal ? value >= goal.least : value <= goal.most;
}
