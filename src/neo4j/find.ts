import { join } from "node:path";
import type { Config } from "../config.ts";
import { Failure } from "../failure.ts";
import { startContainer } from "./container.ts";
import { verifyOnce } from "./driver.ts";
import { hasJars } from "./jars.ts";
import { oldestJava } from "./launch.ts";
import { runningServer, startNeo4j, type ManagedOptions } from "./managed.ts";
import type { Neo4jServer } from "./server.ts";
import { composeVersion, containerEngine, javaVersion, mavenVersion } from "./tools.ts";

/** Folders and Java of the managed server that belongs to the state folder. */
export function managedOptions(config: Config): Pick<ManagedOptions, "folder" | "jars" | "javaHome"> {
  const folder = join(config.ADG_STATE, "neo4j");
  return { folder, jars: join(folder, "jars"), javaHome: config.JAVA_HOME };
}

/**
 * The Neo4j to use, started where that is needed and verified to answer; the first that applies: NEO4J_URI; the managed
 * server where it runs already; a container, where an engine answers; the managed server. Call `stop()` at the end,
 * whoever started it. `say` gets a line of progress where something takes long; `stop` gives up. Throws a Failure that
 * says why the way that applies does not work, or names all three where none applies.
 */
export async function findNeo4j(config: Config, say: (line: string) => void, stop?: AbortSignal): Promise<Neo4jServer> {
  if (config.NEO4J_URI !== undefined) return await useGiven(config, config.NEO4J_URI);
  const managed = { ...managedOptions(config), say, ...(stop === undefined ? {} : { stop }) };
  if ((await runningServer(managed.folder)) !== null) return await startNeo4j(managed);
  if (await containersWork(say)) return await startContainer(config, say);
  const lacking = await lackingForManaged(managed);
  if (lacking === null) return await startNeo4j(managed);
  const found = `NEO4J_URI is not set, no container engine answers, ${lacking}`;
  throw new Failure("neo4j-none", `there is no Neo4j to use: ${found}`, threeWays);
}

/** What to do where no way applies, each with how to get it. */
export const threeWays =
  "Use one of three: (1) set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD to a Neo4j 5 that you have; " +
  "(2) install and start Docker with its compose plug-in (docs.docker.com/engine/install); " +
  "(3) install Java 17 or 21 and Maven (apt install openjdk-17-jre-headless maven), and a local Neo4j is fetched and started for you.";

async function useGiven(config: Config, uri: string): Promise<Neo4jServer> {
  const server = {
    uri,
    username: config.NEO4J_USERNAME,
    password: config.NEO4J_PASSWORD ?? "",
    database: config.NEO4J_DATABASE,
    way: "given" as const,
    startedByUs: false,
  };
  await verifyOnce(server);
  return { ...server, stop: () => Promise.resolve() };
}

async function containersWork(say: (line: string) => void): Promise<boolean> {
  if ((await containerEngine()) === null) return false;
  if ((await composeVersion()) !== null) return true;
  say("a container engine answers, but docker has no compose plug-in: looking for Java and Maven instead");
  return false;
}

/** What the managed server lacks, in words, or null where it can be started. */
async function lackingForManaged({
  jars,
  javaHome,
}: Pick<ManagedOptions, "jars" | "javaHome">): Promise<string | null> {
  const [java, maven, fetched] = await Promise.all([javaVersion(javaHome), mavenVersion(), hasJars(jars)]);
  if (java === null) return "there is no Java";
  if (java < oldestJava) return `Java ${java} is too old`;
  return maven !== null || fetched ? null : "there is no Maven to fetch it with";
}
