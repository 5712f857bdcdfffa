import type { Register } from "./command.ts";

/** `adg database start|stop|status`: the local Neo4j, kept running between commands. */
export const registerDatabase: Register = (program, cli) => {
  const database = program.command("database").description("start, stop or describe the local Neo4j");
  database.command("status").action(() => {
    cli.say("not written yet");
  });
};
