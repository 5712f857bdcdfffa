import { kindOf } from "../../ids.ts";
import { startingIn, type Finder, type Found, type Search } from "../found.ts";
import { shortFormBehind } from "../short-form.ts";
import { tokenFrom, tokenise, wordAt, wordKey, type Tokens } from "../tokens.ts";
import type { Registry } from "../../registry/registry.ts";

/** What stands between the words "working groups" and the list of their fields. */
const heads =
  /\b(?:EWGs?|Expert(?:s['’]?|['’]s)?\s+Working\s+Groups?)\b(?:\s?\([^()]{2,30}\))?\s*,?\s*(?:(?:namely|including|such\s+as|covering|comprising)\s*[,:]?\s*(?:(?:those\s+)?(?:in|on|for)\s+)?|(?:those\s+)?(?:in|on|for|:)\s+)(?:the\s+)?(?:(?:seven\s+)?(?:areas?|fields?)\s+of\s+)?/gi;

/** Groups meant again: `the EWG on Cyber Security and those on Mine Action and Maritime Security`. */
const others =
  /\b(?:EWGs?|Working\s+Groups?)\b[^.;]{1,160}?\b(?:those|that|the\s+(?:one|ones|others?))\s+(?:on|in|for)\s+(?:the\s+)?/gi;

/** Fields before the words: `Cyber Security EWG`, `the HADR and Maritime Security EWGs`. */
const tails = /\b(?:EWGs?|Expert(?:s['’]?|['’]s)?\s+Working\s+Groups?)\b/g;

const separators =
  /^(?:\s*[,;]\s*(?:and\s+|as\s+well\s+as\s+)?|\s+and\s+|\s*&\s*|\s+as\s+well\s+as\s+)(?:the\s+)?(?:(?:EWGs?\s+)?(?:on|in|for)\s+)?/i;

/** What may stand in parentheses behind an item: who leads the group, since when. */
const remark = /^\s?\([^()]{2,80}\)/;

/** A field of a working group: keys of its words, and the group. */
interface Field {
  readonly keys: readonly string[];
  readonly id: string;
}

/**
 * Working groups named in a list behind their common head (`EWGs on HADR, Maritime Security and Military Medicine`), each by
 * its field alone, and by a field before the head. A group with the head of its own is a registered name.
 */
export const workingGroups: Finder = {
  id: "working-group-list",
  find: (search, found) => {
    const fields = fieldsOf(search.registry);
    return [
      ...listsBehind(search, fields),
      ...othersBehind(search, fields),
      ...fieldsBefore(search, fields),
      ...fieldsOfRows(search, fields),
      ...fieldsOfChairs(search, fields, found),
    ];
  },
};

const registeredFields = new WeakMap<Registry, readonly Field[]>();

/** The fields of a registry, made once for each. */
function fieldsOf(registry: Registry): readonly Field[] {
  const known = registeredFields.get(registry) ?? readFields(registry);
  registeredFields.set(registry, known);
  return known;
}

function readFields(registry: Registry): Field[] {
  return registry.records.workingGroups.flatMap(({ id, field, fieldAliases = [], abbreviation }) =>
    [field, ...fieldAliases, ...(abbreviation === undefined ? [] : [abbreviation])].map((form) => {
      const tokens = tokenise(form);
      return { id, keys: Array.from({ length: tokens.count }, (_, at) => wordKey(wordAt(tokens, at))) };
    }),
  );
}

function listsBehind(search: Search, fields: readonly Field[]): Found[] {
  const found: Found[] = [];
  for (const match of search.text.matchAll(heads)) {
    if (match.index < (found.at(-1)?.end ?? 0)) continue;
    const items = listAt(search, fields, match.index + match[0].length);
    const plural = /s\b|s['’]?\)/.test(match[0].replace(/Experts?['’]?s?/gi, ""));
    if (items.length > 1 || plural) found.push(...items);
  }
  return found;
}

function othersBehind(search: Search, fields: readonly Field[]): Found[] {
  return [...search.text.matchAll(others)].flatMap((match) => listAt(search, fields, match.index + match[0].length));
}

/** Fields from `from` on, as long as they are separated like a list. A field that holds "and" is taken whole. */
function listAt(search: Search, fields: readonly Field[], from: number): Found[] {
  const items: Found[] = [];
  let at = from;
  for (;;) {
    const item = fieldAt(search, fields, at);
    if (!item) return items;
    items.push(item);
    const end = item.end + (remark.exec(search.text.slice(item.end, item.end + 90))?.[0].length ?? 0);
    const separator = separators.exec(search.text.slice(end, end + 40));
    if (!separator) return items;
    at = end + separator[0].length;
  }
}

function fieldAt(search: Search, fields: readonly Field[], from: number): Found | null {
  const { tokens } = search;
  const first = tokenFrom(tokens, from);
  if (tokens.starts[first] !== from) return null;
  const opening = wordKey(wordAt(tokens, first));
  const fitting = fields
    .filter(({ keys }) => keys[0] === opening && isAt(tokens, first, keys))
    .sort((a, b) => b.keys.length - a.keys.length)[0];
  const end = fitting ? tokens.ends[first + fitting.keys.length - 1] : undefined;
  if (!fitting || end === undefined) return null;
  const short = shortFormBehind(search, { start: from, end }, [fitting.id]);
  return { start: from, end: short?.end ?? end, headEnd: end, id: fitting.id, rule: workingGroups.id };
}

function isAt(tokens: Tokens, first: number, keys: readonly string[]): boolean {
  return keys.every((key, offset) => first + offset < tokens.count && wordKey(wordAt(tokens, first + offset)) === key);
}

/** What says that the items of a list are groups, in the line before them. */
const speaksOfGroups = /\b(?:EWGs?|[Gg]roups?|[Cc]o-?[Cc]hair(?:s|ed)?)\b/;
/** The first row of a table whose first column holds groups. */
const groupColumn =
  /^(?:(?:No\.?|#|S\/N)\s)?(?:EWGs?|(?:Expert(?:s['’]?|['’]s)?\s+)?Working\s+Groups?|Groups?)(?:\s(?:\p{Lu}\S*(?:\s\p{Ll}+)*|\d{4}\S*)){0,6}$/u;
const anyGroups = /\b(?:EWGs?|Working\s+Groups?)\b/i;

/** Behind a field that is the head of an item. */
const endsHead = /^(?:\s*[:;,.–—(\n]|\s-\s|\s*$)/;

/** Fields that begin the items of a list or the rows of a table, where what stands before these speaks of groups. */
function fieldsOfRows(search: Search, fields: readonly Field[]): Found[] {
  const { text, blocks } = search;
  if (!anyGroups.test(text)) return [];
  const found: Found[] = [];
  let run: Found[] = [];
  let opener = "";
  const close = () => {
    if (run.length > 1) found.push(...run);
    run = [];
  };
  for (const { start, end, bullet, number, apart } of blocks) {
    const marked = bullet || number !== null;
    const awaited = marked ? speaksOfGroups.test(opener) : (!apart || run.length === 0) && groupColumn.test(opener);
    const field = awaited ? fieldAt(search, fields, start + behindNumber(text.slice(start, start + 8))) : null;
    if (field && (!marked || endsHead.test(text.slice(field.end, field.end + 4)))) run.push(field);
    else {
      close();
      opener = lastSentence(text.slice(Math.max(start, end - 300), end));
    }
  }
  close();
  return found;
}

/** What a sentence has that says which countries lead which groups. */
const chairs = /\b[Cc]o-?[Cc]hair(?:s|ed|ing|manship)?\b/g;
/** Furthest that such a sentence goes before and behind these words, in characters. */
const sentence = { before: 300, behind: 900 };
const forField = /^(?:\s?\([^()]*\))?\s*(?:for|of|on|in|:)\s+(?:the\s+)?$/;
const byCountry = /^\s?(?:[:(–—]|-\s)\s?(?:the\s+)?$/;

/** `Thailand and Japan for Maritime Security`, `HADR (Viet Nam and India)`: fields beside the countries that lead the groups. */
function fieldsOfChairs(search: Search, fields: readonly Field[], found: readonly Found[]): Found[] {
  const { text } = search;
  const countries = found.filter(({ id }) => kindOf(id) === "country").sort((a, b) => a.start - b.start);
  let done = 0;
  return [...text.matchAll(chairs)].flatMap((match) => {
    if (match.index < done) return [];
    const start =
      match.index -
      (/[^.;\n]*$/.exec(text.slice(Math.max(done, match.index - sentence.before), match.index))?.[0].length ?? 0);
    done = match.index + (/^[^.\n]*/.exec(text.slice(match.index, match.index + sentence.behind))?.[0].length ?? 0);
    return [...text.slice(start, done).matchAll(/(?<![\p{L}-])\p{Lu}/gu)].flatMap(({ index }) => {
      const field = fieldAt(search, fields, start + index);
      if (!field || field.end > done) return [];
      const before = startingIn(countries, field.start - 60, field.start).at(-1);
      const [behind] = startingIn(countries, field.end, field.end + 12);
      const led =
        (before !== undefined && forField.test(text.slice(before.end, field.start))) ||
        (behind !== undefined && byCountry.test(text.slice(field.end, behind.start)));
      return led ? [field] : [];
    });
  });
}

/** Length of the number that a row of a table begins with. */
function behindNumber(text: string): number {
  return /^\d{1,2}\.?[\s|]+/.exec(text)?.[0].length ?? 0;
}

function lastSentence(text: string): string {
  return text.slice(text.lastIndexOf(". ") + 1).trimStart();
}

function fieldsBefore(search: Search, fields: readonly Field[]): Found[] {
  const { tokens } = search;
  return [...search.text.matchAll(tails)].flatMap((match) => {
    const item = fieldEndingAt(search, fields, tokenFrom(tokens, match.index), match.index, /^\s$/);
    if (!item) return [];
    const end = match.index + match[0].length;
    const before = /s$/i.test(match[0]) ? listBefore(search, fields, item) : [];
    return [...before, { ...item, end, headEnd: end }];
  });
}

/** The longest field that ends where the word `word` begins, but for what stands between the two. */
function fieldEndingAt(
  search: Search,
  fields: readonly Field[],
  word: number,
  offset: number,
  between: RegExp,
): Found | null {
  for (let length = longestField; length >= 1; length--) {
    const start = search.tokens.starts[word - length];
    const item = start === undefined ? null : fieldAt(search, fields, start);
    if (item && between.test(search.text.slice(item.end, offset))) return item;
  }
  return null;
}

/** Most words of a field and the "and" behind it. */
const longestField = 6;

/** Fields that stand before the last one of a list with its head behind: `the HADR, Maritime Security and Cyber Security EWGs`. */
function listBefore(search: Search, fields: readonly Field[], last: Found): Found[] {
  const items: Found[] = [];
  for (let item: Found | null = last; item;) {
    const { start }: Found = item;
    item = fieldEndingAt(search, fields, tokenFrom(search.tokens, start), start, /^(?:,|,? and|,? &)\s$/);
    if (item) items.unshift(item);
  }
  return items;
}
