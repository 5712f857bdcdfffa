/** An error that a user can mend: Failure, or the one error class of another tree, which carries a remedy as well. */
interface Mendable extends Error {
  readonly remedy: string;
}

/**
 * What the command line says of an error: one line with the remedy for a promised failure, the stack for our own bug.
 * Control characters are taken out, since names of files and answers of servers end up in messages.
 */
export function describeError(error: unknown): string {
  if (isMendable(error)) return `adg: ${oneLine(error.message)}. ${oneLine(error.remedy)}`;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `adg: this is a bug, please report it.\n${stack}`;
}

function isMendable(error: unknown): error is Mendable {
  return error instanceof Error && "remedy" in error && typeof error.remedy === "string";
}

function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this takes out
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
}
