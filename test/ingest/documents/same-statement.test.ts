import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readBytes } from "../../../ingest/documents/read.ts";
import { extract } from "../../../ingest/extract.ts";
import { toOutput } from "../../../ingest/extract-output.ts";
import { readRegistry } from "../../../ingest/registry/read.ts";
import { readMarked } from "../../../src/score/marked.ts";
import { isPrintable } from "./written/pdf.ts";
import { paragraphsIn, statementDocx, statementPdf } from "./written/statement.ts";

const project = join(import.meta.dirname, "../../..");
const folder = join(project, "test", "documents");
const { registry } = readRegistry(join(project, "data"));

/** What a reader of a statement takes from it, whatever it was printed in. */
async function readingOf(bytes: Uint8Array) {
  const { document } = await readBytes(bytes, "statement");
  if (!document) throw new Error("not read");
  const { clauses, mentions, definitions } = toOutput(document, extract(document, registry), registry);
  const words = (start: number, end: number) => document.raw.slice(start, end).replace(/\s+/g, " ");
  return {
    clauses: clauses.map(({ part, role, number, lead, start, end }) => ({ part, role, number, lead, words: words(start, end) })),
    mentions: mentions.map(({ id, start, end, manner = null, role = null }) => ({ id, words: words(start, end), manner, role })),
    definitions: definitions.map(({ short, long, id }) => ({ short, long, id })),
  };
}

/** The text with each paragraph on one line. */
function plainText(raw: string): string {
  return paragraphsIn(raw)
    .map(({ number, bullet, text, indent, apart }) => {
      const mark = number === null ? (bullet ? "• " : "") : `${number} `;
      return `${apart ? "\n" : ""}${" ".repeat(indent)}${mark}${text}`;
    })
    .join("\n");
}

/** Documents of the project that have one paragraph on each line and no markdown. */
const documents = [
  "03-chairmans-statement",
  "05-agency-news",
  "06-background-groups",
  "07-statement-annex",
  "14-chair-release",
  "37-wordy-ministers",
  "12-news-with-meta",
  "17-statement-parentheses",
  "24-chairman-plus",
  "33-summit-declaration",
];

const forms: readonly (readonly [string, (text: string) => Buffer])[] = [
  ["a DOCX whose numbers are lists", statementDocx],
  ["a PDF", (text) => statementPdf(text, { columns: 1, hyphens: false, furniture: false })],
  ["a PDF with running lines and cut words", (text) => statementPdf(text, { columns: 1, hyphens: true, furniture: true })],
  ["a PDF in two columns", (text) => statementPdf(text, { columns: 2, hyphens: false, furniture: true })],
];

describe.each(documents)("%s says the same", (name) => {
  const { raw } = readMarked(readFileSync(join(folder, `${name}.marked.txt`), "utf8"), name);
  const text = plainText(raw);
  it.each(forms)("as %s", async (_, write) => {
    expect(isPrintable(text.replace(/\s/g, ""))).toBe(true);
    expect(await readingOf(write(text))).toEqual(await readingOf(Buffer.from(text)));
  });
});
