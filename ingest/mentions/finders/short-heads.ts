import { kindOf } from "../../ids.ts";
import type { Registry } from "../../registry/registry.ts";
import { plainFound, type Finder, type Found } from "../found.ts";

/** Words by which an instrument is called once it has been named. Adding one is one entry here. */
const heads = [
  "Agreement",
  "Blueprint",
  "Charter",
  "Concord",
  "Convention",
  "Declaration",
  "Outlook",
  "Protocol",
  "Roadmap",
  "Treaty",
];

const called = new RegExp(
  `(?<=\\b[Tt]he\\s+(said\\s+|aforementioned\\s+|aforesaid\\s+|same\\s+)?)(${heads.join("|")})(?![\\p{L}-])(?!\\s+(?:\\p{Lu}|\\d|of|on|for|between|with|against|to|by|in\\s+the)(?:\\b|\\p{L}))`,
  "gu",
);

/**
 * `the Charter`, `the said Treaty`, behind the one instrument of the text that bears such a word in its name; behind several
 * only "the said" means one, the nearest.
 */
export const shortHeads: Finder = {
  id: "short-head",
  find: (search, found) => {
    const cited = found.filter(({ id }) => kindOf(id) === "instrument").sort((a, b) => a.end - b.end);
    const borne = wordsBorne.get(search.registry) ?? wordsOf(search.registry);
    wordsBorne.set(search.registry, borne);
    /** Instruments named so far that bear a word, the nearest last. */
    const named = new Map<string, Set<string>>();
    let next = 0;
    return [...search.text.matchAll(called)].flatMap((match) => {
      for (let item = cited[next]; item && item.end < match.index; item = cited[++next]) remember(named, borne, item);
      const [word, said] = [match[2] ?? "", match[1] !== undefined];
      const ids = [...(named.get(word) ?? [])];
      const id = said || ids.length === 1 ? ids.at(-1) : undefined;
      const span = { start: match.index, end: match.index + word.length };
      return id === undefined ? [] : [plainFound(span, id, shortHeads.id)];
    });
  },
};

function remember(named: Map<string, Set<string>>, borne: ReadonlyMap<string, readonly string[]>, { id }: Found): void {
  for (const word of borne.get(id) ?? []) {
    const ids = named.get(word) ?? new Set();
    ids.delete(id);
    named.set(word, ids.add(id));
  }
}

const wordsBorne = new WeakMap<Registry, ReadonlyMap<string, readonly string[]>>();

/** The words that are the head of an instrument's name, by its id: its end, or before what it is of or on. */
function wordsOf({ records }: Registry): ReadonlyMap<string, readonly string[]> {
  const patterns = heads.map((word) => new RegExp(`(?:^|\\s)(${word})(?:$|\\s(?:of|on|for|in|between)\\s)`));
  return new Map(
    records.instruments.map(({ id, name }) => [id, patterns.flatMap((pattern) => pattern.exec(name)?.[1] ?? [])]),
  );
}
