import type { Span } from "../span.ts";
import type { Manner } from "../clauses/leads.ts";

/** How a cited instrument stands to the verb that governs it: its object, a standard ("in accordance with"), or context. */
export type CitationRole = "object" | "standard" | "context";

/** The words in a clause that name an entity. Instruments and statements have a manner and a role: those are citations. */
export interface Mention extends Span {
  /** Id of the entity (`instrument:tac`), or `date:2025-11-01`. */
  readonly id: string;
  /** The words themselves: `raw.slice(start, end)`, or what a reader sees of that where it is the source of a page. */
  readonly surface: string;
  /** Index of the clause in the document's list. */
  readonly clause: number;
  /** Id of the finder that made it. */
  readonly rule: string;
  /** Governing verb as printed, for citations. */
  readonly verb: string | null;
  readonly manner: Manner | null;
  readonly role: CitationRole | null;
}

/** A short form that the text introduces: `(hereinafter referred to as "X")`, `Long Form (LF)`. */
export interface Definition {
  readonly short: string;
  readonly long: string;
  readonly id: string;
  /** Span of the short form itself. */
  readonly start: number;
  readonly end: number;
  readonly clause: number;
}

/** A name that nobody has registered yet. */
export interface Candidate extends Span {
  readonly surface: string;
  readonly clause: number;
  /** Kind that its head word suggests: `instrument`, `initiative`, `organisation`, `activity` … */
  readonly guess: string;
  /** How often the document has it. */
  readonly count: number;
  /** Ids of the registry entries with the most similar names, best first, at most three. */
  readonly nearest: readonly string[];
}

/** What a document says about itself; each value with the raw span that shows it. */
export interface DocumentFacts {
  readonly title: Fact<string> | null;
  readonly series: Fact<string> | null;
  readonly ordinal: Fact<number> | null;
  readonly meeting: string | null;
  readonly date: Fact<string> | null;
  readonly city: Fact<string> | null;
  readonly country: Fact<string> | null;
}

export interface Fact<T> {
  readonly value: T;
  readonly span: Span;
  readonly rule: string;
}
