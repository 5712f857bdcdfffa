import { Failure } from "../failure.ts";
import type { Register } from "./command.ts";

/** `adg remove WHAT`: takes a document out of the corpus, and its rows out of the graph. */
export const registerRemove: Register = (program, cli) => {
  program
    .command("remove")
    .description("take an added document out of the corpus, and its rows out of the graph")
    .argument("<what>", "name or address under which it was added, or the first 8 or more digits of its SHA-256")
    .option("--json", "print the report as JSON")
    .action(async (what: string, { json = false }: { json?: boolean }) => {
      const [{ removeFromCorpus }, { useNeo4j }, { loadCorpus, describeReport }] = await Promise.all([
        import("../../ingest/index.ts"),
        import("../neo4j/use.ts"),
        import("./load.ts"),
      ]);
      const config = cli.config();
      const removed = await removeFromCorpus(config.ADG_STATE, what);
      if (removed.length === 0) {
        throw new Failure(
          "no-such-document",
          `no added document is called '${what}'`,
          `Documents under ${config.ADG_DOCUMENTS} go by deleting the file and 'adg ingest'.`,
        );
      }
      for (const name of removed) cli.say(`removed ${name}`);
      const report = await useNeo4j(
        config,
        cli.say,
        (database) => loadCorpus(cli, config, database, { dryRun: false, extraPaths: [] }),
        cli.stop,
      );
      cli.out(json ? JSON.stringify({ ...report, removed }, null, 2) : describeReport(report));
    });
};
