import type { Span } from "../span.ts";
import type { View } from "./view.ts";

/** A piece of markup or an unprintable that a reader does not see as it stands. */
export interface Fold {
  readonly id: string;
  /** Sticky; tried at each character that {@link special} names. */
  readonly pattern: RegExp;
  /** What a reader sees in its place; null where this match is no markup after all. */
  readonly shown: (match: string) => string | null;
}

const hidden = () => "";
const blank = () => " ";

const entities = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    ndash: "–",
    mdash: "—",
    hellip: "…",
    lsquo: "‘",
    rsquo: "’",
    ldquo: "“",
    rdquo: "”",
    eacute: "é",
    egrave: "è",
    agrave: "à",
    ccedil: "ç",
    shy: "",
  }),
);

/** Character of an HTML entity: a named one of the common few, or any number; null for what is none. */
function entity(match: string): string | null {
  const name = match.slice(1, -1);
  if (!name.startsWith("#")) return entities.get(name) ?? null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  if (code === 0xad) return "";
  if (code === 0xa0) return " ";
  return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;
}

/** Latin ligatures of the Unicode block "Alphabetic Presentation Forms", U+FB00 on. */
const ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

/** Ordered: the first that matches is taken. Adding a fold is one entry here; its first character must be in {@link special}. */
export const folds: readonly Fold[] = [
  { id: "strong", pattern: /\*{2,3}/y, shown: hidden },
  { id: "strong-underscore", pattern: /(?:(?<!\w)__(?=\S)|(?<=\S)__(?!\w))/y, shown: hidden },
  { id: "emphasis-open", pattern: /(?<![\w*])\*(?=[^\s*][^*]{0,600}\*(?![\w*]))/y, shown: hidden },
  { id: "emphasis-close", pattern: /(?<=(?<![\w*])\*[^\s*][^*]{0,600})(?<!\s)\*(?![\w*])/y, shown: hidden },
  { id: "underscore-open", pattern: /(?<!\w)_(?=[^\s_][^_]{0,600}_(?!\w))/y, shown: hidden },
  { id: "underscore-close", pattern: /(?<=(?<!\w)_[^\s_][^_]{0,600})(?<!\s)_(?!\w)/y, shown: hidden },
  { id: "comment", pattern: /<!--[\s\S]{0,500}?-->/y, shown: hidden },
  { id: "break", pattern: /<br\s{0,3}\/?>/iy, shown: blank },
  { id: "tag", pattern: /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,400})?\/?>/iy, shown: hidden },
  { id: "entity", pattern: /&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});/iy, shown: entity },
  { id: "escape", pattern: /\\[\\`*_{}[\]()#+\-.!|>]/y, shown: (match) => match.slice(1) },
  { id: "image", pattern: /!\[[^\]\n]{0,300}\]\([^)\n]{0,200}\)/y, shown: hidden },
  { id: "footnote-mark", pattern: /\[\^[\w-]{1,20}\]/y, shown: hidden },
  { id: "link-open", pattern: /\[(?=[^\]\n]{1,200}\]\([^)\n]{0,200}\))/y, shown: hidden },
  { id: "link-close", pattern: /(?<=\[[^\]\n]{1,200})\]\([^)\n]{0,200}\)/y, shown: hidden },
  { id: "cell", pattern: /\|/y, shown: blank },
  { id: "ligature", pattern: /[\ufb00-\ufb06]/y, shown: (match) => ligatures[match.charCodeAt(0) - 0xfb00] ?? null },
  { id: "invisible", pattern: /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/y, shown: hidden },
  { id: "blanks", pattern: /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/y, shown: blank },
];

/** Characters at which a fold may begin; everything between them is copied as it stands. */
const special =
  /[*_<&\\![\]|\ufb00-\ufb06\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]| {2}/g;

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
      special.lastIndex = from;
      seen = special.exec(raw)?.index ?? raw.length;
    }
    return seen;
  };
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
        const found = foldAt(raw, hit, end);
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
    }),
  };
}

function foldAt(raw: string, at: number, end: number): { shown: string; end: number } | null {
  for (const { pattern, shown } of folds) {
    pattern.lastIndex = at;
    const match = pattern.exec(raw);
    if (!match || at + match[0].length > end) continue;
    const text = shown(match[0]);
    if (text !== null) return { shown: text, end: at + match[0].length };
  }
  return null;
}
