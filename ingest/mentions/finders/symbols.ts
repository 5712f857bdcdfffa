import type { Finder, Found, Search } from "../found.ts";
import { plainFound } from "../found.ts";

interface SymbolForm {
  readonly id: string;
  readonly pattern: RegExp;
  /** Id of the instrument, or null where the match is no resolution after all. */
  readonly read: (match: RegExpExecArray, search: Search) => string | null;
}

const body = String.raw`(?:(?:United\s+Nations|UN)\s+)?`;
const assembly = String.raw`(?:(?:UN\s+|United\s+Nations\s+)?General\s+Assembly|UNGA)`;
const council = String.raw`(?:(?:UN\s+|United\s+Nations\s+)?Security\s+Council|UNSC)`;

/** Ordered. Resolutions of the United Nations by their symbols; adding a form is one entry here. */
const forms: readonly SymbolForm[] = [
  {
    id: "assembly-symbol",
    pattern: new RegExp(`(?:${assembly}\\s+)?(?:[Rr]esolution\\s+)?\\bA/RES/(\\d{1,3})/(\\d{1,3})\\b`, "g"),
    read: (match) => `instrument:a-res-${match[1] ?? ""}-${match[2] ?? ""}`,
  },
  {
    id: "council-symbol",
    pattern: new RegExp(`(?:${council}\\s+)?(?:[Rr]esolution\\s+)?\\bS/RES/(\\d{1,4})(?:\\s?\\(\\d{4}\\))?`, "g"),
    read: (match) => `instrument:s-res-${match[1] ?? ""}`,
  },
  {
    id: "council-number",
    pattern: new RegExp(`${council}\\s+[Rr]esolution\\s+(?:No\\.?\\s?)?(\\d{1,4})(?![\\d/])(?:\\s?\\(\\d{4}\\))?`, "g"),
    read: (match) => `instrument:s-res-${match[1] ?? ""}`,
  },
  {
    id: "assembly-number",
    pattern: new RegExp(`(?:${assembly}\\s+|\\b${body})[Rr]esolution\\s+(\\d{2,3})/(\\d{1,3})\\b`, "g"),
    read: (match, { text }) =>
      new RegExp(assembly).test(text) ? `instrument:a-res-${match[1] ?? ""}-${match[2] ?? ""}` : null,
  },
];

/** Resolutions named by symbol: `A/RES/79/239`, or `Resolution 79/239` where the text speaks of the General Assembly. */
export const symbols: Finder = {
  id: "symbol",
  find: (search) => {
    const found: Found[] = [];
    for (const { pattern, read } of forms) {
      for (const match of search.text.matchAll(pattern)) {
        const id = read(match, search);
        if (id !== null)
          found.push(plainFound({ start: match.index, end: match.index + match[0].length }, id, symbols.id));
      }
    }
    return found;
  },
};
