import { kindOf } from "../../ids.ts";
import { plainFound, startingIn, type DatedFinder, type Found, type Search } from "../found.ts";
import type { NameHit } from "../name-index.ts";

/** Names that every country's ministry bears. */
const unplaced =
  /^ministry of (?:national )?defen[cs]e$|^department of defence$|^defen[cs]e ministry$|^(?:MINDEF|MOD|MoD|MND)$/i;

/** True for a ministry's name without its country, which only the document's own country can supply. */
export function needsCountry(search: Search, hit: NameHit, id: string): boolean {
  return kindOf(id) === "organisation" && unplaced.test(search.text.slice(hit.start, hit.end));
}

/** `Ministry of Defence, Malaysia`, `Ministry of Defence of Malaysia`: the country that follows says whose it is. */
function countryBehind({ text }: Search, found: readonly Found[], end: number): string | undefined {
  const [next] = startingIn(found, end, end + 10);
  const adjoins = next && kindOf(next.id) === "country" && /^(?:,| of)(?: the)? $/.test(text.slice(end, next.start));
  return adjoins ? next.id : undefined;
}

/** "Ministry of Defence" and other shared forms: the bearer whose country follows, else that of the document. */
export const ministries: DatedFinder = {
  id: "ministry",
  find: (search, found, facts) => {
    const countries = new Map(search.registry.records.organisations.map(({ id, country }) => [id, country]));
    return search.hits.flatMap((hit) => {
      const country = countryBehind(search, found, hit.end) ?? facts.country?.value;
      if (country === undefined) return [];
      const [id, ...more] = hit.ids.filter((candidate) => countries.get(candidate) === country);
      const shared = hit.ids.length > 1 || hit.ids.some((candidate) => needsCountry(search, hit, candidate));
      return shared && id !== undefined && more.length === 0 ? [plainFound(hit, id, ministries.id)] : [];
    });
  },
};
