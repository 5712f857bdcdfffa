import neo4j from "neo4j-driver";
import type { Driver } from "neo4j-driver";
import type { Neo4jServer } from "./server.ts";

/**
 * A driver that gives up fast where the server has gone: 2 s to connect, 2 s for a free connection, 3 s of retries.
 * Integers come and go as plain numbers (every number in the graph is below 2^53). Close it with `driver.close()`.
 */
export function openDriver(server: Pick<Neo4jServer, "uri" | "username" | "password">): Driver {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the driver types its plain options as a class
  return neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password), {
    connectionTimeout: 2_000,
    connectionAcquisitionTimeout: 2_000,
    maxTransactionRetryTime: 3_000,
    disableLosslessIntegers: true,
    userAgent: "asean-defence-graph",
  });
}
