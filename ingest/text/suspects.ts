import type { Problem } from "../problem.ts";
import { rawSpan, type View } from "./view.ts";

interface Suspect {
  readonly rule: string;
  readonly pattern: RegExp;
  /** Whether the text as a whole gives reason to doubt; asked once. */
  readonly applies: (text: string) => boolean;
  /** What is printed and what must be meant. */
  readonly message: (printed: string) => string;
}

const severalAi = /\bAI\b[\s\S]{0,100000}?\bAI\b/;

/** Ordered. Slips of scanning and typing that a reader corrects without noticing; the text stays as it is. One entry a slip. */
export const suspects: readonly Suspect[] = [
  {
    rule: "ocr-suspect",
    pattern: /(?<![\p{L}-])Al(?=\s+\p{Ll})/gu,
    applies: (text) => severalAi.test(text),
    message: () => "'Al' stands where the text elsewhere has 'AI': a scan has read I as l",
  },
  {
    rule: "missing-blank",
    pattern: /(?<!\p{Ll})\p{Ll}{3,40}[,;]\p{Ll}{3,40}(?!\p{Ll})/gu,
    applies: () => true,
    message: (printed) => `a blank is missing in '${printed}'`,
  },
];

/** Notes on what looks like a slip, with the raw characters that it concerns. `file` names the text. */
export function findSuspects(view: View, file: string): Problem[] {
  return suspects
    .filter(({ applies }) => applies(view.text))
    .flatMap(({ rule, pattern, message }) =>
      [...view.text.matchAll(pattern)].map(({ index, 0: printed }) => ({
        rule,
        severity: "note",
        message: message(printed),
        file,
        span: rawSpan(view, { start: index, end: index + printed.length }),
      })),
    );
}
