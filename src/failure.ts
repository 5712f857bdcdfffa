/**
 * A promise broken from outside (a setting, the database, the network, the disk): what failed and what the reader can do.
 * The command line prints it as one clear line and exits with 1; anything else that is thrown counts as our own bug.
 */
export class Failure extends Error {
  /** Stable id in kebab case, for tests and logs: `neo4j-wrong-password`. */
  readonly code: string;
  /** What to do about it: a sentence that starts with a verb. */
  readonly remedy: string;

  constructor(code: string, message: string, remedy: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "Failure";
    this.code = code;
    this.remedy = remedy;
  }
}
