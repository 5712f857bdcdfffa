import type { Span } from "../span.ts";
import { isDraftingVerb } from "../clauses/verbs.ts";
import { overlapping, type Found, type Search } from "./found.ts";

const acronym = /(?<![\p{L}\p{N}./-])\p{Lu}[\p{Lu}\d]{2,9}s?(?![\p{L}\p{N}/-])/gu;
const commonAcronym =
  /^(?:[IVXLC]+|COVID|ICTs?|USD|GMT|PDF|ADMMs?|ASEAN|CEO|TV|EWGs?|FTXs?|TTXs?|CPX|MOUs?|SOPs?|TOR|SND|TNI|DONE|ISSUED|SIGNED|SHALL|WILL|MUST|MAY|CAN|NOT|AND|THE|FOR|WITH|THAT|ALL|HAVE|HAS|ARE|BEING|HEREBY|ANNEX|WHEREAS|FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|FINALLY|LASTLY|KAMI|NOUS|TÔI|MEDIA|PRESS|RELEASE)$/;

/** Acronyms in some clauses that no mention covers and that the registry does not know, with a guess of what they are. */
export function unknownAcronyms(
  search: Search,
  clauses: readonly Span[],
  found: readonly Found[],
): (Span & { readonly guess: string })[] {
  return clauses.flatMap((clause) => {
    const text = search.text.slice(clause.start, clause.end);
    if (!/\p{Ll}/u.test(text)) return [];
    return [...text.matchAll(acronym)].flatMap((match) => {
      const start = clause.start + match.index;
      const span = { start, end: start + match[0].length };
      const known = overlapping(search.hits, span).length > 0 || overlapping(found, span).length > 0;
      const common = isDraftingVerb(match[0]) || commonAcronym.test(match[0]);
      if (known || common || isShouted(text, match) || isAgency(text, match)) return [];
      return [{ ...span, guess: match[0].endsWith("s") ? "group" : "organisation" }];
    });
  });
}

/** A news agency at the place where reports name theirs: `Jakarta (ANTARA) - `, `… said. — BERNAMA`. */
function isAgency(text: string, match: RegExpExecArray): boolean {
  const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
  return (
    (before === "(" && after.startsWith(")")) ||
    (before.length < 80 && before.endsWith("(") && /^(?:\/[^)]*)?\)\s?(?:--|[-–—:]|$)/.test(after)) ||
    /\b(?:photo|image)s?\s?[:/]\s?$/i.test(before.slice(-12)) ||
    (/(?:--|[-–—/])\s?$/.test(before.slice(-3)) && /^\W*$/.test(after))
  );
}

/** Beside another word in capitals: a heading or a name in print, no acronym. */
function isShouted(text: string, match: RegExpExecArray): boolean {
  const end = match.index + match[0].length;
  return (
    /^\s+\p{Lu}{3,}/u.test(text.slice(end, end + 8)) ||
    /\p{Lu}{3,}\s+$/u.test(text.slice(Math.max(0, match.index - 8), match.index))
  );
}
