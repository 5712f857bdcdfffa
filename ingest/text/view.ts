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
  /** True where `raw` is the source of a page, in which tags and entities stand between the words. */
  readonly fromPage: boolean;
}

/**
 * The words of a non-empty span of the view as the document has them: `raw.slice`, line breaks and all. Of a page it is what
 * a reader sees, since its source has markup between the words.
 */
export function quote(view: View, span: Span): string {
  if (view.fromPage) return view.text.slice(span.start, span.end);
  const { start, end } = rawSpan(view, span);
  return view.raw.slice(start, end);
}

/** Stands in {@link wordsInPlace} for a character of a page that is no text; Unicode sets it aside for such uses. */
const noText = "\uffff";

/** The raw text with each word in its place, and nothing that can be read for all else; of a text that is no page, raw itself. */
export function wordsInPlace({ raw, text, starts, fromPage }: View): string {
  if (!fromPage) return raw;
  const words = new Uint16Array(raw.length).fill(noText.charCodeAt(0));
  for (let at = 0; at < text.length; at++) words[starts[at] ?? 0] = text.charCodeAt(at);
  return new TextDecoder("utf-16le").decode(words);
}

/** The same as {@link quote}, by a raw span of {@link wordsInPlace}. */
export function wordsAt(words: string, { start, end }: Span): string {
  return words.slice(start, end).replaceAll(noText, "");
}

/** The words at a raw span of {@link wordsInPlace}, each still in its place, with blanks for all else. */
export function wordsWithBlanks(words: string, { start, end }: Span): string {
  return words.slice(start, end).replaceAll(noText, " ");
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
