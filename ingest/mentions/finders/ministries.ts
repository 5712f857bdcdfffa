import { kindOf } from "../../ids.ts";
import { countryBehind, plainFound, type DatedFinder, type Search } from "../found.ts";
import type { NameHit } from "../name-index.ts";

/** Names that every country's ministry bears. */
const unplaced =
  /^ministry of (?:national )?defen[cs]e$|^department of defence$|^defen[cs]e ministry$|^(?:MINDEF|MOD|MoD|MND)$/i;

/** True for a ministry's name without its country, which only the document's own country can supply. */
export function needsCountry(search: Search, hit: NameHit, id: string): boolean {
  return kindOf(id) === "organisation" && unplaced.test(search.text.slice(hit.start, hit.end));
}

/** Between a ministry and the country that says whose it is: `Ministry of Defence, Malaysia`, `Ministry of Defence of Malaysia`. */
const ofCountry = /^(?:,| of)(?: the)? $/;

/** "Ministry of Defence" and other shared forms: the bearer whose country follows, else that of the document. */
export const ministries: DatedFinder = {
  id: "ministry",
  find: (search, found, facts) => {
    const countries = new Map(search.registry.records.organisations.map(({ id, country }) => [id, country]));
    return search.hits.flatMap((hit) => {
      const country = countryBehind(search, found, hit.end, ofCountry)?.id ?? facts.country?.value;
      if (country === undefined) return [];
      const [id, ...more] = hit.ids.filter((candidate) => countries.get(candidate) === country);
      const shared = hit.ids.length > 1 || hit.ids.some((candidate) => needsCountry(search, hit, candidate));
      return shared && id !== undefined && more.length === 0 ? [plainFound(hit, id, ministries.id)] : [];
    });
  },
};
