/** A promise broken from outside while reading or loading: what failed, and what to do about it. */
export class IngestError extends Error {
  /** Stable id in kebab case: `difference-too-large`. */
  readonly code: string;
  /** A sentence that starts with a verb. */
  readonly remedy: string;

  constructor(code: string, message: string, remedy: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "IngestError";
    this.code = code;
    this.remedy = remedy;
  }
}
