import { kindOf } from "../../ids.ts";
import type { Finder, Found, Search } from "../found.ts";
import type { NameHit } from "../name-index.ts";
import { needsCountry } from "./ministries.ts";
import { shortFormBehind } from "../short-form.ts";

/**
 * Names of the registry, with the short form in parentheses that follows. Topics are named in definitions only; a form
 * that several entities bear is left to the finders that know the document's country.
 */
export const registeredNames: Finder = {
  id: "registry-name",
  find: (search) => search.hits.flatMap((hit) => namedBy(search, hit) ?? []),
};

function namedBy(search: Search, hit: NameHit): Found | null {
  const ids = hit.ids.filter((id) => kindOf(id) !== "topic");
  const [id] = ids;
  if (id === undefined || ids.length > 1 || needsCountry(search, hit, id)) return null;
  const behind = shortFormBehind(search, hit, ids);
  return { start: hit.start, end: behind?.end ?? hit.end, headEnd: hit.end, id, rule: registeredNames.id };
}
