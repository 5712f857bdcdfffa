import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execFile } from "node:child_process";
import { projectPath, type Config } from "../config.ts";
import { Failure } from "../failure.ts";
import { verifyOnce } from "./driver.ts";
import { keptPassword } from "./password.ts";
import type { Neo4jServer } from "./server.ts";

/**
 * The `neo4j` service of docker-compose.yml, started where it does not run, verified to answer. Its password is
 * NEO4J_PASSWORD, else one that is kept under ADG_STATE; it reaches the engine in a file, not on a command line.
 */
export async function startContainer(config: Config, say: (line: string) => void): Promise<Neo4jServer> {
  const folder = join(config.ADG_STATE, "container");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const password = config.NEO4J_PASSWORD ?? (await keptPassword(join(folder, "password")));
  const settings = join(folder, "compose.env");
  await writeFile(settings, `NEO4J_PASSWORD='${password.replaceAll("'", String.raw`\'`)}'\n`, { mode: 0o600 });
  const compose = (...words: string[]): Promise<string> => runCompose(["--env-file", settings, ...words]);

  const ran = (await compose("ps", "--quiet", "--status", "running", "neo4j")).trim() !== "";
  if (!ran) say("starting the Neo4j container (its image is fetched the first time)");
  await compose("up", "--detach", "--wait", "neo4j");
  const address = (await compose("port", "neo4j", "7687")).trim();
  const server = { uri: `bolt://${address}`, username: "neo4j", password, database: "neo4j" };
  const stop = async (): Promise<void> => {
    if (!ran) await compose("stop", "neo4j");
  };
  const found = { ...server, way: "container" as const, startedByUs: !ran, stop };
  try {
    await verifyOnce(found);
    return found;
  } catch (error) {
    await stop();
    throw error instanceof Failure && error.code === "neo4j-wrong-password" ? passwordOfVolume(error) : error;
  }
}

function passwordOfVolume(error: Failure): Failure {
  return new Failure(
    error.code,
    "the Neo4j container was first started with another password",
    "Set NEO4J_PASSWORD to that one, or remove its data (docker compose down --volumes); the next start loads the graph again.",
    error,
  );
}

/** Standard output of `docker compose …` on the project's file; throws a Failure with the engine's own last words. */
function runCompose(words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const file = ["compose", "--project-directory", projectPath(), "--file", projectPath("docker-compose.yml")];
    execFile("docker", [...file, ...words], (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(composeFailure(words, stderr, error));
    });
  });
}

function composeFailure(words: readonly string[], output: string, cause: Error): Failure {
  const reason = output.trim().split("\n").at(-1) ?? cause.message;
  const command = words.slice(2).join(" ");
  return new Failure(
    "container",
    `docker compose ${command} failed: ${reason}`,
    "Mend that, or stop the container engine to use the local Neo4j instead.",
    cause,
  );
}
