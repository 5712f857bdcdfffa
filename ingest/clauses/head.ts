import { findDates, isDateLine } from "../text/date-forms.ts";
import type { ClauseRole } from "./clause.ts";

interface HeadRule {
  readonly role: ClauseRole;
  readonly holds: (text: string) => boolean;
}

/** Units that say something about the document rather than in it. Ordered; the first that holds counts. */
const headRules: readonly HeadRule[] = [
  {
    role: "file_reference",
    holds: (text) =>
      text.length < 60 &&
      (/^(?:(?:our\s+|file\s+)?ref(?:erence)?(?:\s+no)?\b[.:\s]|no\.?\s?:)/i.test(text) ||
        /^[A-Z]{2,}[.\s]?\d*-?\d+[-/.]\d/.test(text)) &&
      /\d/.test(text),
  },
  {
    role: "meta_line",
    holds: (text) =>
      text.length < 120 &&
      /^(?:by|story\s+by|reported\s+by|written\s+by)\s+\p{Lu}[^.;]*$/iu.test(text) &&
      /^\S+(?:\s\S+)?\s\p{Lu}/u.test(text),
  },
  {
    role: "meta_line",
    holds: (text) =>
      text.length < 120 &&
      /^(?:date|published|posted(?:\s+on)?|updated|last\s+updated|author|byline|source|by|location|venue)\s*(?::|\b(?=\s+(?:on\s+)?(?:\d|[A-Z][a-z]{2,8}\.?\s\d)))/i.test(
        text,
      ),
  },
  {
    role: "meta_line",
    holds: (text) => text.length < 120 && /^by\s/i.test(text) && /[|,–—-]\s/.test(text) && findDates(text).length === 1,
  },
  { role: "meta_line", holds: isLetterhead },
  { role: "date_line", holds: isDateLine },
];

const minister = String.raw`(?:deputy\s+|acting\s+|assistant\s+)?(?:prime\s+minister|minister\s+(?:for|of)\s[\p{L} ]{3,60}|secretary\s+of\s+(?:state\s+for\s+)?[\p{L} ]{3,30})`;
const letterhead = new RegExp(
  `^(?:(?:senator\\s+)?(?:the\\s+)?(?:rt\\s+)?hon\\.?\\s[\\p{L} .’'-]{3,40}\\s(?:MP|MHR|QC|KC)|${minister})$`,
  "iu",
);

/** Who issues a release and the office held, each on a line of its own: `The Hon Jane Doe MP`, `Minister for Defence`. */
function isLetterhead(text: string): boolean {
  return text.length < 90 && letterhead.test(text);
}

/** Role of a block that stands before or after the body, or null for any other text. */
export function headRole(text: string): ClauseRole | null {
  return headRules.find(({ holds }) => holds(text))?.role ?? null;
}
