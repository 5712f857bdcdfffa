import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { readConfig } from "../../src/config.ts";
import { openDriver, verifyOnce } from "../../src/neo4j/driver.ts";
import { managedOptions } from "../../src/neo4j/find.ts";
import { startNeo4j, stopNeo4j } from "../../src/neo4j/managed.ts";
import { isAlive } from "../../src/neo4j/process.ts";
import { containerEngine } from "../../src/neo4j/tools.ts";

/** Where the tests find their database: `inject("neo4j")`. */
export interface TestServer {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
}

declare module "vitest" {
  interface ProvidedContext {
    neo4j: TestServer;
  }
}

interface Started extends TestServer {
  readonly stop: () => Promise<unknown>;
}

/**
 * Finds or starts the Neo4j of the tests before the first file that needs one, and stops it after the last: NEO4J_URI,
 * which must be empty since the tests empty it; a container of its own; or a managed server in a folder of its own. The projects
 * that need one share it.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const [shared] = project.vitest.projects
    .map((other) => other.getProvidedContext().neo4j as TestServer | undefined)
    .filter(Boolean);
  if (shared) {
    project.provide("neo4j", shared);
    return undefined;
  }
  const { stop, ...server } = await start();
  project.provide("neo4j", server);
  return async () => {
    await stop();
  };
}

async function start(): Promise<Started> {
  const config = readConfig();
  if (config.NEO4J_URI !== undefined) return await useGiven(config.NEO4J_URI);
  if ((await containerEngine()) !== null) return await startContainer();
  return await startManaged();
}

async function useGiven(uri: string): Promise<Started> {
  const { NEO4J_USERNAME: username, NEO4J_PASSWORD: password = "", NEO4J_DATABASE: database } = readConfig();
  const server = { uri, username, password, database };
  await verifyOnce({ ...server, way: "given", startedByUs: false });
  await refuseUnlessEmpty(server);
  return { ...server, stop: () => Promise.resolve() };
}

async function refuseUnlessEmpty(server: TestServer): Promise<void> {
  const driver = openDriver(server);
  try {
    const { records } = await driver.executeQuery(
      "MATCH (node) RETURN count(node) AS nodes",
      {},
      { database: server.database },
    );
    const nodes = Number(records[0]?.get("nodes"));
    if (nodes === 0) return;
    throw new Error(
      `Neo4j at ${server.uri} holds ${nodes} nodes, which the tests would delete. ` +
        "Give them an empty database, or unset NEO4J_URI and they start one of their own.",
    );
  } finally {
    await driver.close();
  }
}

async function startContainer(): Promise<Started> {
  const { Neo4jContainer } = await import("@testcontainers/neo4j");
  const container = await new Neo4jContainer("neo4j:5.26-community").start();
  return {
    uri: container.getBoltUri(),
    username: container.getUsername(),
    password: container.getPassword(),
    database: "neo4j",
    stop: () => container.stop(),
  };
}

/** The folder carries the id of this process, so that the next run can clear what a killed one left behind. */
async function startManaged(): Promise<Started> {
  const config = readConfig();
  const folders = join(config.ADG_STATE, "test");
  await clearLeftovers(folders);
  const folder = join(folders, String(process.pid));
  const say = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  const server = await startNeo4j({ ...managedOptions(config), folder, say });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...server, stop };
}

async function clearLeftovers(folders: string): Promise<void> {
  await mkdir(folders, { recursive: true });
  for (const name of await readdir(folders)) {
    if (isAlive(Number(name))) continue;
    const folder = join(folders, name);
    await stopNeo4j({ folder, say: () => undefined });
    await rm(folder, { recursive: true, force: true });
  }
}
