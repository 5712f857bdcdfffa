import type { EntityName, Registry } from "../registry/registry.ts";
import { anyWord, withLetters } from "./letters.ts";
import { fits, isCapital, nameEntry, type NameEntry } from "./name-entry.ts";
import { formsOf } from "./name-forms.ts";
import { closedAt, isHyphenated, isPlain, isSigned, plain, stepFrom, type Between } from "./name-gaps.ts";
import { childOf, nameTrie, root, type NameTrie } from "./name-trie.ts";
import { mayHave, printSetOf, type PrintSet } from "./print-set.ts";
import { statementNames } from "./statement-names.ts";
import { tokenise, wordAt, wordKey, type Tokens } from "./tokens.ts";
import { wordNumbers, type WordNumbers } from "./word-numbers.ts";

/*
 * How names are found. Each word of a text has a fingerprint (letters.ts). One look into a set of bits says of most words
 * that no name begins with them (`opensName`). From the few others the names are followed word by word through a tree
 * (name-trie.ts): the key of a word, what it is compared by, is a number that is remembered for each way to write it
 * (word-numbers.ts), and what may stand between two words is in name-gaps.ts. At the end of a name its entries say whether
 * they fit the words as they are written (name-entry.ts).
 */

/** The names of a registry, ready to be found in texts. */
export interface NameIndex {
  readonly registry: Registry;
  /** Numbers of the keys of all words in names. */
  readonly keys: ReadonlyMap<string, number>;
  readonly trie: NameTrie;
  /** What ends at each node of the tree: {@link noName}, {@link easyName} or {@link otherNames}. */
  readonly endings: Uint8Array;
  /** Names that end at a node. */
  readonly entries: readonly (readonly NameEntry[] | undefined)[];
  /** Entities of the easy name that ends at a node. */
  readonly easyIds: readonly (readonly string[] | undefined)[];
  /** Every name that is looked for: those of the registry, and the names of its statements. */
  readonly names: readonly EntityName[];
  /** Words with which a name begins. */
  readonly openings: PrintSet;
  /** Words that stand in a name. */
  readonly known: PrintSet;
  /** Key of a word of a text; {@link unknown} or {@link skipped} where it has none. */
  readonly keyOf: WordNumbers;
}

const indexes = new WeakMap<Registry, NameIndex>();

/** The index of a registry, made once for each. */
export function nameIndexOf(registry: Registry): NameIndex {
  const known = indexes.get(registry);
  if (known) return known;
  const index = indexOf([...registry.names, ...statementNames(registry)], registry);
  indexes.set(registry, index);
  return index;
}

/** Words of Malay names that are sometimes written and sometimes not, never the first. */
const optionalWords = new Set(["bin", "binti", "Haji", "Hj", "Hajah", "BIN", "BINTI", "HAJI", "HJ", "HAJAH"]);

function indexOf(names: readonly EntityName[], registry: Registry): NameIndex {
  const forms = [...formsOf(names)].map(([text, ids]) => ({ text, ids, tokens: tokenise(text) }));
  const written = forms.filter(({ tokens }) => tokens.count > 0);
  const keys = new Map<string, number>();
  const paths = written.map(({ tokens }) => pathOf(tokens, keys));
  const { trie, ends } = nameTrie(paths);
  const entries: NameEntry[][] = [];
  written.forEach(({ text, ids, tokens }, at) => {
    const entry = nameEntry(text, tokens.count, isSigned(tokens), [...ids]);
    (entries[ends[at] ?? root] ??= []).push(entry);
  });
  const endings = Uint8Array.from(trie.firstKeys, (_, node) => endingOf(entries[node]));
  const easyIds = entries.map((ending) => (endingOf(ending) === easyName ? ending[0]?.ids : undefined));
  const opening = [...keys].filter(([, key]) => childOf(trie, root, key) !== root).map(([word]) => word);
  const openings = printSetOf(opening);
  const known = printSetOf([...keys.keys(), ...[...optionalWords].map(wordKey)]);
  return {
    registry,
    names,
    keys,
    trie,
    endings,
    entries,
    easyIds,
    openings,
    known,
    keyOf: wordNumbers((word) => keyOfWord(keys, word)),
  };
}

/** No name ends here. */
const noName = 0;
/** One name does, which is there where its words follow one another behind a capital: nearly all are such. */
const easyName = 1;
const otherNames = 2;

function endingOf(entries: readonly NameEntry[] = []): number {
  const [entry] = entries;
  if (!entry) return noName;
  return entries.length === 1 && entry.words > 1 && !entry.signed && !entry.text.endsWith(".") ? easyName : otherNames;
}

/** Keys of the words of a name, without those that are not always written. */
function pathOf(tokens: Tokens, keys: Map<string, number>): number[] {
  const words = Array.from({ length: tokens.count }, (_, index) => wordAt(tokens, index));
  return words
    .filter((word, index) => index === 0 || !optionalWords.has(word))
    .map((word) => {
      const key = wordKey(word);
      const number = keys.get(key) ?? keys.size;
      keys.set(key, number);
      return number;
    });
}

/** False where no name starts with a word; true where one may. */
export function opensName({ openings }: NameIndex, tokens: Tokens, at: number): boolean {
  const print = tokens.prints[at] ?? anyWord;
  if (mayHave(openings, print)) return true;
  return isHyphenated(tokens, at) && opensCut(openings, tokens, at);
}

/** The same for the word that the two at `at` were before a line end cut it. */
function opensCut(openings: Uint32Array, { codes, starts, ends, prints }: Tokens, at: number): boolean {
  return mayHave(openings, withLetters(prints[at] ?? anyWord, codes, starts[at + 1] ?? 0, ends[at + 1] ?? 0));
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
  return optionalWords.has(word) ? skipped : (keys.get(wordKey(word)) ?? unknown);
}

function keyAt({ known, keyOf }: NameIndex, tokens: Tokens, at: number): number {
  return mayHave(known, tokens.prints[at] ?? anyWord) ? keyOf(tokens, at) : unknown;
}

/**
 * Names that start with the word at `from`, shortest first. An acronym in parentheses between two words of a name is
 * stepped over (`United Nations (UN) Charter`), an opening quotation mark and the parenthesis before a year too, where the
 * closing one follows the name. A word that a line end has cut is whole again: `Establish-ment`.
 */
export function namesAt(index: NameIndex, tokens: Tokens, from: number, limit: number): readonly NameHit[] {
  let hits = noHits;
  let node = root;
  let at = from;
  let between: Between = plain;
  let opened = "";
  while (at < tokens.count && (tokens.ends[at] ?? 0) <= limit) {
    const key = keyAt(index, tokens, at);
    if (key !== skipped || at === from) {
      let next = key < 0 ? root : childOf(index.trie, node, key);
      if (next === root && isHyphenated(tokens, at)) next = childByCutWord(index, node, tokens, at++);
      if (next === root) break;
      node = next;
      const hit = index.endings[node] === noName ? null : hitAt(index, node, tokens, from, at, between, opened);
      if (hit) hits = hits === noHits ? [hit] : [...hits, hit];
    }
    if (isPlain(tokens, at)) at++;
    else {
      const step = stepFrom(tokens, at);
      if (!step) break;
      if (step.between > between) between = step.between;
      opened ||= step.opened ?? "";
      at = step.at;
    }
  }
  return hits;
}

const noHits: readonly NameHit[] = [];

/** The node behind `node` by the word that the two at `at` were before a line end cut it. */
function childByCutWord({ trie, keys }: NameIndex, node: number, tokens: Tokens, at: number): number {
  const key = keys.get(wordKey(wordAt(tokens, at) + wordAt(tokens, at + 1)));
  return key === undefined ? root : childOf(trie, node, key);
}

/** The name that ends with the word at `at` and a node of the tree, where it fits; null where it does not. */
function hitAt(
  index: NameIndex,
  node: number,
  { text, codes, starts, ends }: Tokens,
  from: number,
  at: number,
  between: Between,
  opened: string,
): NameHit | null {
  const start = starts[from] ?? 0;
  const end = ends[at] ?? 0;
  const easy = index.endings[node] === easyName && between === plain && isCapital(codes[start]);
  if (easy) return { start, end, ids: index.easyIds[node] ?? [], next: at + 1 };
  const fitting = (index.entries[node] ?? []).filter((entry) => fits(entry, text.slice(start, end), between));
  const [only] = fitting;
  if (!only) return null;
  const dotted = codes[end] === 46 && fitting.some((entry) => entry.text.endsWith("."));
  const closed = opened === "" ? (dotted ? end + 1 : end) : closedAt(text, dotted ? end + 1 : end, opened);
  if (closed === undefined) return null;
  const ids = fitting.length === 1 ? only.ids : [...new Set(fitting.flatMap((entry) => entry.ids))];
  return { start, end: closed, ids, next: at + 1 };
}

/** Every entity that a form names when it stands alone. */
export function idsOfForm(index: NameIndex, form: string): readonly string[] {
  const tokens = tokenise(form);
  const hit = namesAt(index, tokens, 0, form.length).at(-1);
  return hit?.next === tokens.count ? hit.ids : [];
}
