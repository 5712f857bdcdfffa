import type { Session } from "neo4j-driver";
import { labelOfKind } from "../ids.ts";

/** Label of the one node that a loader locks, so that loads come one after the other. It is no part of the graph. */
export const lockLabel = "LoadLock";

/**
 * Makes sure of the uniqueness of ids, which every load relies on, and of the lock node. Does nothing where they are
 * there. Waits until the indexes behind the constraints answer.
 */
export async function ensureConstraints(session: Session): Promise<void> {
  for (const label of [...Object.values(labelOfKind), lockLabel]) {
    await session.run(`CREATE CONSTRAINT ${label}_id IF NOT EXISTS FOR (node:${label}) REQUIRE node.id IS UNIQUE`);
  }
  await session.run("CALL db.awaitIndexes(60)");
  await session.run(`MERGE (:${lockLabel} {id: 'load'})`);
}
