import { printed, type Segment } from "./rows.ts";

/** Lines of one column or of one part of a page, in reading order. */
export interface Flow {
  /** 1-indexed page. */
  readonly page: number;
  readonly lines: readonly Segment[];
}

/** Share of the height of most text below which print is small. */
const small = 0.93;
/** How a note begins: a figure or sign, then words. */
const opensNote = /^\s*(?:\[?(\d{1,3})\]?[.)]?|([*†‡§]))\s*(?=[\p{L}"“‘'(])/u;

/** Height in points of most of the text. */
export function bodySize(flows: readonly Flow[]): number {
  const lengths = new Map<number, number>();
  for (const line of flows.flatMap(({ lines }) => lines)) {
    const size = Math.round(line.size * 4) / 4;
    lengths.set(size, (lengths.get(size) ?? 0) + printed(line).length);
  }
  return [...lengths].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}

/**
 * Footnotes apart from the text: small print at the end of a column, from the first line that begins like a note. `calls`
 * are the figures and signs that notes begin with.
 */
export function splitNotes(
  flows: readonly Flow[],
  body: number,
): { readonly text: readonly Flow[]; readonly notes: readonly Flow[]; readonly calls: ReadonlySet<string> } {
  const calls = new Set<string>();
  const notes: Flow[] = [];
  const text = flows.map((flow) => {
    const from = notesFrom(flow, body);
    if (from === flow.lines.length) return flow;
    const own = flow.lines.slice(from);
    for (const line of own) {
      const match = opensNote.exec(printed(line));
      const call = match?.[1] ?? match?.[2];
      if (call !== undefined) calls.add(call);
    }
    notes.push({ page: flow.page, lines: own });
    return { page: flow.page, lines: flow.lines.slice(0, from) };
  });
  return { text: text.filter(({ lines }) => lines.length > 0), notes, calls };
}

/** Index of the first line of the notes of a column; the number of its lines where there are none. */
function notesFrom({ lines }: Flow, body: number): number {
  const last = lines.findLastIndex(({ size }) => size > body * small) + 1;
  const first = lines.findIndex((line, index) => index >= last && opensNote.test(printed(line)));
  return first === -1 ? lines.length : first;
}
