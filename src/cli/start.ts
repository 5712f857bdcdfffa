import type { Config } from "../config.ts";
import type { Database } from "../neo4j/use.ts";
import type { Cli, Register } from "./command.ts";

/** `adg start`: finds or starts Neo4j, loads data and corpus, and serves the API until it is told to stop. */
export const registerStart: Register = (program, cli) => {
  program
    .command("start")
    .description("find or start Neo4j, load data and documents, and serve the API until Ctrl-C")
    .action(async () => {
      const [{ useNeo4j }, { loadCorpus, describeReport }] = await Promise.all([
        import("../neo4j/use.ts"),
        import("./load.ts"),
      ]);
      const config = cli.config();
      await useNeo4j(
        config,
        cli.say,
        async (database) => {
          const report = await loadCorpus(cli, config, database, { dryRun: false, extraPaths: [] });
          cli.say(describeReport(report));
          await serveUntilStopped(cli, config, database);
        },
        cli.stop,
      );
    });
};

/** `adg serve`: the API alone, on the graph that is loaded. */
export const registerServe: Register = (program, cli) => {
  program
    .command("serve")
    .description("serve the API on the graph that is loaded, until Ctrl-C")
    .action(async () => {
      const { useNeo4j } = await import("../neo4j/use.ts");
      const config = cli.config();
      await useNeo4j(config, cli.say, (database) => serveUntilStopped(cli, config, database), cli.stop);
    });
};

/** A query that has an answer in every graph, for the first minute. */
const firstQuery = "{ workingGroups { id name } }";

async function serveUntilStopped(cli: Cli, config: Config, database: Database): Promise<void> {
  const { startServer } = await import("../api/server.ts");
  const server = await startServer({ driver: database.driver, database: database.name, config });
  cli.out(`Explorer at ${server.address}/`);
  cli.out(`GraphQL at ${server.address}/graphql`);
  cli.say(`To write queries in a browser: ${server.address}/graphiql`);
  cli.say(`Try: curl -s ${server.address}/graphql -H 'content-type: application/json' -d '{"query":"${firstQuery}"}'`);
  cli.say("Ctrl-C stops it.");
  void server.warmUp();
  await stopped(cli.stop);
  cli.say("stopping");
  await server.stop();
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => { resolve(); }, { once: true }); // prettier-ignore
  });
}
