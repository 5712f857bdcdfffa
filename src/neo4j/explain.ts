import { Failure } from "../failure.ts";

/** Code and words of an error of driver or server, what they mean for the reader, and what to do; the first that fits. */
const meanings: readonly (readonly [pattern: RegExp, code: string, message: string, remedy: string])[] = [
  [
    /Security\.(Unauthorized|AuthenticationRateLimit): /,
    "neo4j-wrong-password",
    "refuses the user or the password",
    "Correct NEO4J_USERNAME and NEO4J_PASSWORD.",
  ],
  [
    /Security\.CredentialsExpired: /,
    "neo4j-password-expired",
    "wants its first password to be changed",
    "Change it with ALTER CURRENT USER SET PASSWORD, then set NEO4J_PASSWORD to the new one.",
  ],
  [
    /Database\.DatabaseNotFound: /,
    "neo4j-no-database",
    "has no such database",
    "Correct NEO4J_DATABASE; the Community edition has one database, neo4j.",
  ],
  [
    /\.DatabaseUnavailable: /,
    "neo4j-starting",
    "is not ready for queries",
    "Wait until it has started, then try again.",
  ],
  [
    /OutOfMemoryError: /,
    "neo4j-memory",
    "has not enough memory for this transaction",
    "Load less at a time (ADG_LOAD_ROWS), or give the server more memory (dbms.memory.transaction.total.max).",
  ],
  [
    /^ProtocolError: |Server responded HTTP|Unknown Bolt protocol/,
    "neo4j-protocol",
    "does not speak Bolt as Neo4j 5 does",
    "Use Neo4j 5 or later at its Bolt port (7687).",
  ],
  [
    /^N\/A: Connection acquisition timed out/,
    "neo4j-unreachable",
    "does not answer",
    "Start it, or correct NEO4J_URI.",
  ],
  [
    /^(ServiceUnavailable|SessionExpired): /,
    "neo4j-unreachable",
    "cannot be reached",
    "Start it, or correct NEO4J_URI.",
  ],
];

/**
 * An error of the driver as a Failure that names the place (`Neo4j at bolt://…`) and the remedy; null for any other error.
 * Told by shape, so that the command line can ask without loading the driver.
 */
export function explainNeo4jError(error: unknown, place: string): Failure | null {
  if (!(error instanceof Error) || error.name !== "Neo4jError" || !("code" in error)) return null;
  const code = String(error.code);
  const known = meanings.find(([pattern]) => pattern.test(`${code}: ${error.message}`));
  if (known === undefined) {
    return new Failure("neo4j-error", `${place} answers ${code}: ${error.message}`, "See the log of Neo4j.", error);
  }
  return new Failure(known[1], `${place} ${known[2]}${detail(error)}`, known[3], error);
}

/** The socket's own words, which the driver hides at the end of a long sentence. */
function detail(error: Error): string {
  const cause = /Caused by: (.+)$/s.exec(error.message)?.[1];
  return cause === undefined ? "" : ` (${cause.trim()})`;
}
