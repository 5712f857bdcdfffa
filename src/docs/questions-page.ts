import type { Question } from "../api/questions.ts";
import type { Row } from "../api/rows.ts";
import { tableOf } from "../cli/table.ts";

/** Rows of an answer that the page shows. */
const shownRows = 12;

const introduction = `# The questions

<!-- Written by npm run docs:questions from questions/ and the answers of a graph without documents. -->

Each question is a file of \`questions/\`: a GraphQL query with a header that says what it asks, what it needs and how its answer
reads as a table. \`npx adg ask\` lists them; \`npx adg ask NAME --var NAME=VALUE\` asks one, as a table, with \`--json\` as an array of
objects, with \`--csv\` as CSV (RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe in front). The query
itself can be sent to the API as it stands; where it has a variable \`offset\`, \`adg ask\` sends it page after page. Exit codes: 0
answered, 1 nothing has that id or the database does not answer, 2 wrong usage.

The outputs below come from the facts of \`data/\` alone, with no document loaded. What *established*, *lower bound* and *cannot tell*
mean stands in [model.md](model.md).
`;

/** Values of the variables in the page's example: those that are needed, and the first of those that may be left out. */
export function exampleOf({ variables }: Question): Readonly<Record<string, string>> {
  const optional = variables.find((variable) => variable.optional);
  const used = variables.filter((variable) => !variable.optional || variable === optional);
  return Object.fromEntries(used.map(({ name, example }) => [name, example]));
}

/** What a terminal shows of an answer: its first rows as a table, and how many there are more. */
export function outputOf({ columns }: Question, rows: readonly Row[]): string {
  const more = rows.length - shownRows;
  const table = tableOf(
    columns.map(({ name }) => name),
    rows.slice(0, shownRows),
  );
  return more > 0 ? `${table}\n… ${more} ${more === 1 ? "row" : "rows"} more` : table;
}

/** The page docs/questions.md as markdown, with the output of each question's example; in the order of the names. */
export function questionsPage(questions: readonly Question[], output: (question: Question) => string): string {
  return [introduction, ...questions.map((question) => sectionOf(question, output(question)))].join("\n");
}

function sectionOf(question: Question, output: string): string {
  const { name, title, description, variables, columns } = question;
  const needs = variables.map((variable) => [
    `\`${variable.name}\``,
    variable.description + (variable.optional ? "; may be left out" : ""),
    `\`${variable.example}\``,
  ]);
  return [
    `## ${name}`,
    `${title} ${description}`,
    ...(needs.length > 0 ? [markdownTable(["Variable", "Is", "Example"], needs)] : []),
    markdownTable(
      ["Column", "Holds"],
      columns.map((column) => [`\`${column.name}\``, column.description]),
    ),
    ["```text", `$ ${commandOf(question)}`, output, "```", ""].join("\n"),
  ].join("\n\n");
}

function commandOf(question: Question): string {
  const given = Object.entries(exampleOf(question)).map(([name, value]) => ` --var ${shellWord(`${name}=${value}`)}`);
  return `npx adg ask ${question.name}${given.join("")}`;
}

function shellWord(word: string): string {
  return /^[\w.:/=+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`).join("\n");
}
