import { readdir } from "node:fs/promises";
import { createServer } from "node:net";
import { projectPath, readConfig, type Config } from "../config.ts";
import { Failure } from "../failure.ts";
import { hasJars } from "../neo4j/jars.ts";
import { verifyOnce } from "../neo4j/driver.ts";
import { managedOptions } from "../neo4j/find.ts";
import { oldestJava } from "../neo4j/launch.ts";
import { addressOf, runningServer } from "../neo4j/managed.ts";
import { composeVersion, containerEngine, javaVersion, mavenVersion, outputOf } from "../neo4j/tools.ts";

/** One thing that was looked at: `missing` is needed and not there, `optional` is not there and not needed. */
export interface Finding {
  readonly name: string;
  readonly state: "fine" | "optional" | "missing";
  /** What was found, in words. */
  readonly found: string;
  /** How to mend it; null where nothing is to be done. */
  readonly remedy: string | null;
}

/** Looks at everything that the commands need, in the order in which a newcomer meets it. Changes nothing. */
export async function examine(configOrFailure: Config | Error): Promise<readonly Finding[]> {
  const wrong = configOrFailure instanceof Error;
  // The defaults stand in for settings that are wrong, so that the rest can still be looked at.
  const config = wrong ? readConfig({}) : configOrFailure;
  const settings = wrong
    ? missing("settings", configOrFailure.message, remedyOf(configOrFailure))
    : fine("settings", "valid");
  const findings = await Promise.all([packages(), waysToNeo4j(config), portFree(config), documents(config)]);
  return [fine("Node", process.versions.node), settings, ...findings.flat()];
}

function fine(name: string, found: string): Finding {
  return { name, state: "fine", found, remedy: null };
}

function missing(name: string, found: string, remedy: string): Finding {
  return { name, state: "missing", found, remedy };
}

function optional(name: string, found: string, remedy: string): Finding {
  return { name, state: "optional", found, remedy };
}

async function packages(): Promise<Finding> {
  const installed = await outputOf(process.execPath, [projectPath("bin", "setup.mjs"), "--check"]);
  return installed === null
    ? missing("npm packages", "not those of package-lock.json", "Run `npm ci`.")
    : fine("npm packages", "those of package-lock.json");
}

/** The three ways to a Neo4j: a lacking one is optional as long as another works. */
async function waysToNeo4j(config: Config): Promise<readonly Finding[]> {
  if (config.NEO4J_URI !== undefined) return [await given(config, config.NEO4J_URI)];
  const [container, local] = await Promise.all([containerWay(), localWay(config)]);
  const lacking = (findings: readonly Finding[]): boolean => findings.some(({ state }) => state === "missing");
  const works = !lacking(container) || !lacking(local);
  const ways = [...local, ...container].map((finding) => (works ? relax(finding) : finding));
  const uri = optional("NEO4J_URI", "not set", "Set it, with NEO4J_PASSWORD, to use a Neo4j 5 that you have.");
  return works ? [{ ...uri, remedy: null }, ...ways, await running(config)] : [uri, ...ways];
}

function relax(finding: Finding): Finding {
  return finding.state === "missing" ? { ...finding, state: "optional" } : finding;
}

async function given(config: Config, uri: string): Promise<Finding> {
  const { NEO4J_USERNAME: username, NEO4J_PASSWORD: password = "", NEO4J_DATABASE: database } = config;
  return await answering("Neo4j", { uri, username, password, database });
}

async function answering(
  name: string,
  server: Pick<Parameters<typeof verifyOnce>[0], "uri" | "username" | "password" | "database">,
): Promise<Finding> {
  try {
    const version = await verifyOnce({ ...server, way: "given", startedByUs: false });
    return fine(name, `${version} at ${server.uri}`);
  } catch (error) {
    if (error instanceof Failure) return missing(name, error.message, error.remedy);
    throw error;
  }
}

async function containerWay(): Promise<readonly Finding[]> {
  const engine = await containerEngine();
  const name = "container engine";
  if (engine === null)
    return [missing(name, "none answers", "Install and start Docker (docs.docker.com/engine/install).")];
  if ((await composeVersion()) !== null) return [fine(name, `Docker ${engine} with compose`)];
  return [
    missing(
      name,
      `Docker ${engine} without compose`,
      "Install Docker's compose plug-in (docs.docker.com/compose/install).",
    ),
  ];
}

async function localWay(config: Config): Promise<readonly Finding[]> {
  const { jars, javaHome } = managedOptions(config);
  const [java, maven, fetched] = await Promise.all([javaVersion(javaHome), mavenVersion(), hasJars(jars)]);
  return [javaFinding(java), mavenFinding(maven, fetched)];
}

function javaFinding(version: number | null): Finding {
  const remedy = "Install Java 17 or 21 (apt install openjdk-17-jre-headless).";
  if (version === null) return missing("Java", "not there", remedy);
  return version < oldestJava ? missing("Java", `${version} is too old`, remedy) : fine("Java", String(version));
}

function mavenFinding(version: string | null, fetched: boolean): Finding {
  if (fetched) return fine("Maven", version ?? "not there, and not needed: Neo4j has been fetched");
  return version === null
    ? missing("Maven", "not there", "Install Maven (apt install maven).")
    : fine("Maven", version);
}

/** The local Neo4j, where it runs; it is started when it is needed, so nothing is missing where it does not. */
async function running(config: Config): Promise<Finding> {
  const server = await runningServer(managedOptions(config).folder);
  if (server === null) return fine("Neo4j", "not running; the commands that need it start it");
  return fine("Neo4j", `local, at ${addressOf(server).uri}`);
}

function portFree({ ADG_PORT: port, ADG_HOST: host }: Config): Promise<Finding> {
  const place = `${host}:${port}`;
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      const found = error.code === "EADDRINUSE" ? `${place} is in use` : `${place}: ${error.message}`;
      resolve(missing("port", found, "Where it is no `adg start` of yours, set ADG_PORT to a free port."));
    });
    server.listen({ port, host, exclusive: true }, () => {
      server.close(() => {
        resolve(fine("port", `${place} is free`));
      });
    });
  });
}

async function documents({ ADG_DOCUMENTS: folder }: Config): Promise<Finding> {
  try {
    return fine("documents", `${(await readdir(folder)).length} entries in ${folder}`);
  } catch {
    return optional(
      "documents",
      `no folder ${folder}`,
      "Make it and put documents in, or set ADG_DOCUMENTS; the curated facts load without.",
    );
  }
}

function remedyOf(error: Error): string {
  return error instanceof Failure ? error.remedy : "See the message.";
}
