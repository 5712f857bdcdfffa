import type { Problem } from "../problem.ts";
import { rawSpan, type View } from "./view.ts";

interface Suspect {
  readonly rule: string;
  readonly pattern: RegExp;
  /** Whether the text as a whole gives reason to doubt; asked once. */
  readonly applies: (text: string) => boolean;
  /** What must be meant by what is printed. */
  readonly meant: (printed: string) => string;
  /** Why that is to be thought. */
  readonly why: string;
}

const severalAi = /\bAI\b[\s\S]{0,100000}?\bAI\b/;

/** Ordered. Slips of scanning and typing that a reader corrects without noticing; the text stays as it is. One entry a slip. */
export const suspects: readonly Suspect[] = [
  {
    rule: "ocr-suspect",
    pattern: /(?<![\p{L}-])Al(?=\s+\p{Ll})/gu,
    applies: (text) => severalAi.test(text),
    meant: () => "AI",
    why: "the text has AI elsewhere, and scans read I as l",
  },
  {
    rule: "missing-blank",
    pattern: /(?<!\p{Ll})\p{Ll}{3,40}[,;]\p{Ll}{3,40}(?!\p{Ll})/gu,
    applies: () => true,
    meant: (printed) => printed.replace(/[,;]/, "$& "),
    why: "a blank is missing",
  },
  {
    rule: "missing-blank",
    pattern: /(?<![\p{L}\p{N}/.@-])\p{Ll}{2,}\p{Lu}{3,}(?![\p{L}\p{N}/.@-])/gu,
    applies: (text) => /[a-z][A-Z]{3}/.test(text),
    meant: (printed) => printed.replace(/(?<=\p{Ll})(?=\p{Lu})/u, " "),
    why: "a blank is missing",
  },
  {
    rule: "missing-blank",
    pattern: /(?<!\p{L})\p{L}\p{Ll}{3,40}\(\p{Lu}{2,}[\p{L}-]*\)/gu,
    applies: (text) => /[a-z]\([A-Z]{2}/.test(text),
    meant: (printed) => printed.replace("(", " ("),
    why: "a blank is missing",
  },
  {
    rule: "missing-blank",
    pattern: /(?<![\p{L}\p{N}])\p{Lu}{7,}\p{Ll}{2,}(?![\p{L}])/gu,
    applies: (text) => /[A-Z]{7}[a-z]{2}/.test(text),
    meant: (printed) => printed.replace(/(?<=\p{Lu})(?=\p{Ll})/u, " ").replace(/(?<=\p{Lu}{4}IN)(?= )/u, "G"),
    why: "a blank is missing behind a verb in capitals",
  },
];

/** Notes on what looks like a slip, with the raw characters that it concerns. `file` names the text. */
export function findSuspects(view: View, file: string): Problem[] {
  return suspects
    .filter(({ applies }) => applies(view.text))
    .flatMap(({ rule, pattern, meant, why }) =>
      [...view.text.matchAll(pattern)].map(({ index, 0: printed }) => ({
        rule,
        severity: "note",
        message: `'${printed}' is read as '${meant(printed)}': ${why}`,
        file,
        span: rawSpan(view, { start: index, end: index + printed.length }),
      })),
    );
}
