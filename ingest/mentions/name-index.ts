import { kindOf } from "../ids.ts";
import type { EntityName, Registry } from "../registry/registry.ts";
import { asShortForm } from "./acronym.ts";
import { formsOf } from "./name-forms.ts";
import { statementNames } from "./statement-names.ts";
import { tokenise, wordAt, wordKey, type Tokens } from "./tokens.ts";
import { wordNumbers, type WordNumbers } from "./word-numbers.ts";

/** Entities that one surface form names. */
interface Entry {
  /** The form as the registry writes it. */
  readonly text: string;
  readonly words: number;
  /** Written with signs between its words that must stand in the text as well: a comma, a dot, an ampersand. */
  readonly signed: boolean;
  readonly ids: readonly string[];
}

/** The names of a registry, ready to be found in texts. */
export interface NameIndex {
  readonly registry: Registry;
  readonly keys: ReadonlyMap<string, number>;
  /** Child of a node by `node * keys + key`; node 0 is the root. */
  readonly children: ReadonlyMap<number, number>;
  readonly entries: readonly (readonly Entry[] | undefined)[];
  /** Every name that is looked for: those of the registry, and the names of its statements. */
  readonly names: readonly EntityName[];
  /** 1 for the keys of words with which a name begins. */
  readonly opening: Uint8Array;
  /** Key of a word; {@link unknown} or {@link skipped} where it has none. */
  readonly keyAt: WordNumbers;
}

const indexes = new WeakMap<Registry, NameIndex>();

/** The index of a registry, made once for each. */
export function nameIndexOf(registry: Registry): NameIndex {
  const known = indexes.get(registry);
  if (known) return known;
  const index = trieOf([...registry.names, ...statementNames(registry)], registry);
  indexes.set(registry, index);
  return index;
}

/** Words of Malay names that are sometimes written and sometimes not, never the first. */
const optionalWords = new Set(["bin", "binti", "Haji", "Hj", "Hajah", "BIN", "BINTI", "HAJI", "HJ", "HAJAH"]);

function isOptional(word: string, index: number): boolean {
  return index > 0 && optionalWords.has(word);
}

function trieOf(names: readonly EntityName[], registry: Registry): NameIndex {
  const forms = formsOf(names);
  const keys = new Map<string, number>();
  const written = [...forms].map(([text, ids]) => {
    const tokens = tokenise(text);
    const words = Array.from({ length: tokens.count }, (_, index) => wordAt(tokens, index));
    const path = words
      .filter((word, index) => !isOptional(word, index))
      .map((word) => {
        const key = wordKey(word);
        const number = keys.get(key) ?? keys.size;
        keys.set(key, number);
        return number;
      });
    return { path, entry: { text, words: tokens.count, signed: isSigned(tokens), ids: [...ids] } };
  });
  const children = new Map<number, number>();
  const entries: (Entry[] | undefined)[] = [];
  let nodes = 1;
  for (const { path, entry } of written) {
    if (path.length === 0) continue;
    let node = 0;
    for (const key of path) {
      const edge = node * keys.size + key;
      const next = children.get(edge) ?? nodes++;
      children.set(edge, next);
      node = next;
    }
    (entries[node] ??= []).push(entry);
  }
  const opening = Uint8Array.from({ length: keys.size }, (_, key) => (children.has(key) ? 1 : 0));
  return { registry, names, keys, children, entries, opening, keyAt: wordNumbers((word) => keyOfWord(keys, word)) };
}

/** Signs that join two words of a name: blanks, hyphens, slashes, apostrophes, a possessive. */
const joining = /^(?:['’](?:s(?=\W))?)?(?: ?[-‐‑–/] ?| )?$/;

function gap(tokens: Tokens, index: number): string {
  return tokens.text.slice(tokens.ends[index], tokens.starts[index + 1]);
}

function isJoining(between: string): boolean {
  return between === " " || between === "-" || joining.test(between);
}

function isSigned(tokens: Tokens): boolean {
  for (let index = 0; index + 1 < tokens.count; index++) if (!isJoining(gap(tokens, index))) return true;
  return false;
}

/** A name found in a text. */
export interface NameHit {
  readonly start: number;
  readonly end: number;
  /** Every entity that bears this form. */
  readonly ids: readonly string[];
  /** Index of the first word behind it. */
  readonly next: number;
}

/** Keys of words that stand in no name, and of those that are stepped over. */
const unknown = -1;
const skipped = -2;

function keyOfWord(keys: ReadonlyMap<string, number>, word: string): number {
  return isOptional(word, 1) ? skipped : (keys.get(wordKey(word)) ?? unknown);
}

/** True where a name may start with a word: most words start none. */
export function opensName(index: NameIndex, tokens: Tokens, at: number): boolean {
  if (index.opening[index.keyAt(tokens, at)] === 1) return true;
  return (
    tokens.text[tokens.ends[at] ?? 0] === "-" &&
    gap(tokens, at) === "-" &&
    index.opening[cutKey(index, tokens, at)] === 1
  );
}

/**
 * Names that start with the word at `from`, shortest first. An acronym in parentheses between two words of a name is
 * stepped over (`United Nations (UN) Charter`), an opening quotation mark and the parenthesis before a year too, where the
 * closing one follows the name. A word that a line end has cut is whole again: `Establish-ment`.
 */
export function namesAt(index: NameIndex, tokens: Tokens, from: number, limit: number): NameHit[] {
  const hits: NameHit[] = [];
  let node = 0;
  let at = from;
  let signs = false;
  let opened = "";
  while (at < tokens.count && (tokens.ends[at] ?? 0) <= limit) {
    const key = index.keyAt(tokens, at);
    if (key !== skipped || at === from) {
      let next = childOf(index, node, key);
      if (next === undefined && gap(tokens, at) === "-") next = childOf(index, node, cutKey(index, tokens, at++));
      if (next === undefined) break;
      node = next;
      const hit = hitAt(index.entries[node], tokens, from, at, signs);
      const end = hit && opened !== "" ? closedAt(tokens.text, hit.end, opened) : hit?.end;
      if (hit && end !== undefined) hits.push(end === hit.end ? hit : { ...hit, end });
    }
    const step = stepFrom(tokens, at);
    if (!step) break;
    signs ||= step.signed;
    opened ||= step.opened ?? "";
    at = step.at;
  }
  return hits;
}

function childOf(index: NameIndex, node: number, key: number): number | undefined {
  return key < 0 ? undefined : index.children.get(node * index.keys.size + key);
}

/** Key of the word that the two at `at` were before a line end cut it. */
function cutKey(index: NameIndex, tokens: Tokens, at: number): number {
  return index.keys.get(wordKey(wordAt(tokens, at) + wordAt(tokens, at + 1))) ?? unknown;
}

/** Offset behind the sign at `at` that closes what was opened; undefined where none stands there. */
function closedAt(text: string, at: number, opened: string): number | undefined {
  return (opened === "(" ? ")" : "\"”’'").includes(text.charAt(at) || " ") ? at + 1 : undefined;
}

function hitAt(
  entries: readonly Entry[] | undefined,
  tokens: Tokens,
  from: number,
  at: number,
  signs: boolean,
): NameHit | null {
  if (!entries) return null;
  const [start, end] = [tokens.starts[from] ?? 0, tokens.ends[at] ?? 0];
  const surface = tokens.text.slice(start, end);
  const fitting = entries.filter((entry) => fits(entry, surface, signs));
  const [only] = fitting;
  if (!only) return null;
  const tail = tokens.text[end] === "." && fitting.some(({ text }) => text.endsWith(".")) ? 1 : 0;
  const ids = fitting.length === 1 ? only.ids : [...new Set(fitting.flatMap((entry) => entry.ids))];
  return { start, end: end + tail, ids, next: at + 1 };
}

/** Kinds whose names may stand in lower case throughout. */
const lowerCaseKinds = new Set(["concept", "group", "topic", "activity"]);
/** Words that a name in lower case must have at least to be taken for the name of something else. */
const lowerCaseWords = 5;

function fits(entry: Entry, surface: string, signs: boolean): boolean {
  if (entry.words === 1) return fitsAlone(entry.text, surface);
  if (entry.signed) return folded(entry.text) === folded(surface);
  if (signs || isPossessed(entry, surface)) return false;
  if (/\p{Lu}/u.test(surface) || !/\p{Lu}/u.test(entry.text)) return true;
  return entry.words >= lowerCaseWords || entry.ids.some((id) => lowerCaseKinds.has(kindOf(id) ?? ""));
}

/** `the DOC's guidelines` speaks of guidelines, and names the DOC alone. */
function isPossessed(entry: Entry, surface: string): boolean {
  if (!surface.includes("s ") || !/['’]s \p{Ll}/u.test(surface) || /['’]s /.test(entry.text)) return false;
  return entry.ids.some((id) => kindOf(id) === "instrument" || kindOf(id) === "statement");
}

/** A name of one word is found as it is written, or in capitals or cut by a line end where it is no acronym. */
function fitsAlone(text: string, surface: string): boolean {
  const bare = text.replace(/\.$/, "");
  if (surface === bare) return true;
  if (!/\p{Ll}/u.test(bare) || bare.length < 4) return false;
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

const signsWithin = /^(?:, |: |\.|\. | & |&)$/;

const opensQuote = /^ ["“‘']$/;

interface Step {
  readonly at: number;
  readonly signed: boolean;
  /** A sign that must be closed behind the name. */
  readonly opened?: string;
}

/** The word that goes on with a name, behind blanks, a sign, or an acronym in parentheses; null where a name cannot go on. */
function stepFrom(tokens: Tokens, at: number): Step | null {
  const between = gap(tokens, at);
  if (isJoining(between)) return at + 1 < tokens.count ? { at: at + 1, signed: false } : null;
  if (/^ ?\($/.test(between)) {
    const isYear = /^(?:19|20)\d{2}$/.test(wordAt(tokens, at + 1));
    return isYear ? { at: at + 1, signed: false, opened: "(" } : behindAcronym(tokens, at + 1);
  }
  if (opensQuote.test(between)) return { at: at + 1, signed: false, opened: between.charAt(1) };
  return signsWithin.test(between) ? { at: at + 1, signed: true } : null;
}

function behindAcronym(tokens: Tokens, from: number): Step | null {
  for (let at = from; at < from + 5 && at + 1 < tokens.count; at++) {
    const between = gap(tokens, at);
    if (!between.startsWith(")")) {
      if (isJoining(between)) continue;
      return null;
    }
    const inside = tokens.text.slice(tokens.starts[from], tokens.ends[at]);
    return asShortForm(inside) !== null && isJoining(between.slice(1)) ? { at: at + 1, signed: false } : null;
  }
  return null;
}

/** Every entity that a form names when it stands alone. */
export function idsOfForm(index: NameIndex, form: string): readonly string[] {
  const tokens = tokenise(form);
  const hit = namesAt(index, tokens, 0, form.length).at(-1);
  return hit?.next === tokens.count ? hit.ids : [];
}
