import type { PartialDate } from "../../dates.ts";
import { earliest, latest } from "../../dates.ts";
import { kindOf } from "../../ids.ts";
import type { Registry } from "../../registry/registry.ts";
import { plainFound, startingIn, type DatedFinder, type Found, type Search } from "../found.ts";

/** The office of the minister in charge of defence, in the singular. */
const title =
  /(?<!\b(?:Deputy|Vice|Former|former|Prime|Second|Assistant|Parliamentary)\s)\b(?:(?:Coordinating\s+)?Minister\s+(?:of|for)\s+(?:National\s+)?Defen[cs]e|(?:National\s+)?Defen[cs]e\s+Minister|Secretary\s+of\s+(?:National\s+)?(?:Defen[cs]e|War)|Defen[cs]e\s+Secretary)(?!s|['’]?s?\s+Meeting)\b/g;

/** Between an office and the country it is of. */
const ofCountry = /^\s+(?:of\s+)?(?:the\s+)?$/;

/** Offices as people: the holder named beside it, else the one in office in its country on the day of the document. */
export const offices: DatedFinder = {
  id: "office",
  find: (search, found, facts) =>
    [...search.text.matchAll(title)].flatMap((match) => {
      const office = { start: match.index, end: match.index + match[0].length };
      const country = countryBehind(search, found, office.end);
      const span = { start: office.start, end: country?.end ?? office.end };
      const id =
        personBehind(search, found, span.end) ??
        holder(
          search.registry,
          country?.id ?? countryBefore(search, found, office.start) ?? facts.country?.value,
          facts.date?.value,
        );
      return id === undefined ? [] : [plainFound(span, id, offices.id)];
    }),
};

/** Most characters between an office and the country or person beside it. */
const reach = 10;

function countryBehind({ text }: Search, found: readonly Found[], at: number): Found | undefined {
  return startingIn(found, at + 1, at + reach).find(
    ({ id, start }) => kindOf(id) === "country" && ofCountry.test(text.slice(at, start)),
  );
}

/** `Malaysia's Defence Minister`. */
function countryBefore({ text }: Search, found: readonly Found[], at: number): string | undefined {
  const named = startingIn(found, at - 60, at).at(-1);
  const possesses = named && kindOf(named.id) === "country" && /^['’]s?\s+$/.test(text.slice(named.end, at));
  return possesses ? named.id : undefined;
}

function personBehind({ text }: Search, found: readonly Found[], at: number): string | undefined {
  return startingIn(found, at + 1, at + 4).find(
    ({ id, start }) => kindOf(id) === "person" && /^,?\s+$/.test(text.slice(at, start)),
  )?.id;
}

/** The one minister who held the office on the day; undefined where the registry knows none or several. */
function holder(registry: Registry, country: string | undefined, day: PartialDate | undefined): string | undefined {
  if (country === undefined || day === undefined) return undefined;
  const holders = registry.records.people.filter(({ tenures = [] }) =>
    tenures.some(
      ({ of, capacity, from, to }) =>
        of === country &&
        capacity === "minister" &&
        from !== undefined &&
        earliest(from) <= latest(day) &&
        (to === undefined || latest(to) >= earliest(day)),
    ),
  );
  return holders.length === 1 ? holders[0]?.id : undefined;
}
