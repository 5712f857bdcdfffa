import type { Driver } from "neo4j-driver";
import type { Config } from "../config.ts";
import { Failure } from "../failure.ts";
import type { Cut } from "./cuts.ts";
import { createEngine } from "./engine.ts";
import type { Answer } from "./engine.ts";
import { readContract } from "./files.ts";
import { limitsOf } from "./limits/limit.ts";
import { wholeAnswer } from "./pages.ts";
import type { Page } from "./pages.ts";
import type { Question } from "./questions.ts";
import { rowsOf, valueAt } from "./rows.ts";
import type { Row } from "./rows.ts";
import { buildApiSchema } from "./schema.ts";

/** The database that is asked and the limits that hold. */
export interface AskParts {
  readonly driver: Driver;
  readonly database: string;
  readonly config: Config;
}

/** The rows of a question's answer, and the lists that ended before their last item. */
export interface Table {
  readonly rows: readonly Row[];
  readonly truncated: readonly Cut[];
}

/** How long a single question may take, in milliseconds: a database that was just started needs long for its first plan. */
const patience = 120_000;

/** Asks a question with values for its variables. */
export type Ask = (question: Question, variables: Readonly<Record<string, string>>) => Promise<Table>;

/**
 * Asks questions in this process, by the way that queries over HTTP go. Asking throws a Failure where nothing is loaded, where a
 * variable names nothing, and where the query is refused or the database does not answer.
 */
export async function questionsTo({ driver, database, config }: AskParts): Promise<Ask> {
  const engine = createEngine({
    schema: await buildApiSchema(await readContract(), { publicUrl: config.ADG_PUBLIC_URL ?? "" }),
    driver,
    database,
    timeout: patience,
    limits: limitsOf(config),
    report: () => undefined,
  });
  return async (question, variables) => {
    const { data, truncated } = await wholeAnswer(question.query, variables, engine.limits.offset, async (given) =>
      pageOf((await engine.ask(question.query, given)).result),
    );
    refuseUnknown(question, variables, data);
    return { rows: rowsOf(question, data), truncated };
  };
}

/** Asks one question: see `questionsTo`. */
export async function askQuestion(
  parts: AskParts,
  question: Question,
  variables: Readonly<Record<string, string>>,
): Promise<Table> {
  return await (
    await questionsTo(parts)
  )(question, variables);
}

function pageOf(result: Answer["result"]): Page {
  refuseErrors(result);
  const { revision, truncated = [] } = result.extensions ?? {};
  if (revision === null) throw new Failure("graph-empty", "nothing is loaded yet", "Run adg ingest.");
  return { data: result.data ?? {}, revision, truncated: truncated as readonly Cut[] };
}

function refuseErrors({ errors }: Answer["result"]): void {
  const error = errors?.[0];
  if (error === undefined) return;
  const { code, remedy } = error.extensions ?? {};
  const message = error.message.replace(/\.$/, "");
  throw new Failure(String(code), message, typeof remedy === "string" ? remedy : "Run adg doctor.");
}

function refuseUnknown(question: Question, variables: Readonly<Record<string, string>>, data: unknown): void {
  for (const { name, found } of question.variables) {
    if (found === null || variables[name] === undefined) continue;
    const there = valueAt(data, found.split("."));
    if (Array.isArray(there) ? there.length > 0 : there !== null) continue;
    const remedy = `Look it up in ${found.split(".")[0] ?? found}, by name.`;
    throw new Failure("unknown-id", `no ${name} '${variables[name] ?? ""}'`, remedy);
  }
}
