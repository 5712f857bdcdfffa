/** A stretch of a text that names something: half-open, in UTF-16 code units from the beginning of that text. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: "citation" | "mention";
  readonly id: string;
  readonly name: string;
}

/** A piece of a text between two ends of spans. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Spans that cover it, the longest first. */
  readonly covers: readonly MarkedSpan[];
}

/** Cuts a text at every beginning and end of a span. What lies outside the text is left out. */
export function piecesOf(length: number, spans: readonly MarkedSpan[]): readonly Piece[] {
  const within = spans.filter(({ start, end }) => start >= 0 && end <= length && start < end);
  const cuts = [...new Set([0, length, ...within.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? length;
    const covers = within
      .filter((span) => span.start <= start && span.end >= end)
      .sort((a, b) => b.end - b.start - (a.end - a.start));
    return { start, end, covers };
  });
}
