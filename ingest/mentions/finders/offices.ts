import type { PartialDate } from "../../dates.ts";
import { earliest, latest } from "../../dates.ts";
import { kindOf } from "../../ids.ts";
import type { Span } from "../../span.ts";
import type { Registry } from "../../registry/registry.ts";
import {
  clauseAt,
  countryBehind,
  plainFound,
  startingIn,
  type DatedFinder,
  type Found,
  type Search,
} from "../found.ts";

/** Offices that may be held beside that of the minister of defence, and printed before it. */
const besides = [
  String.raw`(?:Permanent )?(?:(?:First|Second) )?(?:Deputy|Vice) Prime Minister`,
  String.raw`Prime Minister`,
  String.raw`Senior Minister`,
  String.raw`Minister (?:at|in) the Prime Minister['’]s Office`,
  String.raw`State Councill?or`,
];
/** The office of the minister in charge of defence, in the singular. Ordered; adding a form is one entry here. */
const forms = [
  String.raw`(?:Coordinating |Second )?Minister (?:of|for) (?:National )?Defen[cs]e(?: II\b)?`,
  String.raw`(?:National )?Defen[cs]e Minister`,
  String.raw`Secretary of (?:National )?(?:Defen[cs]e|War)`,
  String.raw`Defen[cs]e Secretary`,
  String.raw`Menteri Pertahanan`,
  String.raw`Menhan(?: RI)?`,
  String.raw`Bộ trưởng (?:Bộ )?Quốc phòng(?: Việt Nam)?(?! (?:các|ASEAN))`,
  String.raw`[Mm]inistre (?:de la Défense|des Armées)`,
];
const lower = "Deputy|Vice|Former|former|Prime|Second|Assistant|Parliamentary";
const title = new RegExp(
  String.raw`(?<!\b(?:${lower})\s)(?<!-)\b(?:(?:${besides.join("|")})\s+and\s+(?:the\s+)?)?(?:${forms.join("|")})(?!s|['’]?s?\s+Meeting)\b`,
  "g",
);

/** Between an office and the country it is of. */
const ofCountry = /^\s+(?:of\s+)?(?:the\s+)?$/;

/** Offices as people: the holder named beside it, else the one in office in its country on the day of the document. */
export const offices: DatedFinder = {
  id: "office",
  find: (search, found, facts) =>
    [...search.text.matchAll(title)].flatMap((match) => {
      const office = { start: match.index, end: match.index + match[0].length };
      const country = countryBehind(search, found, office.end, ofCountry);
      const span = { start: office.start, end: country?.end ?? office.end };
      const id =
        personBehind(search, found, span.end) ??
        personAbove(search, found, span) ??
        (country === undefined ? personBefore(search, found, span.start) : undefined) ??
        holder(search.registry, {
          country: countryOf(search, found, span, country?.id, facts.country?.value),
          capacity: /\bSecond\s+Minister|\sII$/.test(match[0]) ? "second minister" : "minister",
          day: facts.date?.value,
        });
      return id === undefined ? [] : [plainFound(span, id, offices.id)];
    }),
};

/** `Malaysia's Defence Minister`, `US Secretary of War`, `Japanese Minister of Defence`; null where nothing stands there. */
function countryBefore({ text }: Search, found: readonly Found[], at: number): string | null {
  const named = startingIn(found, at - 60, at).at(-1);
  const adjoins = named && kindOf(named.id) === "country" && /^(?:['’]s?)?\s+$/.test(text.slice(named.end, at));
  if (adjoins) return named.id;
  const adjective = /(?:^|[^\p{L}])((?:South )?\p{Lu}\p{L}+)\s+$/u.exec(text.slice(Math.max(0, at - 30), at))?.[1];
  return demonyms.get(adjective ?? "") ?? null;
}

/** Adjectives of the countries that take part in the meetings. */
const demonyms = new Map([
  ["American", "country:us"],
  ["Australian", "country:au"],
  ["Bruneian", "country:bn"],
  ["Cambodian", "country:kh"],
  ["Chinese", "country:cn"],
  ["Filipino", "country:ph"],
  ["Indian", "country:in"],
  ["Indonesian", "country:id"],
  ["Japanese", "country:jp"],
  ["Korean", "country:kr"],
  ["Lao", "country:la"],
  ["Malaysian", "country:my"],
  ["Philippine", "country:ph"],
  ["RoK", "country:kr"],
  ["Russian", "country:ru"],
  ["Singaporean", "country:sg"],
  ["South Korean", "country:kr"],
  ["Thai", "country:th"],
  ["Timorese", "country:tl"],
  ["US", "country:us"],
  ["Vietnamese", "country:vn"],
]);

/** A name that nobody has registered stands behind the office: whose office it is, cannot be told from the document. */
const namesStranger = /^,?\s+(?:\p{Lu}[\p{L}.'’-]*\s+)+\p{Lu}/u;

/** The country whose office is meant: named beside it, or the document's own. */
function countryOf(
  search: Search,
  found: readonly Found[],
  span: Span,
  behind: string | undefined,
  own: string | undefined,
) {
  const before = countryBefore(search, found, span.start);
  if (behind !== undefined || before !== null) return behind ?? before ?? undefined;
  return namesStranger.test(search.text.slice(span.end, span.end + 60)) ? undefined : own;
}

function personBehind({ text }: Search, found: readonly Found[], at: number): string | undefined {
  return startingIn(found, at + 1, at + 7).find(
    ({ id, start }) => kindOf(id) === "person" && /^,?\s+(?:the\s+)?$/.test(text.slice(at, start)),
  )?.id;
}

/** `X, Minister at the Prime Minister's Office and Second Minister of Defence`: an office in apposition is the person's before it. */
function personBefore({ text }: Search, found: readonly Found[], at: number): string | undefined {
  const person = startingIn(found, at - 160, at).findLast(({ id }) => kindOf(id) === "person");
  const between = person ? text.slice(person.end, at) : "";
  return person &&
    /^,\s+(?:(?:the\s+)?(?:Deputy\s+)?(?:Prime\s+)?Minister\b[^.;]{0,60}\band\s+)?(?:the\s+)?$/.test(between)
    ? person.id
    : undefined;
}

/** Under a line of names and no more, a line of offices and no more is theirs, one by one: the signatures of a table. */
function personAbove({ text, blocks }: Search, found: readonly Found[], office: Span): string | undefined {
  const at = clauseAt(blocks, office);
  const [line, above] = [blocks[at], blocks[at - 1]];
  if (!line || !above || line.end - line.start > longestLine) return undefined;
  const own = [...text.slice(line.start, line.end).matchAll(title)].map(({ index, 0: printed }) => ({
    start: line.start + index,
    end: line.start + index + printed.length,
  }));
  const people = startingIn(found, above.start, above.end).filter(({ id }) => kindOf(id) === "person");
  const paired = own.length === people.length && isOnly(text, line, own) && isOnly(text, above, people);
  return paired ? people[own.findIndex(({ start }) => start === office.start)]?.id : undefined;
}

/** Longest line of offices in a table of signatures, in characters. */
const longestLine = 300;

function isOnly(text: string, line: Span, parts: readonly Span[]): boolean {
  const ends = [line.start, ...parts.map(({ end }) => end)];
  return ends.every((end, at) => /^[\s|,]*$/.test(text.slice(end, parts[at]?.start ?? line.end)));
}

interface Office {
  readonly country: string | undefined;
  readonly capacity: "minister" | "second minister";
  readonly day: PartialDate | undefined;
}

/** The one minister who held the office on the day; undefined where the registry knows none or several. */
function holder(registry: Registry, { country, capacity: wanted, day }: Office): string | undefined {
  if (country === undefined || day === undefined) return undefined;
  const holders = registry.records.people.filter(({ tenures = [] }) =>
    tenures.some(
      ({ of, capacity, from, to }) =>
        of === country &&
        capacity === wanted &&
        from !== undefined &&
        earliest(from) <= latest(day) &&
        (to === undefined || latest(to) >= earliest(day)),
    ),
  );
  return holders.length === 1 ? holders[0]?.id : undefined;
}
