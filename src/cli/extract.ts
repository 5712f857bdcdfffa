import type { ExtractOutput, Span } from "../../ingest/index.ts";
import type { Row } from "../api/rows.ts";
import type { Register } from "./command.ts";
import { tableOf } from "./table.ts";

/** `adg extract FILE`: what one document is made of and what it names; reads no database. */
export const registerExtract: Register = (program, cli) => {
  program
    .command("extract")
    .description("show the clauses, mentions, definitions and unknown names of one document; needs no database")
    .argument("<file>", "the document")
    .option("--json", "print one JSON object; offsets are UTF-16 code units of the text that --text prints")
    .option("--text", "print the text in which the offsets count: the decoded file, or the text layer of a PDF or DOCX")
    .action(async (file: string, { json = false, text = false }: { json?: boolean; text?: boolean }) => {
      const { describeProblem, extract, readDocument, readRegistry, toOutput, wordsAt } =
        await import("../../ingest/index.ts");
      const { document, problems } = await readDocument(file, file);
      if (!document) {
        for (const problem of problems) cli.say(describeProblem(problem));
        cli.foundSomething();
        return;
      }
      if (text) {
        // What is written gets a line end.
        cli.out(document.raw.replace(/\n$/, ""));
        return;
      }
      const { registry, problems: faults } = readRegistry(cli.config().ADG_DATA);
      for (const fault of faults.filter(({ severity }) => severity === "error")) cli.say(describeProblem(fault));
      if (faults.some(({ severity }) => severity === "error")) cli.foundSomething();
      const extraction = extract(document, registry);
      const found = [...problems, ...extraction.problems];
      const output = toOutput(document, { ...extraction, problems: found }, registry);
      cli.out(
        json ? JSON.stringify(output, null, 2) : describeOutput(output, (span) => wordsAt(extraction.words, span)),
      );
    });
};

/** Characters of a clause that the table shows. */
const shownLength = 60;

/** An extraction for people: what the document is, then a table each of what was found in it. */
function describeOutput(output: ExtractOutput, wordsOf: (span: Span) => string): string {
  const { document, clauses, mentions, definitions, candidates, problems } = output;
  const keyOfClause = (id: string) => id.slice(id.indexOf("/") + 1);
  const parts: readonly (readonly [title: string, rows: readonly Row[]])[] = [
    ["document", Object.entries(document).map(([field, value]) => ({ field, value }))],
    [
      "clauses",
      clauses.map(({ id, role, number, lead, start, end }) => ({
        clause: keyOfClause(id),
        role,
        number,
        lead,
        start,
        end,
        text: wordsOf({ start, end }).slice(0, shownLength),
      })),
    ],
    [
      "mentions",
      mentions.map(({ clause, id, surface, start, end, verb = null, role = null }) => ({
        clause: keyOfClause(clause),
        id,
        surface,
        start,
        end,
        verb,
        role,
      })),
    ],
    ["definitions", definitions.map(({ short, long, id, start, end }) => ({ short, long, id, start, end }))],
    [
      "unknown names",
      candidates.map(({ clause, surface, guess, nearest, start, end }) => ({
        clause: keyOfClause(clause),
        surface,
        guess,
        nearest: nearest.join(" "),
        start,
        end,
      })),
    ],
    ["problems", problems.map(({ severity, rule, message, start, end }) => ({ severity, rule, start, end, message }))],
  ];
  return parts
    .filter(([, rows]) => rows.length > 0)
    .map(([title, rows]) => `${title.toUpperCase()}\n${tableOf(Object.keys(rows[0] ?? {}), rows)}`)
    .join("\n\n");
}
