import type { Session } from "neo4j-driver";
import { labelOfKind } from "../ids.ts";

/** Label of the one node that a loader creates and takes away within its transaction; no reader ever sees it. */
export const lockLabel = "LoadLock";

/**
 * Makes sure of the uniqueness of ids, which every load and the lock between loaders rely on. Does nothing where the
 * constraints are there; else waits until the indexes behind them answer.
 */
export async function ensureConstraints(session: Session): Promise<void> {
  const { records } = await session.run("SHOW CONSTRAINTS YIELD name RETURN collect(name) AS names");
  const names = new Set(records[0]?.get("names") as string[]);
  const missing = [...Object.values(labelOfKind), lockLabel].filter((label) => !names.has(nameOf(label)));
  if (missing.length === 0) return;
  for (const label of missing) {
    await session.run(`CREATE CONSTRAINT ${nameOf(label)} IF NOT EXISTS FOR (node:${label}) REQUIRE node.id IS UNIQUE`);
  }
  await session.run("CALL db.awaitIndexes(60)");
}

function nameOf(label: string): string {
  return `${label}_id`;
}
