import type { Command } from "commander";
import type { Cli, Register } from "./command.ts";

/** `adg database start|stop|status`: the local Neo4j, kept running between commands. */
export const registerDatabase: Register = (program, cli) => {
  const database = program.command("database").description("start, stop or describe the local Neo4j");
  subcommand(database, "start", "start the local Neo4j and leave it running", () => start(cli), cli);
  subcommand(database, "stop", "stop the local Neo4j", () => stop(cli), cli);
  subcommand(
    database,
    "status",
    "say whether the local Neo4j runs; exit code 1 where it does not",
    () => status(cli),
    cli,
  );
};

/** What the local Neo4j is at now. */
interface DatabaseStatus {
  readonly running: boolean;
  readonly uri: string | null;
  readonly pid: number | null;
  /** Whether it goes on running when its last user has gone. */
  readonly kept: boolean;
  /** Ids of the processes that use it. */
  readonly users: readonly number[];
}

function subcommand(
  database: Command,
  name: string,
  description: string,
  act: () => Promise<DatabaseStatus>,
  cli: Cli,
): void {
  database
    .command(name)
    .description(description)
    .option("--json", "print the state as JSON")
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const found = await act();
      cli.out(json ? JSON.stringify(found, null, 2) : describe(found));
    });
}

async function start(cli: Cli): Promise<DatabaseStatus> {
  const [{ managedOptions }, { startNeo4j }] = await Promise.all([
    import("../neo4j/find.ts"),
    import("../neo4j/managed.ts"),
  ]);
  const server = await startNeo4j({ ...managedOptions(cli.config()), say: cli.say, stop: cli.stop, keep: true });
  await server.stop();
  return await current(cli);
}

async function stop(cli: Cli): Promise<DatabaseStatus> {
  const [{ managedOptions }, { stopNeo4j }] = await Promise.all([
    import("../neo4j/find.ts"),
    import("../neo4j/managed.ts"),
  ]);
  const stopped = await stopNeo4j({ ...managedOptions(cli.config()), say: cli.say, stop: cli.stop });
  if (!stopped) cli.say("the local Neo4j was not running");
  return await current(cli);
}

async function status(cli: Cli): Promise<DatabaseStatus> {
  const found = await current(cli);
  if (!found.running) cli.foundSomething();
  return found;
}

async function current(cli: Cli): Promise<DatabaseStatus> {
  const [{ managedOptions }, { addressOf, runningServer, usersOf }] = await Promise.all([
    import("../neo4j/find.ts"),
    import("../neo4j/managed.ts"),
  ]);
  const { folder } = managedOptions(cli.config());
  const running = await runningServer(folder);
  if (running === null) return { running: false, uri: null, pid: null, kept: false, users: [] };
  const users = await usersOf(folder);
  return { running: true, uri: addressOf(running).uri, pid: running.pid, kept: running.keep, users };
}

function describe({ running, uri, pid, kept, users }: DatabaseStatus): string {
  if (!running) return "the local Neo4j is not running";
  const last =
    users.length === 0 ? "the next command that uses it ends" : `its last user has gone (${users.join(", ")})`;
  const until = kept ? "until `adg database stop`" : `until ${last}`;
  return `the local Neo4j runs at ${uri ?? ""}, process ${pid ?? ""}, ${until}`;
}
