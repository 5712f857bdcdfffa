import type { Register } from "./command.ts";

interface Choice {
  readonly registered?: boolean;
  readonly refresh?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `adg ingest [PATH|ADDRESS …]`: adds documents to the corpus and loads data and corpus; without one it loads again. */
export const registerIngest: Register = (program, cli) => {
  program
    .command("ingest")
    .description("add documents to the corpus, then load data and corpus; without a path or address, load again")
    .argument("[place...]", "files, folders or addresses (https://…) to add")
    .option("--registered", "fetch the official pages that the sources of the data name, one at a time")
    .option("--refresh", "fetch again what is in the corpus: the addresses given, or all")
    .option("--dry-run", "say what would be fetched and written, and do neither")
    .option("--json", "print the report as JSON")
    .action(async (places: string[], choice: Choice) => {
      const { registered = false, refresh = false, dryRun = false, json = false } = choice;
      const [{ isAddress }, { addDocuments, addressesOf }, { useNeo4j }, { loadCorpus, describeReport }] =
        await Promise.all([
          import("../../ingest/index.ts"),
          import("./add.ts"),
          import("../neo4j/use.ts"),
          import("./load.ts"),
        ]);
      const config = cli.config();
      const wanted = { places, registered, refresh };
      if (dryRun) for (const address of await addressesOf(config, wanted)) cli.say(`would fetch ${address}`);
      else await addDocuments(cli, config, wanted);
      const report = await useNeo4j(
        config,
        cli.say,
        (database) =>
          loadCorpus(cli, config, database, {
            dryRun,
            extraPaths: dryRun ? places.filter((place) => !isAddress(place)) : [],
          }),
        cli.stop,
      );
      cli.out(json ? JSON.stringify({ ...report, dryRun }, null, 2) : describeReport(report));
    });
};
