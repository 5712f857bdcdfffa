import { kindOf } from "../ids.ts";
import { plain, signed, type Between } from "./name-gaps.ts";

/** A form under which a name is looked for, and the entities that it names. */
export interface NameEntry {
  /** The form as the registry writes it. */
  readonly text: string;
  readonly words: number;
  /** Written with signs between its words that must stand in the text as well: a comma, a dot, an ampersand. */
  readonly signed: boolean;
  readonly ids: readonly string[];
  /** It may stand in small letters throughout. */
  readonly small: boolean;
  /** It may not stand for the possessor of what follows: of instruments and statements only part of a name would be left. */
  readonly whole: boolean;
}

/** Kinds whose names may stand in lower case throughout. */
const lowerCaseKinds = new Set(["concept", "group", "topic", "activity"]);
/** Words that a name in lower case must have at least to be taken for the name of something else. */
const lowerCaseWords = 5;

/** The entry of a form; its words and signs are those of its text. */
export function nameEntry(text: string, words: number, signed: boolean, ids: readonly string[]): NameEntry {
  const kinds = ids.map((id) => kindOf(id) ?? "");
  const small = !/\p{Lu}/u.test(text) || words >= lowerCaseWords || kinds.some((kind) => lowerCaseKinds.has(kind));
  const whole = kinds.some((kind) => kind === "instrument" || kind === "statement") && !/['’]s /.test(text);
  return { text, words, signed, ids, small, whole };
}

/** True where words of a text that have the keys of an entry are the name, with what stands between them at most. */
export function fits(entry: NameEntry, surface: string, between: Between): boolean {
  if (entry.words === 1) return fitsAlone(entry.text, surface);
  if (entry.signed) return folded(entry.text) === folded(surface);
  if (between === signed || (between !== plain && entry.whole && isPossessed(surface))) return false;
  return entry.small || isCapital(surface.charCodeAt(0)) || /\p{Lu}/u.test(surface);
}

/** True for the capitals that most names begin with: those without accents. */
export function isCapital(code = 0): boolean {
  return code > 64 && code < 91;
}

/** `the DOC's guidelines` speaks of guidelines, and names the DOC alone. */
function isPossessed(surface: string): boolean {
  return /['’]s \p{Ll}/u.test(surface);
}

/** A name of one word is found as it is written, or in capitals or cut by a line end where it is no acronym. */
function fitsAlone(text: string, surface: string): boolean {
  if (surface === text) return true;
  const bare = text.replace(/\.$/, "");
  if (surface === bare) return true;
  if (bare.length < 4 || !/\p{Ll}/u.test(bare)) return false;
  const whole = bare.includes("-") ? surface : surface.replace("-", "");
  return whole === bare || whole === bare.toUpperCase();
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/["“”]/g, "")
    .replace(/[’‘]/g, "'")
    .replace(/[‐‑–]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/\.$/, "");
}
