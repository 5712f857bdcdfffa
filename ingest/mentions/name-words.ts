import { type NameIndex } from "./name-index.ts";
import { wordKey } from "./tokens.ts";

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
  const names = index.names.map(({ text, id }, at) => {
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
