import type { Problem, Registry } from "../../ingest/index.ts";
import type { Register } from "./command.ts";

/** `adg check`: validates the curated facts; a line a finding on stdout, exit code 1 where there is one. No database. */
export const registerCheck: Register = (program, cli) => {
  program
    .command("check")
    .description("validate the curated facts, with place and remedy of every fault")
    .option("--json", "print findings and counts as JSON")
    .action(async (options: { json?: boolean }) => {
      const { describeProblem, readRegistry } = await import("../../ingest/index.ts");
      const { registry, problems } = readRegistry(cli.config().ADG_DATA);
      if (options.json === true) cli.out(JSON.stringify(reportOf(registry, problems), null, 2));
      else for (const problem of problems) cli.out(describeProblem(problem));
      cli.say(summary(registry, problems));
      if (problems.length > 0) cli.foundSomething();
    });
};

/** What `--json` prints: the findings, how often each rule fired, and how many records of each kind were read. */
function reportOf(registry: Registry, problems: readonly Problem[]) {
  const rules: Record<string, number> = {};
  for (const { rule } of problems) rules[rule] = (rules[rule] ?? 0) + 1;
  return { problems, rules, records: recordCounts(registry) };
}

function recordCounts(registry: Registry): Record<string, number> {
  return Object.fromEntries(Object.entries(registry.records).map(([kind, records]) => [kind, records.length]));
}

function summary(registry: Registry, problems: readonly Problem[]): string {
  const records = Object.values(recordCounts(registry)).reduce((sum, count) => sum + count, 0);
  const found =
    problems.length === 0
      ? "nothing wrong"
      : `${problems.length} ${problems.length === 1 ? "finding" : "findings"}, see docs/data.md`;
  return `${records} records read: ${found}`;
}
