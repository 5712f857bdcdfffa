import type { Span } from "../span.ts";

/**
 * What a reader sees of a raw text: markup, bullets and entities folded away, soft line breaks turned into blanks,
 * with the way back to the raw characters. Nothing edits a text; every layer carries raw offsets.
 */
export interface View {
  readonly raw: string;
  readonly text: string;
  /** `starts[i]`, `ends[i]`: raw span of the view's character i. Same length as `text`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Raw span of a non-empty span of the view. */
export function rawSpan(view: View, span: Span): Span {
  return { start: view.starts[span.start] ?? view.raw.length, end: view.ends[span.end - 1] ?? view.raw.length };
}

/** Smallest span of the view that shows every visible character of a raw span; empty where it shows none. */
export function viewSpan(view: View, span: Span): Span {
  return { start: firstAtOrAfter(view.starts, span.start), end: firstAtOrAfter(view.starts, span.end) };
}

/** Index of the first character that starts at `offset` or later; folds of one raw stretch share their start. */
function firstAtOrAfter(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
