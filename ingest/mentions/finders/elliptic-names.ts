import { kindOf } from "../../ids.ts";
import { plainFound, type Finder, type Found, type Search } from "../found.ts";
import { idsOfForm } from "../name-index.ts";

/** A number or a year that alone tells two names apart. */
const number = String.raw`(?:[IVX]{1,4}|(?:19|20)\d{2})(?![\p{L}\d-])`;
const behind = new RegExp(`^(?:,\\s+${number})*,?\\s+and\\s+${number}`, "u");
const numbers = new RegExp(number, "gu");
/** The first word of a name whose rest stands behind the next name: `the UN and ASEAN Charters`. */
const before = /(?<![\p{L}-])(\p{Lu}[\p{L}-]*)\s+and\s+(?:the\s+)?$/u;

/**
 * Instruments of which only what tells them from the one beside them is printed: `Bali Concord II and III`,
 * `Community Vision 2025 and 2045`, `the UN and ASEAN Charters`. The mention is that word.
 */
export const ellipticNames: Finder = {
  id: "elliptic-name",
  find: (search, found) =>
    found
      .filter(({ id }) => kindOf(id) === "instrument")
      .flatMap((name) => [...numberedBehind(search, name), ...firstWordBefore(search, name)]),
};

function numberedBehind(search: Search, name: Found): Found[] {
  const printed = search.text.slice(name.start, name.headEnd);
  const stem = new RegExp(`^(.*\\s)${number}$`, "u").exec(printed)?.[1];
  const rest = stem === undefined ? undefined : behind.exec(search.text.slice(name.end, name.end + 60))?.[0];
  if (stem === undefined || rest === undefined) return [];
  return [...rest.matchAll(numbers)].flatMap(({ index, 0: each }) => {
    const start = name.end + index;
    return instrumentOf(search, `${stem}${each}`, { start, end: start + each.length });
  });
}

function firstWordBefore(search: Search, name: Found): Found[] {
  const printed = search.text.slice(name.start, name.headEnd);
  const rest = /^\S+(\s.*)s$/u.exec(printed)?.[1];
  const match = rest === undefined ? null : before.exec(search.text.slice(Math.max(0, name.start - 40), name.start));
  const word = match?.[1];
  if (rest === undefined || !match || word === undefined) return [];
  const start = name.start - match[0].length;
  return instrumentOf(search, `${word}${rest}`, { start, end: start + word.length });
}

function instrumentOf(search: Search, form: string, span: { start: number; end: number }): Found[] {
  const [id, ...more] = idsOfForm(search.index, form).filter((each) => kindOf(each) === "instrument");
  return id === undefined || more.length > 0 ? [] : [plainFound(span, id, ellipticNames.id)];
}
