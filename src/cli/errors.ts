import { explainNeo4jError } from "../neo4j/explain.ts";

/** An error that a user can mend: Failure, or the one error class of another tree, which carries a remedy as well. */
interface Mendable {
  readonly message: string;
  readonly remedy: string;
}

/**
 * What the command line says of an error: one line with the remedy where the reader can mend it (a failed promise, the
 * database, the disk), the stack for our own bug. Control characters are taken out, since names of files and answers of
 * servers end up in messages.
 */
export function describeError(error: unknown): string {
  const mendable = asMendable(error);
  if (mendable !== null) return `adg: ${sentence(mendable.message)} ${oneLine(mendable.remedy)}`;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `adg: this is a bug of ours, please report it.\n${stack}`;
}

function asMendable(error: unknown): Mendable | null {
  if (!(error instanceof Error)) return null;
  if ("remedy" in error && typeof error.remedy === "string") return { message: error.message, remedy: error.remedy };
  return explainNeo4jError(error, "Neo4j") ?? systemError(error);
}

/** An error of the operating system (`EACCES: permission denied, open '…'`): it names call and path itself. */
function systemError(error: Error): Mendable | null {
  const isSystemError = "syscall" in error && "code" in error;
  return isSystemError ? { message: error.message, remedy: "Mend that, then try again." } : null;
}

function sentence(text: string): string {
  const line = oneLine(text);
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this takes out
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
}
