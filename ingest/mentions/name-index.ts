import { kindOf } from "../ids.ts";
import type { EntityName, Registry } from "../registry/registry.ts";
import { asShortForm } from "./acronym.ts";
import { tokenise, wordAt, wordKey, type Tokens } from "./tokens.ts";

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
  /** Keys of words met so far: texts repeat themselves. Cleared when it grows large. */
  readonly met: Map<string, number>;
}

const indexes = new WeakMap<Registry, NameIndex>();

/** The index of a registry, made once for each. */
export function nameIndexOf(registry: Registry): NameIndex {
  const known = indexes.get(registry);
  if (known) return known;
  const index = buildNameIndex(registry.names, registry);
  indexes.set(registry, index);
  return index;
}

/** Words that joined differ from the same in two: `Cyber-Security` is also looked for as `Cybersecurity`. */
const compound = /(\p{L}+)-(\p{Ll}\p{L}+)/gu;

/** Forms under which a name is looked for besides its own. Adding a variant is one entry here. */
const variants: readonly ((text: string) => string | null)[] = [
  (text) => text,
  (text) => (compound.test(text) ? text.replace(compound, "$1$2") : null),
  (text) => (text.startsWith("the ") ? text.slice(4) : null),
];

/** A form without the acronym in its midst or at its end; null where it has a remark in parentheses. */
function withoutAcronym(text: string): string | null {
  const inside = /\(([^)]*)\)/.exec(text);
  if (!inside) return text;
  return asShortForm(inside[1] ?? "") === null ? null : text.replace(/\s?\([^)]*\)/g, "");
}

function buildNameIndex(names: readonly EntityName[], registry: Registry): NameIndex {
  const forms = new Map<string, Set<string>>();
  for (const { text, id } of names) {
    const bare = withoutAcronym(text);
    if (bare === null) continue;
    for (const variant of variants) {
      const form = variant(bare);
      if (form === null) continue;
      const ids = forms.get(form);
      if (ids) ids.add(id);
      else forms.set(form, new Set([id]));
    }
  }
  return trieOf(withoutPossessors(forms), registry);
}

const possessor = /^\p{Lu}[\p{L}-]*['’]s (.+)$/u;

/** `Malaysia's Chairmanship 2025` is two names where the part behind the possessive names the same thing by itself. */
function withoutPossessors(forms: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    [...forms].filter(([text, ids]) => {
      const rest = forms.get(possessor.exec(text)?.[1] ?? "");
      return rest === undefined || ![...ids].every((id) => rest.has(id));
    }),
  );
}

/** Words of Malay names that are sometimes written and sometimes not, never the first. */
const optionalWords = new Set(["bin", "binti", "Haji", "Hj", "Hajah"]);

function isOptional(word: string, index: number): boolean {
  return index > 0 && optionalWords.has(word);
}

function trieOf(forms: ReadonlyMap<string, ReadonlySet<string>>, registry: Registry): NameIndex {
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
  return { registry, keys, children, entries, met: new Map() };
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

const largest = 100_000;

/** Keys of words that stand in no name, and of those that are stepped over. */
const unknown = -1;
const skipped = -2;

function keyAt(index: NameIndex, tokens: Tokens, at: number): number {
  const word = wordAt(tokens, at);
  const known = index.met.get(word);
  if (known !== undefined) return known;
  if (index.met.size > largest) index.met.clear();
  const key = isOptional(word, 1) ? skipped : (index.keys.get(wordKey(word)) ?? unknown);
  index.met.set(word, key);
  return key;
}

/**
 * Names that start with the word at `from`, shortest first. An acronym in parentheses between two words of a name is
 * stepped over: `United Nations (UN) Charter`.
 */
export function namesAt(index: NameIndex, tokens: Tokens, from: number, limit: number): NameHit[] {
  const hits: NameHit[] = [];
  let node = 0;
  let at = from;
  let signs = false;
  while (at < tokens.count && (tokens.ends[at] ?? 0) <= limit) {
    const key = keyAt(index, tokens, at);
    if (key !== skipped || at === from) {
      const next = key < 0 ? undefined : index.children.get(node * index.keys.size + key);
      if (next === undefined) break;
      node = next;
      const hit = hitAt(index.entries[node], tokens, from, at, signs);
      if (hit) hits.push(hit);
    }
    const step = stepFrom(tokens, at);
    if (!step) break;
    signs ||= step.signed;
    at = step.at;
  }
  return hits;
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
  if (fitting.length === 0) return null;
  const tail = fitting.some(({ text }) => text.endsWith(".")) && tokens.text[end] === "." ? 1 : 0;
  return { start, end: end + tail, ids: [...new Set(fitting.flatMap(({ ids }) => ids))], next: at + 1 };
}

/** Kinds whose names may stand in lower case throughout. */
const lowerCaseKinds = new Set(["concept", "group", "topic", "activity"]);
/** Words that a name in lower case must have at least to be taken for the name of something else. */
const lowerCaseWords = 5;

function fits(entry: Entry, surface: string, signs: boolean): boolean {
  if (entry.words === 1) return fitsAlone(entry.text, surface);
  if (entry.signed) return folded(entry.text) === folded(surface);
  if (signs) return false;
  if (/\p{Lu}/u.test(surface) || !/\p{Lu}/u.test(entry.text)) return true;
  return entry.words >= lowerCaseWords || entry.ids.some((id) => lowerCaseKinds.has(kindOf(id) ?? ""));
}

/** A name of one word is found as it is written, or in capitals where it is no acronym. */
function fitsAlone(text: string, surface: string): boolean {
  const bare = text.replace(/\.$/, "");
  if (surface === bare) return true;
  return /\p{Ll}/u.test(bare) && bare.length >= 4 && surface === bare.toUpperCase();
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[’‘]/g, "'").replace(/[‐‑–]/g, "-").replace(/\s+/g, " ").replace(/\.$/, "");
}

const signsWithin = /^(?:, |\.|\. | & |&)$/;

/** The word that goes on with a name, behind blanks, a sign, or an acronym in parentheses; null where a name cannot go on. */
function stepFrom(tokens: Tokens, at: number): { at: number; signed: boolean } | null {
  const between = gap(tokens, at);
  if (isJoining(between)) return at + 1 < tokens.count ? { at: at + 1, signed: false } : null;
  if (/^ ?\($/.test(between)) return behindAcronym(tokens, at + 1);
  return signsWithin.test(between) ? { at: at + 1, signed: true } : null;
}

function behindAcronym(tokens: Tokens, from: number): { at: number; signed: boolean } | null {
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

/** The words of every registered name, for telling which names are alike. */
export interface NameWords {
  readonly names: readonly { readonly id: string; readonly words: number }[];
  /** Indices of the names that have a word, by its key. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

const nameWords = new WeakMap<NameIndex, NameWords>();

/** The words of the names of an index, made when they are first asked for. */
export function wordsOfNames(index: NameIndex): NameWords {
  const known = nameWords.get(index);
  if (known) return known;
  const byWord = new Map<string, number[]>();
  const names = index.registry.names.map(({ text, id }, at) => {
    const keys = new Set((text.match(/[\p{L}\p{N}]+/gu) ?? []).map(wordKey));
    for (const key of keys) {
      const list = byWord.get(key);
      if (list) list.push(at);
      else byWord.set(key, [at]);
    }
    return { id, words: keys.size };
  });
  const made = { names, byWord };
  nameWords.set(index, made);
  return made;
}
