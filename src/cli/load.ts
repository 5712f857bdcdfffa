import { describeProblem, ingest, type IngestReport } from "../../ingest/index.ts";
import { foldersOf, type Config } from "../config.ts";
import type { Database } from "../neo4j/use.ts";
import type { Cli } from "./command.ts";
import { progressOf } from "./progress.ts";

/** Loads data and corpus into the database, with a line a phase, and says what was found wrong. */
export async function loadCorpus(
  cli: Cli,
  config: Config,
  database: Database,
  choice: { readonly dryRun: boolean; readonly extraPaths: readonly string[] },
): Promise<IngestReport> {
  const report = await ingest(foldersOf(config), choice.extraPaths, {
    driver: database.driver,
    database: database.name,
    maxRows: config.ADG_LOAD_ROWS,
    dryRun: choice.dryRun,
    onProgress: progressOf(cli),
  });
  sayProblems(cli, report);
  return report;
}

/** Errors and warnings a line each; notes, which change nothing, and gaps in what is known as numbers. */
function sayProblems(cli: Cli, { problems }: IngestReport): void {
  const [gaps, notes] = [true, false].map(
    (isGap) =>
      problems.filter(({ severity, subject }) => severity === "note" && (subject !== undefined) === isGap).length,
  );
  for (const problem of problems.filter(({ severity }) => severity !== "note")) cli.say(describeProblem(problem));
  cli.say(`${notes ?? 0} notes on the material, ${gaps ?? 0} gaps in what is known: adg check --notes lists them`);
  if (problems.some(({ severity }) => severity === "error")) cli.foundSomething();
}

/** One line for people: what the graph holds and what was written. */
export function describeReport(report: IngestReport): string {
  const { revision, documents, nodes, edges, written } = report;
  return `${revision}: ${documents} documents, ${nodes} nodes, ${edges} edges; ${written} rows written`;
}
