import { isStatement, type Clause } from "../clauses/clause.ts";
import type { Search } from "./found.ts";

/** Index of the clause that opens a statement: its opening, or the first paragraph where it has none; -1 for a report. */
export function openingOf({ kind }: Search, clauses: readonly Clause[]): number {
  return isStatement(kind) ? clauses.findIndex(({ role }) => role === "paragraph" || role === "opening") : -1;
}
