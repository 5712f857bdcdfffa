import type { Config } from "../config.ts";
import { Failure } from "../failure.ts";
import type { Neo4jServer } from "./server.ts";

/**
 * The Neo4j to use, started where that is needed and verified to answer: NEO4J_URI, else a container, else Maven's jars.
 * `say` gets a line of progress where something takes long. Throws a Failure that says why none of them works.
 */
export function findNeo4j(config: Config, say: (line: string) => void): Promise<Neo4jServer> {
  say(config.ADG_STATE);
  return Promise.reject(new Failure("not-written", "finding Neo4j is not written yet", "Wait."));
}
