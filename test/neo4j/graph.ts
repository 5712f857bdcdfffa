import type { Driver } from "neo4j-driver";
import { inject } from "vitest";
import { openDriver } from "../../src/neo4j/driver.ts";

/** The database of the tests, with a driver that the caller closes. */
export interface TestGraph {
  readonly driver: Driver;
  readonly name: string;
}

/**
 * The database of the tests without any node; constraints and indexes stay. Files under test/neo4j/ take turns, so each one
 * calls this first (`beforeAll` or `beforeEach`) and has the database for itself until it ends; `afterAll` closes the driver.
 */
export async function freshGraph(): Promise<TestGraph> {
  const server = inject("neo4j");
  const driver = openDriver(server);
  const session = driver.session({ database: server.database });
  try {
    await session.run("MATCH (node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS");
  } finally {
    await session.close();
  }
  return { driver, name: server.database };
}
