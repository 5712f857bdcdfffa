import { isStatement, type Clause } from "../clauses/clause.ts";
import type { Search } from "./found.ts";

/**
 * Index of the clause that opens a statement: its opening, or the first paragraph where it has none, the numbered one
 * where others stand above it; -1 for a report.
 */
export function openingOf({ kind }: Search, clauses: readonly Clause[]): number {
  if (!isStatement(kind)) return -1;
  const first = clauses.findIndex(({ role }) => role === "paragraph" || role === "opening");
  const numbered = clauses.findIndex(({ role, number }) => role === "paragraph" && number !== null);
  return first !== -1 && numbered > first && /^\D?1\D/.test(clauses[numbered]?.number ?? "") ? numbered : first;
}
