import type { Problem } from "../problem.ts";
import type { Span } from "../span.ts";
import type { PageStart } from "./document.ts";

/** What was found wrong or repaired in one file; the caller knows its name. */
export type ParsedProblem = Omit<Problem, "file">;

/**
 * The text layer of a PDF or DOCX file: its text in reading order, each line a whole paragraph, a blank line between those
 * that stand apart. All offsets count in `raw`.
 */
export interface Parsed {
  readonly raw: string;
  /** Number that is printed before the line that begins at an offset, where it is no text. */
  readonly numbers: ReadonlyMap<number, string>;
  /** In order; empty where the file does not say where its pages begin. */
  readonly pages: readonly PageStart[];
  /** Bold, italic or underlined stretches, in order and disjoint. */
  readonly emphasis: readonly Span[];
  readonly problems: readonly ParsedProblem[];
}
