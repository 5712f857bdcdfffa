import { kindOf } from "../../ids.ts";
import { plainFound, type DatedFinder, type Search } from "../found.ts";
import type { NameHit } from "../name-index.ts";

/** Names that every country's ministry bears. */
const unplaced =
  /^ministry of (?:national )?defen[cs]e$|^department of defence$|^defen[cs]e ministry$|^(?:MINDEF|MOD|MoD|MND)$/i;

/** True for a ministry's name without its country, which only the document's own country can supply. */
export function needsCountry(search: Search, hit: NameHit, id: string): boolean {
  return kindOf(id) === "organisation" && unplaced.test(search.text.slice(hit.start, hit.end));
}

/** "Ministry of Defence" and other shared forms: the bearer whose country is the document's. */
export const ministries: DatedFinder = {
  id: "ministry",
  find: (search, _, facts) => {
    const country = facts.country?.value;
    if (country === undefined) return [];
    const own = new Set(
      search.registry.records.organisations.filter((record) => record.country === country).map(({ id }) => id),
    );
    return search.hits.flatMap((hit) => {
      const [id, ...more] = hit.ids.filter((candidate) => own.has(candidate));
      const shared = hit.ids.length > 1 || hit.ids.some((candidate) => needsCountry(search, hit, candidate));
      return shared && id !== undefined && more.length === 0 ? [plainFound(hit, id, ministries.id)] : [];
    });
  },
};
