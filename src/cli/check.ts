import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EditorSchema, Material, Problem } from "../../ingest/index.ts";
import { foldersOf } from "../config.ts";
import type { Cli, Register } from "./command.ts";

/**
 * `adg check`: validates the curated facts and reads the documents; a line a finding on stdout, exit code 1 where there is
 * an error or a warning. Notes, which say what was repaired or is missing, are findings of `--notes` only. No database.
 */
export const registerCheck: Register = (program, cli) => {
  program
    .command("check")
    .description("validate the curated facts and the documents, with place and remedy of every fault")
    .option("--notes", "list notes, too: what was repaired in the documents, where a minister is missing")
    .option(
      "--candidates",
      "list instead the names that nobody has registered, the most frequent first, as entries to paste",
    )
    .option("--json", "print findings and counts as JSON")
    .option("--schemas", "first write the JSON Schemas with which editors check the facts, into the data folder")
    .action(async ({ notes = false, json = false, schemas = false, candidates = false }: CheckOptions) => {
      const { describeProblem, editorSchemas, factRuleIds, graphOf, readMaterial } =
        await import("../../ingest/index.ts");
      const config = cli.config();
      if (schemas) cli.say(`${writeSchemas(config.ADG_DATA, editorSchemas())} schemas written`);
      const material = await readMaterial(foldersOf(config), []);
      if (candidates) {
        await printCandidates(cli, material, json);
        return;
      }
      const all = graphOf(material).problems;
      const fired = firings(factRuleIds, all);
      const problems = all.filter(({ severity }) => notes || severity !== "note");
      if (json) cli.out(JSON.stringify(reportOf(material, problems, fired), null, 2));
      else for (const problem of problems) cli.out(describeProblem(problem));
      cli.say(describeFirings(fired));
      cli.say(summary(material, problems));
      if (problems.some(({ severity }) => severity !== "note")) cli.foundSomething();
    });
};

/** Unknown names of the corpus by the file that each would be registered in. */
async function printCandidates(cli: Cli, { registry, documents }: Material, json: boolean): Promise<void> {
  const { candidateEntries, entryYaml, extract } = await import("../../ingest/index.ts");
  const found = documents.map((document) => ({
    file: document.file,
    candidates: extract(document, registry).candidates,
  }));
  const entries = candidateEntries(found);
  if (json) cli.out(JSON.stringify(entries, null, 2));
  else {
    for (const [file, own] of Map.groupBy(entries, (entry) => entry.file)) {
      cli.out(`# data/${file}\n\n${own.map(entryYaml).join("\n\n")}\n`);
    }
  }
  const names = `${entries.length} unknown ${entries.length === 1 ? "name" : "names"}`;
  cli.say(`${names} in ${documents.length} documents: correct kind and name, add a source, paste`);
}

interface CheckOptions {
  readonly candidates?: boolean;
  readonly notes?: boolean;
  readonly json?: boolean;
  readonly schemas?: boolean;
}

function writeSchemas(folder: string, schemas: readonly EditorSchema[]): number {
  for (const { path, schema } of schemas) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${JSON.stringify(schema)}\n`);
  }
  return schemas.length;
}

/** What `--json` prints: the findings, how often each rule fired (notes counted), and how much was read. */
function reportOf(material: Material, problems: readonly Problem[], rules: Readonly<Record<string, number>>) {
  return { problems, rules, records: recordCounts(material), documents: material.documents.length };
}

/** How often each rule fired: every rule on the facts, 0 included, and those on documents that did. */
function firings(known: readonly string[], problems: readonly Problem[]): Readonly<Record<string, number>> {
  const counts = Object.fromEntries(known.map((rule) => [rule, 0]));
  for (const { rule } of problems) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

function describeFirings(fired: Readonly<Record<string, number>>): string {
  const entries = Object.entries(fired);
  const often = entries.filter(([, count]) => count > 0).map(([rule, count]) => `${rule} ${count}`);
  const never = entries.filter(([, count]) => count === 0).map(([rule]) => rule);
  return `rules that fired, notes included: ${often.join(", ") || "none"}; that did not: ${never.join(", ") || "none"}`;
}

function recordCounts({ registry }: Material): Record<string, number> {
  return Object.fromEntries(Object.entries(registry.records).map(([kind, records]) => [kind, records.length]));
}

function summary(material: Material, problems: readonly Problem[]): string {
  const records = Object.values(recordCounts(material)).reduce((sum, count) => sum + count, 0);
  const found =
    problems.length === 0
      ? "nothing wrong"
      : `${problems.length} ${problems.length === 1 ? "finding" : "findings"}, see docs/data.md`;
  return `${records} records and ${material.documents.length} documents read: ${found}`;
}
