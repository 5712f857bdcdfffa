import { parse as parseYaml } from "yaml";
import { z } from "zod";

/** A variable of a question; `offset`, by which `adg ask` reads an answer page by page, is none of them. */
export interface QuestionVariable {
  readonly name: string;
  /** What it is, in words that finish "NAME is …". */
  readonly description: string;
  /** A value that there is in the published data. */
  readonly example: string;
  /** Path of the list that is empty, or of the object that is null, where the value names nothing; null where the value is no id. */
  readonly found: string | null;
  /** Whether it may be left out. */
  readonly optional: boolean;
}

/** A column of the table that a question answers with. */
export interface QuestionColumn {
  readonly name: string;
  readonly description: string;
}

/** How one part of the answer becomes rows (see rows.ts). */
export interface RowSet {
  /** Path of the lists that give a row each: `statements.clauses.citesConnection.edges`. */
  readonly each: string;
  /** Where the value of a column stands; a column without one is empty. */
  readonly values: ReadonlyMap<string, string>;
}

/** One question that analysts ask: a query, and how its answer reads as a table. */
export interface Question {
  /** Name of its file without the ending; what `adg ask` calls it. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly variables: readonly QuestionVariable[];
  readonly columns: readonly QuestionColumn[];
  readonly rows: readonly RowSet[];
  /** Columns that the rows are sorted by, empty cells last; none keeps the order of the answer. */
  readonly order: readonly string[];
  /** Whether a row that is equal to an earlier one is left out. */
  readonly distinct: boolean;
  /** The file itself: the header is a comment of the query. */
  readonly query: string;
}

const header = z.strictObject({
  title: z.string(),
  description: z.string(),
  variables: z
    .record(
      z.string(),
      z.strictObject({
        is: z.string(),
        example: z.string(),
        found: z.string().nullable().default(null),
        optional: z.boolean().default(false),
      }),
    )
    .default({}),
  columns: z.record(z.string(), z.string()),
  rows: z.array(z.looseObject({ each: z.string() }).catchall(z.string())).min(1),
  order: z.array(z.string()).default([]),
  distinct: z.boolean().default(false),
});

/**
 * Reads a question from the text of its file: comment lines at the top, which are YAML once the sign is off, then the query.
 * Throws an Error that names the question and what is wrong with its header; whether the query fits the schema is not its matter.
 */
export function parseQuestion(name: string, text: string): Question {
  const lines = text.split("\n");
  const end = lines.findIndex((line) => !line.startsWith("#"));
  const yaml = lines.slice(0, end).map((line) => line.replace(/^# ?/, ""));
  const parsed = header.safeParse(parseYaml(yaml.join("\n")));
  if (!parsed.success) throw new Error(`questions/${name}.graphql: ${z.prettifyError(parsed.error)}`);
  const { title, description, variables, columns, rows, order, distinct } = parsed.data;
  const question: Question = {
    name,
    title,
    description: description.trim(),
    variables: Object.entries(variables).map(([key, { is, ...rest }]) => ({ name: key, description: is, ...rest })),
    columns: Object.entries(columns).map(([key, about]) => ({ name: key, description: about })),
    rows: rows.map(({ each, ...values }) => ({ each, values: new Map(Object.entries(values)) })),
    order,
    distinct,
    query: text,
  };
  checkColumns(question);
  return question;
}

function checkColumns({ name, columns, rows, order }: Question): void {
  const known = new Set(columns.map((column) => column.name));
  const used = [...rows.flatMap(({ values }) => [...values.keys()].map((key) => key.replace(/!$/, ""))), ...order];
  const unknown = used.find((column) => !known.has(column));
  if (unknown !== undefined) throw new Error(`questions/${name}.graphql: ${unknown} is not among the columns`);
}
