import { pipeline } from "node:stream/promises";
import type { Database } from "../neo4j/use.ts";
import type { ExportFormat } from "../export/formats.ts";
import type { GraphPlace } from "../export/graph.ts";
import type { Manifest } from "../export/manifest.ts";
import type { Cli, Register } from "./command.ts";
import { tableOf } from "./table.ts";

interface Choice {
  readonly format?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `adg export --format NAME [--out DIR]`: the whole graph as files, or as one file on stdout. */
export const registerExport: Register = (program, cli) => {
  program
    .command("export")
    .description("take the whole graph along as files; without a format, list the formats")
    .option("--format <name>", "csv, jsonl, jsonld, turtle, graphml, neo4j, bibtex or csl")
    .option("--out <folder>", "folder to write to, with a manifest; without it a format of one file goes to stdout")
    .option("--json", "print the manifest, or the list of formats, as JSON")
    .action(async ({ format: name, out, json = false }: Choice) => {
      const { exportFormats } = await import("../export/formats.ts");
      if (name === undefined) {
        cli.out(
          json
            ? JSON.stringify(listOf(exportFormats), null, 2)
            : tableOf(["format", "for", "files"], rowsOf(exportFormats)),
        );
        return;
      }
      const format =
        exportFormats.find((known) => known.name === name) ??
        program.error(`'${name}' is no format of an export: \`adg export\` lists them`, { exitCode: 2 });
      if (out === undefined && format.files.length > 1) {
        program.error(`'${name}' is ${format.files.length} files: name a folder with --out`, { exitCode: 2 });
      }
      const { useNeo4j } = await import("../neo4j/use.ts");
      await useNeo4j(cli.config(), cli.say, (database) => run(cli, database, format, { out, json }), cli.stop);
    });
};

async function run(
  cli: Cli,
  database: Database,
  format: ExportFormat,
  { out, json }: { readonly out: string | undefined; readonly json: boolean },
): Promise<void> {
  const [{ readContract }, { modelOf }] = await Promise.all([import("../api/files.ts"), import("../export/model.ts")]);
  const place = { driver: database.driver, database: database.name, model: modelOf(await readContract()) };
  if (out === undefined) {
    await toStdout(place, format);
    return;
  }
  const { writeExport } = await import("../export/write.ts");
  const manifest = await writeExport(place, format, out, (file) => {
    cli.say(`writing ${file}`);
  });
  cli.out(json ? JSON.stringify(manifest, null, 2) : described(manifest, out));
}

async function toStdout(place: GraphPlace, { files: [file] }: ExportFormat): Promise<void> {
  const [{ readingGraph }, { inPieces }] = await Promise.all([
    import("../export/graph.ts"),
    import("../export/pieces.ts"),
  ]);
  try {
    if (file)
      await pipeline(
        readingGraph(place, (reader) => inPieces(file.write(reader))),
        process.stdout,
        { end: false },
      );
  } catch (error) {
    // Whoever reads has seen enough, as `head` has.
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  }
}

function described({ revision, counts, files }: Manifest, out: string): string {
  const [nodes, edges] = [counts.nodes, counts.edges].map((by) =>
    Object.values(by).reduce((sum, count) => sum + count, 0),
  );
  const names = files.map(({ name, bytes }) => `${name} (${bytes} bytes)`).join(", ");
  return `${revision}: ${nodes ?? 0} nodes, ${edges ?? 0} edges; ${out}: ${names}, manifest.json`;
}

function listOf(formats: readonly ExportFormat[]) {
  return formats.map(({ name, purpose, files }) => ({
    format: name,
    for: purpose,
    files: files.map((file) => file.name),
  }));
}

function rowsOf(formats: readonly ExportFormat[]) {
  return listOf(formats).map((row) => ({ ...row, files: row.files.join(" ") }));
}
