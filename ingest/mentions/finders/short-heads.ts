import { kindOf } from "../../ids.ts";
import { plainFound, type Finder, type Found, type Search } from "../found.ts";

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
    const cited = found.filter(({ id }) => kindOf(id) === "instrument").sort((a, b) => a.start - b.start);
    if (cited.length === 0) return [];
    return [...search.text.matchAll(called)].flatMap((match) => {
      const [word, said] = [match[2] ?? "", match[1] !== undefined];
      const id = antecedent(search, cited, match.index, word, said);
      return id === null ? [] : [plainFound({ start: match.index, end: match.index + word.length }, id, shortHeads.id)];
    });
  },
};

function antecedent(search: Search, cited: readonly Found[], at: number, word: string, said: boolean): string | null {
  const before = cited.filter(({ end, id }) => end < at && bears(search, id, word)).map(({ id }) => id);
  return said || new Set(before).size === 1 ? (before.at(-1) ?? null) : null;
}

/** True where the word is the head of an instrument's name: its end, or before what it is of or on. */
function bears({ registry }: Search, id: string, word: string): boolean {
  const name = registry.records.instruments.find((instrument) => instrument.id === id)?.name ?? "";
  return new RegExp(`(?:^|\\s)${word}(?:$|\\s(?:of|on|for|in|between)\\s)`).test(name);
}
