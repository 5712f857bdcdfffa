import type { Question } from "../api/questions.ts";
import type { Cli, Register } from "./command.ts";

interface AskOptions {
  readonly var: readonly string[];
  readonly json?: true;
  readonly csv?: true;
}

type Values = Readonly<Record<string, string>>;
type Usage = (message: string) => never;

/** `adg ask`: the questions of questions/, listed, or one of them asked, as a table, CSV or JSON. */
export const registerAsk: Register = (program, cli) => {
  const usage: Usage = (message) => program.error(`error: ${message}`);
  program
    .command("ask")
    .description("list the questions, or ask one of them")
    .argument("[question]", "name of the question; without it they are listed")
    .option("--var <name=value>", "value of a variable; once for each", (pair, pairs: string[]) => [...pairs, pair], [])
    .option("--json", "print the rows as a JSON array of objects")
    .option("--csv", "print the rows as CSV (RFC 4180)")
    .action(async (name: string | undefined, options: AskOptions) => {
      if (options.json && options.csv) usage("--json and --csv exclude each other");
      const { readQuestions } = await import("../api/files.ts");
      const questions = await readQuestions();
      if (name === undefined) {
        cli.out(options.json ? JSON.stringify(questions.map(described), null, 2) : listing(questions));
        return;
      }
      const question = await questionNamed(name, questions, usage);
      await ask(cli, question, await valuesOf(question, options.var, usage), options);
    });
};

async function ask(cli: Cli, question: Question, values: Values, options: AskOptions): Promise<void> {
  const [{ useNeo4j }, { askQuestion }] = await Promise.all([import("../neo4j/use.ts"), import("../api/ask.ts")]);
  const config = cli.config();
  const { rows, truncated } = await useNeo4j(
    config,
    cli.say,
    ({ driver, name }) => askQuestion({ driver, database: name, config }, question, values),
    cli.stop,
  );
  const names = question.columns.map((column) => column.name);
  if (options.json) cli.out(JSON.stringify(rows, null, 2));
  else if (options.csv) cli.out(await csvOf(names, rows));
  else cli.out((await import("./table.ts")).tableOf(names, rows));
  for (const { list, limit, times } of truncated) {
    cli.say(`adg: cut short: ${list} ends after ${limit}${times > 1 ? `, in ${times} places` : ""}.`);
  }
}

async function csvOf(
  names: readonly string[],
  rows: readonly Readonly<Record<string, string | number | boolean | null>>[],
) {
  const { csvLines, csvRecord } = await import("../export/csv.ts");
  const records = rows.map((row) => csvRecord(names.map((name) => row[name] ?? null)));
  // The last line end comes from the one who prints.
  return csvLines([csvRecord(names), ...records]).replace(/\r\n$/, "\r");
}

async function questionNamed(name: string, questions: readonly Question[], usage: Usage): Promise<Question> {
  const names = questions.map((question) => question.name);
  return (
    questions.find((question) => question.name === name) ?? usage(`no question '${name}'. ${await hint(name, names)}`)
  );
}

async function valuesOf(question: Question, pairs: readonly string[], usage: Usage): Promise<Values> {
  const names = question.variables.map((variable) => variable.name);
  const values: Record<string, string> = {};
  for (const pair of pairs) {
    const [name = "", ...rest] = pair.split("=");
    if (rest.length === 0) usage(`--var ${pair} has no value. Write --var ${pair}=VALUE`);
    if (!names.includes(name)) usage(`${question.name} has no variable '${name}'. ${await hint(name, names)}`);
    values[name] = rest.join("=");
  }
  const missing = question.variables.find(({ name, optional }) => !optional && !Object.hasOwn(values, name));
  if (missing)
    usage(`${question.name} needs a value for '${missing.name}'. Add --var ${missing.name}=${missing.example}`);
  return values;
}

async function hint(word: string, candidates: readonly string[]): Promise<string> {
  const { nearestWord } = await import("../../ingest/index.ts");
  const nearest = nearestWord(word, candidates);
  return nearest === null ? `There is ${candidates.join(", ")}` : `Did you mean '${nearest}'?`;
}

function listing(questions: readonly Question[]): string {
  return questions
    .map(({ name, title, variables }) => {
      const lines = variables.map(
        ({ name: word, example, description, optional }) =>
          `    --var ${word}=${example}   ${description}${optional ? "; may be left out" : ""}`,
      );
      return [name, `    ${title}`, ...lines].join("\n");
    })
    .join("\n\n");
}

function described({ name, title, description, variables, columns }: Question): object {
  return { name, title, description, variables, columns };
}
