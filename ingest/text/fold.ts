import type { Span } from "../span.ts";
import { foldReach, foldsOn, nextFold } from "./folds.ts";
import type { View } from "./view.ts";

/** Grows a {@link View} piece by piece. Two blanks never stand side by side, and no line starts with one. */
export interface ViewBuilder {
  /** Length of the view so far. */
  length(): number;
  /** Appends what a reader sees of `raw.slice(start, end)`. */
  fold(start: number, end: number): void;
  /** Appends one character that stands for a raw stretch: the blank or line break between two printed lines. */
  put(character: " " | "\n", raw: Span): void;
  /** Takes trailing blanks off again. */
  trim(): void;
  build(): View;
}

/** A builder of the view of `raw`. */
export function viewBuilder(raw: string): ViewBuilder {
  let starts = new Int32Array(raw.length + 64);
  let ends = new Int32Array(raw.length + 64);
  const pieces: string[] = [];
  let length = 0;
  let last = "\n";

  // Searched once: a line without markup must not look for it through the rest of the text, again and again.
  let seen = -1;
  const nextSpecial = (from: number): number => {
    if (seen < from) {
      nextFold.lastIndex = from;
      seen = nextFold.exec(raw)?.index ?? raw.length;
    }
    return seen;
  };
  const nextNeed = nextNeeds(raw);
  const reserve = (count: number) => {
    if (length + count <= starts.length) return;
    const size = Math.max(starts.length * 2, length + count);
    const [oldStarts, oldEnds] = [starts, ends];
    [starts, ends] = [new Int32Array(size), new Int32Array(size)];
    starts.set(oldStarts);
    ends.set(oldEnds);
  };
  const copy = (from: number, to: number) => {
    if (from < to && raw[from] === " " && (last === " " || last === "\n")) from++;
    if (from >= to) return;
    reserve(to - from);
    for (let at = from; at < to; at++) {
      starts[length] = at;
      ends[length++] = at + 1;
    }
    const piece = raw.slice(from, to);
    pieces.push(piece);
    last = piece.slice(-1);
  };
  const show = (text: string, from: number, to: number) => {
    if (text === "" || (text === " " && (last === " " || last === "\n"))) return;
    reserve(text.length);
    starts.fill(from, length, length + text.length);
    ends.fill(to, length, length + text.length);
    length += text.length;
    pieces.push(text);
    last = text.slice(-1);
  };

  return {
    length: () => length,
    fold(start, end) {
      let at = start;
      for (let hit = nextSpecial(start); hit < end; hit = nextSpecial(at > hit ? at : hit + 1)) {
        const found = foldAt(raw, hit, end, nextNeed);
        if (!found) continue;
        copy(at, hit);
        show(found.shown, hit, found.end);
        at = found.end;
      }
      copy(at, end);
    },
    put: (character, span) => {
      show(character, span.start, span.end);
    },
    trim() {
      while (length > 0 && last === " ") {
        const piece = pieces.pop() ?? "";
        if (piece.length > 1) pieces.push(piece.slice(0, -1));
        length--;
        last = (pieces.at(-1) ?? "\n").slice(-1);
      }
    },
    build: () => ({
      raw,
      text: pieces.join(""),
      starts: starts.slice(0, length),
      ends: ends.slice(0, length),
      fromPage: false,
    }),
  };
}

/** Where the text that each fold needs stands next; looked for once, not at each place that might begin one. */
function nextNeeds(raw: string): (needed: string, at: number) => number {
  const seen = new Map<string, number>();
  return (needed, at) => {
    const known = seen.get(needed) ?? -1;
    if (known >= at) return known;
    const found = raw.indexOf(needed, at);
    const next = found === -1 ? Number.MAX_SAFE_INTEGER : found;
    seen.set(needed, next);
    return next;
  };
}

function foldAt(
  raw: string,
  at: number,
  end: number,
  nextNeed: (needed: string, at: number) => number,
): { shown: string; end: number } | null {
  for (const { pattern, needs, shown } of foldsOn(raw.charCodeAt(at))) {
    if (needs !== undefined && nextNeed(needs, at) > at + foldReach) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(raw);
    if (!match || at + match[0].length > end) continue;
    const text = shown(match[0]);
    if (text !== null) return { shown: text, end: at + match[0].length };
  }
  return null;
}
