import type { Register } from "./command.ts";

/** `adg ingest [PATH …]`: adds documents to the corpus and loads data and corpus; without a path it loads again. */
export const registerIngest: Register = (program, cli) => {
  program
    .command("ingest")
    .description("add documents to the corpus, then load data and corpus; without a path, load again")
    .argument("[path...]", "files or folders to add")
    .option("--dry-run", "say what would be written, and write nothing")
    .option("--json", "print the report as JSON")
    .action(async (paths: string[], { dryRun = false, json = false }: { dryRun?: boolean; json?: boolean }) => {
      const address = paths.find((path) => /^https?:\/\//i.test(path));
      if (address !== undefined) {
        program.error(`${address}: addresses are not read yet; save the page and give the file`, { exitCode: 2 });
      }
      const [{ addToCorpus, describeProblem }, { useNeo4j }, { loadCorpus, describeReport }] = await Promise.all([
        import("../../ingest/index.ts"),
        import("../neo4j/use.ts"),
        import("./load.ts"),
      ]);
      const config = cli.config();
      const unread: string[] = [];
      if (!dryRun) {
        for (const path of paths) {
          const { added, problems } = await addToCorpus(config.ADG_STATE, path);
          for (const name of added) cli.say(`added ${name}`);
          for (const problem of problems) cli.say(describeProblem(problem));
          unread.push(...problems.filter(({ severity }) => severity === "error").map(describeProblem));
        }
      }
      if (unread.length > 0) cli.foundSomething();
      const report = await useNeo4j(
        config,
        cli.say,
        (database) => loadCorpus(cli, config, database, { dryRun, extraPaths: dryRun ? paths : [] }),
        cli.stop,
      );
      cli.out(json ? JSON.stringify({ ...report, dryRun }, null, 2) : describeReport(report));
    });
};
