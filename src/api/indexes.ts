import neo4j from "neo4j-driver";
import type { Driver } from "neo4j-driver";

/** Full-text indexes that fields of the API ask; the loader makes them (ingest/load/constraints.ts), and a test compares the names. */
export const askedIndexes: readonly string[] = ["search_names", "search_clauses"];

/** Which index the API would ask in vain, in words, or null: one that is missing, failed or still being filled. Throws what the driver throws. */
export async function lackingIndex(driver: Driver, database: string): Promise<string | null> {
  const { records } = await driver.executeQuery("SHOW INDEXES YIELD name, state RETURN name, state", undefined, {
    database,
    routing: neo4j.routing.READ,
  });
  const states = new Map(records.map((record) => [String(record.get("name")), String(record.get("state"))]));
  const missing = askedIndexes.find((name) => !states.has(name));
  if (missing !== undefined) return `the index ${missing} is missing: run adg ingest`;
  const [unready] = [...states].find(([, state]) => state !== "ONLINE") ?? [];
  return unready === undefined ? null : `the index ${unready} is being built`;
}
