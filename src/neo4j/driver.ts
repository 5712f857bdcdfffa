import neo4j from "neo4j-driver";
import type { Driver } from "neo4j-driver";
import { Failure } from "../failure.ts";
import { explainNeo4jError } from "./explain.ts";
import type { Neo4jServer } from "./server.ts";

type Address = Pick<Neo4jServer, "uri" | "username" | "password">;

/**
 * A driver that gives up fast where the server has gone: 2 s to connect, 2 s for a free connection, 3 s of retries.
 * Integers come and go as plain numbers (every number in the graph is below 2^53). Close it with `driver.close()`.
 */
export function openDriver(server: Address): Driver {
  return neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password), {
    connectionTimeout: 2_000,
    connectionAcquisitionTimeout: 2_000,
    maxTransactionRetryTime: 3_000,
    disableLosslessIntegers: true,
    userAgent: "asean-defence-graph",
  });
}

/**
 * Asks the server for its version, which proves address, user, password and database in one query: `5.26.30`.
 * Throws a Failure where one of them is wrong or the server is older than Neo4j 5.
 */
export async function verify(driver: Driver, server: Pick<Neo4jServer, "uri" | "database">): Promise<string> {
  const place = `Neo4j at ${server.uri}`;
  const session = driver.session({ database: server.database });
  try {
    const { records } = await session.run("CALL dbms.components() YIELD versions RETURN versions[0] AS version");
    const version = String(records[0]?.get("version"));
    if (Number.parseInt(version, 10) >= 5) return version;
    throw new Failure("neo4j-too-old", `${place} is version ${version}`, "Use Neo4j 5.26 or later.");
  } catch (error) {
    throw explainNeo4jError(error, place) ?? error;
  } finally {
    await session.close();
  }
}

/** Connects, verifies and disconnects; the version of the server. Throws as `verify` does. */
export async function verifyOnce(server: Omit<Neo4jServer, "stop">): Promise<string> {
  let driver: Driver;
  try {
    driver = openDriver(server);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure("neo4j-address", `NEO4J_URI=${server.uri}: ${message}`, "Correct NEO4J_URI.", error);
  }
  try {
    return await verify(driver, server);
  } finally {
    await driver.close();
  }
}
