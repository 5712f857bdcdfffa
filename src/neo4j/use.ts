import type { Driver } from "neo4j-driver";
import type { Config } from "../config.ts";
import { openDriver } from "./driver.ts";
import { findNeo4j } from "./find.ts";

/** A database to talk to, for as long as the work lasts. */
export interface Database {
  readonly driver: Driver;
  readonly name: string;
}

/**
 * Finds or starts Neo4j, does the work, and leaves things as they were: a server that was started for it, and that nobody
 * else uses by then, is stopped. `stop` gives up while the server is starting; the work watches it for itself.
 */
export async function useNeo4j<T>(
  config: Config,
  say: (line: string) => void,
  work: (database: Database) => Promise<T>,
  stop?: AbortSignal,
): Promise<T> {
  const server = await findNeo4j(config, say, stop);
  try {
    const driver = openDriver(server);
    try {
      return await work({ driver, name: server.database });
    } finally {
      await driver.close();
    }
  } finally {
    await server.stop();
  }
}
