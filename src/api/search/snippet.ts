import type { Stretch } from "./match.ts";

/** A piece of a text with the hits in it; no markup, so that it is shown as it is. */
export interface Snippet {
  readonly text: string;
  /** Half-open, in UTF-16 code units of `text`. */
  readonly hits: readonly Stretch[];
}

/** Characters of a text that are shown, and how many of them before the first hit. */
const most = 240;
const before = 60;

/** The part of a text with its hits, whole words only, line breaks and what prints nothing as blanks. */
export function snippetOf(text: string, hits: readonly Stretch[]): Snippet {
  const start = beginOf(text, hits);
  const end = endOf(text, start);
  const shown = text.slice(start, end).replace(/[\s\p{Cc}\p{Cf}]/gu, (sign) => " ".repeat(sign.length));
  const [opening, closing] = [start > 0 ? "… " : "", end < text.length ? " …" : ""];
  const moved = hits
    .filter((hit) => hit.start >= start && hit.start < end)
    .map((hit) => ({
      start: hit.start - start + opening.length,
      end: Math.min(hit.end, end) - start + opening.length,
    }));
  return { text: opening + shown + closing, hits: moved };
}

/** Where to begin so that the most hits are shown: a little before the first of the closest group. */
function beginOf(text: string, hits: readonly Stretch[]): number {
  if (text.length <= most) return 0;
  const first = closestGroup(hits)?.start ?? 0;
  const from = Math.min(first - before, text.length - most);
  if (from <= 0) return 0;
  const gap = text.slice(from, first).search(/(?<=\s)\S/);
  return gap === -1 ? Math.min(first, text.length) : from + gap;
}

/** The first hit of those that the most stand close behind; hits are in the order of the text. */
function closestGroup(hits: readonly Stretch[]): Stretch | undefined {
  let best: { readonly count: number; readonly hit: Stretch } | undefined;
  let end = 0;
  for (const [index, hit] of hits.entries()) {
    while ((hits[end]?.end ?? Infinity) <= hit.start + most - before) end += 1;
    if (best === undefined || end - index > best.count) best = { count: end - index, hit };
  }
  return best?.hit;
}

function endOf(text: string, start: number): number {
  if (start + most >= text.length) return text.length;
  const whole = text.slice(start, start + most + 1).search(/\s\S*$/);
  return whole > 0 ? start + whole : start + most;
}
