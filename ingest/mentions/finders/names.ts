import { kindOf } from "../../ids.ts";
import type { Registry } from "../../registry/registry.ts";
import type { Span } from "../../span.ts";
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
  const span = kindOf(id) === "instrument" ? withYear(search, hit, id) : hit;
  const behind = shortFormBehind(search, span, ids);
  return { start: span.start, end: behind?.end ?? span.end, headEnd: span.end, id, rule: registeredNames.id };
}

const period = /^ ?\(?((?:19|20)\d{2})[-–]((?:19|20)\d{2})(?!\d)\)?/;

/** The year of an instrument belongs to its name: `1982 UNCLOS`, `Convention on the Law of the Sea 1982`, `APSC Blueprint 2016-2025`. */
function withYear({ text, registry }: Search, { start, end }: Span, id: string): Span {
  const instrument = instrumentsOf(registry).get(id);
  const year = instrument?.adoptedOn?.slice(0, 4);
  if (!instrument || year === undefined || text.slice(start, end).includes(year)) return { start, end };
  const [whole = "", ...years] = period.exec(text.slice(end, end + 13)) ?? [];
  if (years.some((each) => each === year || instrument.name.endsWith(each))) return { start, end: end + whole.length };
  const before = text.slice(start - 5, start) === `${year} `;
  const behind = text.slice(end, end + 5) === ` ${year}` && !/[\d-]/.test(text.charAt(end + 5));
  return { start: before ? start - 5 : start, end: behind && !before ? end + 5 : end };
}

const instruments = new WeakMap<Registry, ReadonlyMap<string, Instrument>>();

/** The instruments of a registry by their ids, put in order once: every citation asks for one. */
function instrumentsOf(registry: Registry): ReadonlyMap<string, Instrument> {
  const known = instruments.get(registry) ?? new Map(registry.records.instruments.map((each) => [each.id, each]));
  instruments.set(registry, known);
  return known;
}

type Instrument = Registry["records"]["instruments"][number];
