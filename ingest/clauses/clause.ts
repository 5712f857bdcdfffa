import type { Span } from "../span.ts";
import type { Manner } from "./leads.ts";

export type Part = "preambular" | "operative" | "other";

/** What a document is; only the first three are statements and have preambular and operative clauses. */
export const documentKinds = [
  "joint_statement",
  "joint_declaration",
  "chairmans_statement",
  "press_release",
  "background_page",
  "news_article",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** True for a kind that is issued in the name of a meeting, its chair or its participants. */
export function isStatement(kind: DocumentKind): boolean {
  return kind === "joint_statement" || kind === "joint_declaration" || kind === "chairmans_statement";
}

/** What a unit of a document is for. `opening` and `clause` are the roles inside preambular and operative parts. */
export const clauseRoles = [
  "opening",
  "clause",
  "title",
  "date_line",
  "meta_line",
  "dateline",
  "file_reference",
  "enacting_formula",
  "adoption",
  "signature",
  "paragraph",
  "list_item",
  "heading",
  "pointer",
] as const;
export type ClauseRole = (typeof clauseRoles)[number];

/** A verb in lead position: the clause's own, first, and co-ordinated ones printed alike inside it. */
export interface Lead extends Span {
  /** As printed: `RECALLING`, `Recalling further`. */
  readonly verb: string;
  readonly manner: Manner;
}

/**
 * A unit of a document in reading order. The span runs from the first character of the text (after bullet, number and
 * opening markup) to its last non-blank character (closing markup left out, `; and` kept in).
 */
export interface Clause extends Span {
  readonly part: Part;
  readonly role: ClauseRole;
  /** 1-indexed position among the clauses of its part, in reading order. */
  readonly position: number;
  /** Printed number as it stands (`12.`, `a.`), or null. */
  readonly number: string | null;
  /** The clause's verb as printed, or null where it has none. */
  readonly lead: string | null;
  readonly leads: readonly Lead[];
  /** Index, in the list of clauses, of the clause that this one is an item of; null at the top. */
  readonly parent: number | null;
  /** Page on which it begins; absent where the file does not say. */
  readonly page?: number;
}
