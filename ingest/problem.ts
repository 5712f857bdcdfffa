import type { Span } from "./span.ts";

/** `error`: the material is wrong and something was left out. `warning`: it was used, with doubt. `note`: repaired or worth knowing. */
export type Severity = "error" | "warning" | "note";

/** Something found wrong or unknown in the material: a value, never an exception. */
export interface Problem {
  /** Stable id of the rule that found it, in kebab case: `number-lost`, `unknown-id`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong and what to do about it, in one line. */
  readonly message: string;
  /** The file, as the user named it, or the path of a data file relative to the project. */
  readonly file: string;
  /** 1-indexed line of a data file; absent for documents, which have a span. */
  readonly line?: number;
  /** Id of the record that it is about, where it is about one. */
  readonly subject?: string;
  /** Raw offsets in the document; absent where the whole file is meant. */
  readonly span?: Span;
}

/** One line for people: `data/meetings.yaml:41: unknown series 'adsom+' [unknown-id]`. */
export function describeProblem(problem: Problem): string {
  const place = problem.line ?? (problem.span ? `@${problem.span.start}` : null);
  return `${problem.file}${place === null ? "" : `:${place}`}: ${problem.message} [${problem.rule}]`;
}
