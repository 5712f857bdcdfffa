import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { projectPath } from "../config.ts";
import { Failure } from "../failure.ts";
import type { SetReport } from "../score/report.ts";
import type { Register } from "./command.ts";

/** Misses that the table lists unless all are asked for. */
const mostMisses = 40;

interface ScoreOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly all?: boolean;
  readonly folders: boolean;
  readonly against?: string;
}

/** `adg score [DIR]`: how well the extractor does on annotated documents; reads no database. */
export const registerScore: Register = (program, cli) => {
  program
    .command("score")
    .description("measure the extractor on annotated documents, the worst misses first; needs no database")
    .argument(
      "[dir...]",
      "folders with annotated documents (the project's own by default); sub-folders are scored apart",
    )
    .option("--json", "print figures and misses as JSON")
    .option("--markdown", "print the figures as the table of docs/accuracy.md")
    .option("--all", "list every miss")
    .option("--no-folders", "leave out the sub-folders")
    .option("--against <file>", "compare with what --json printed before: a line for each gain and loss")
    .action(async (given: readonly string[], options: ScoreOptions) => {
      const { readRegistry } = await import("../../ingest/index.ts");
      const { scoreFolder, setsBelow } = await import("../score/folder.ts");
      const { describeSet, markdownOf, reportOf } = await import("../score/report.ts");
      const named = (given.length > 0 ? given : [projectPath("test", "documents")]).map((dir) => resolve(dir));
      const before = options.against === undefined ? null : readReports(options.against);
      const { registry } = readRegistry(cli.config().ADG_DATA);
      const reportOn = async (dir: string) => reportOf(await scoreFolder(dir, registry));
      const own = await Promise.all(named.map(reportOn));
      // Documents kept out of sight stay so: of a sub-folder that was not named, the figures alone are shown.
      const below = await Promise.all((options.folders ? named.flatMap(setsBelow) : []).map(reportOn));
      const reports = [...own, ...below.map((report) => ({ ...report, misses: [] }))];
      if (before) cli.out(await changes(before, reports));
      else if (options.json) cli.out(JSON.stringify(reports, null, 2));
      else if (options.markdown) cli.out(markdownOf(reports));
      else cli.out(reports.map((report) => describeSet(report, options.all ? Infinity : mostMisses)).join("\n\n"));
    });
};

async function changes(before: readonly SetReport[], after: readonly SetReport[]): Promise<string> {
  const { changesBetween, describeChange } = await import("../score/changes.ts");
  return changesBetween(before, after).map(describeChange).join("\n");
}

function readReports(file: string): readonly SetReport[] {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as readonly SetReport[];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure("score", `${file} is no score: ${why}`, "Name a file that `adg score --json` has printed.");
  }
}
