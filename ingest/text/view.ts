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
