import type { Registry } from "../../registry/registry.ts";
import { plainFound, type Finder, type Found, type Search } from "../found.ts";

interface SymbolForm {
  readonly id: string;
  /** The groups are the parts of the number. */
  readonly pattern: RegExp;
  /** Further numbers behind the first: `Resolutions 1373 (2001) and 1540 (2004)`. */
  readonly more?: RegExp;
  /** The resolution's symbol, or null where the match is none after all. */
  readonly symbol: (parts: readonly string[], search: Search) => string | null;
}

const assembly = String.raw`(?:(?:UN\s+|United\s+Nations\s+)?General\s+Assembly|UNGA)`;
const council = String.raw`(?:(?:UN\s+|United\s+Nations\s+)?Security\s+Council|UNSC)`;
const organisation = String.raw`(?:(?:UN|United\s+Nations)\s+)?`;
const adopted = String.raw`(?:\s?\(\d{4}\))?`;
const resolutions = String.raw`[Rr]esolutions?\s+(?:Nos?\.?\s?)?`;
const assemblySpoken = new RegExp(assembly);
const councilSpoken = new RegExp(council);

/** Resolutions of the United Nations by their symbols or numbers. Ordered; adding a form is one entry here. */
const forms: readonly SymbolForm[] = [
  {
    id: "assembly-symbol",
    pattern: new RegExp(`(?:${assembly}\\s+)?(?:[Rr]esolution\\s+)?\\bA/RES/(\\d{1,3})/(\\d{1,3})\\b`, "g"),
    symbol: ([session, number]) => `A/RES/${session ?? ""}/${number ?? ""}`,
  },
  {
    id: "council-symbol",
    pattern: new RegExp(`(?:${council}\\s+)?(?:[Rr]esolution\\s+)?\\bS/RES/(\\d{1,4})${adopted}`, "g"),
    symbol: ([number]) => `S/RES/${number ?? ""}`,
  },
  {
    id: "council-number",
    pattern: new RegExp(`(?:${council}\\s+${resolutions}|\\bUNSCRs?\\s+)(\\d{1,4})(?![\\d/])${adopted}`, "g"),
    more: new RegExp(`^(?:,\\s+|\\s+and\\s+|,\\s+and\\s+)(\\d{3,4})(?![\\d/])${adopted}`),
    symbol: ([number]) => `S/RES/${number ?? ""}`,
  },
  {
    id: "council-year",
    pattern: new RegExp(
      `\\b${organisation}${resolutions}(\\d{3,4})(?:\\s?\\(\\d{4}\\)|(?=\\s+of\\s+the\\s+${council}))`,
      "g",
    ),
    more: new RegExp(`^(?:,\\s+|\\s+and\\s+|,\\s+and\\s+)(\\d{3,4})(?![\\d/])${adopted}`),
    symbol: ([number], { text }) => (councilSpoken.test(text) ? `S/RES/${number ?? ""}` : null),
  },
  {
    id: "assembly-number",
    pattern: new RegExp(
      `(?:${assembly}\\s+${resolutions}|\\b${organisation}${resolutions})(\\d{2,3})/(\\d{1,3})\\b`,
      "g",
    ),
    more: /^(?:,\s+|\s+and\s+|,\s+and\s+)(\d{2,3})\/(\d{1,3})\b/,
    symbol: ([session, number], { text }) =>
      assemblySpoken.test(text) ? `A/RES/${session ?? ""}/${number ?? ""}` : null,
  },
];

/** Resolutions named by symbol: `A/RES/79/239`, or `Resolution 79/239` where the text speaks of the General Assembly. */
export const symbols: Finder = {
  id: "symbol",
  find: (search) =>
    forms.flatMap((form) => [...search.text.matchAll(form.pattern)].flatMap((match) => read(search, form, match))),
};

function read(search: Search, form: SymbolForm, match: RegExpExecArray): Found[] {
  const found: Found[] = [];
  let span = { start: match.index, end: match.index + match[0].length };
  for (let parts: RegExpExecArray | null = match; parts;) {
    const symbol = form.symbol(parts.slice(1), search);
    if (symbol === null) break;
    found.push(plainFound(span, idOf(search.registry, symbol), symbols.id));
    parts = form.more?.exec(search.text.slice(span.end, span.end + 40)) ?? null;
    if (parts) span = { start: span.end + parts[0].search(/\d/), end: span.end + parts[0].length };
  }
  return found;
}

/** The registered instrument with this symbol, or an id made of the symbol: `instrument:a-res-79-239`. */
function idOf(registry: Registry, symbol: string): string {
  const known = registry.records.instruments.find((instrument) => instrument.symbol === symbol);
  return known?.id ?? `instrument:${symbol.toLowerCase().replaceAll("/", "-")}`;
}
