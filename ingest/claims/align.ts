import type { Problem } from "../problem.ts";
import { overlaps } from "../span.ts";
import type { ClauseEntry, NamedEntity } from "./clause-entry.ts";

/** Clauses of one statement, and what the two readings of it disagree on. */
export interface Aligned {
  readonly clauses: readonly ClauseEntry[];
  readonly problems: readonly Problem[];
}

/**
 * One set of clauses from a curated record and the very copy that it was made from. The record stands; what the
 * extractor found besides is added, and where the two differ it is reported. Nothing is cited twice.
 */
export function alignSameCopy(
  curated: readonly ClauseEntry[],
  extracted: readonly ClauseEntry[],
  file: string,
): Aligned {
  const problems: Problem[] = [];
  const report = (rule: string, message: string, span: ClauseEntry | NamedEntity) =>
    problems.push({ rule, severity: "note", message, file, span: { start: span.start, end: span.end } });
  const clauses = curated.map((clause) => {
    const twin = extracted.find((other) => other.start === clause.start);
    if (twin?.end !== clause.end || twin.part !== clause.part) {
      report(
        "clause-differs",
        `clause ${clause.id}: the extractor draws its bounds elsewhere; the record stands`,
        clause,
      );
    }
    const found = extracted
      .filter((other) => overlaps(other, clause))
      .flatMap((other) => other.names)
      .filter((name) => clause.start <= name.start && name.end <= clause.end);
    for (const name of clause.names.filter((known) => !found.some((other) => samePlace(known, other)))) {
      report(
        "mention-missed",
        `clause ${clause.id}: the record has ${name.id}, the extractor found nothing there`,
        name,
      );
    }
    for (const name of found) {
      const known = clause.names.find((other) => samePlace(name, other));
      if (known && known.id !== name.id) {
        report("mention-differs", `clause ${clause.id}: ${known.id} in the record, ${name.id} by extraction`, name);
      }
    }
    const added = found.filter((name) => !clause.names.some((known) => samePlace(name, known)));
    return { ...clause, names: [...clause.names, ...added] };
  });
  return { clauses, problems };
}

/**
 * What another copy of a statement has otherwise than the copy in use: clauses are set side by side in reading order,
 * by part and position. Its clauses do not enter the graph a second time.
 */
export function compareCopies(used: readonly ClauseEntry[], other: readonly ClauseEntry[], file: string): Problem[] {
  const theirs = new Map(other.map((clause) => [clause.id, clause]));
  const ours = new Set(used.map((clause) => clause.id));
  const problem = (message: string, clause: ClauseEntry | null): Problem => ({
    rule: "copy-differs",
    severity: "warning",
    message,
    file,
    ...(clause ? { span: { start: clause.start, end: clause.end } } : {}),
  });
  const missing = used
    .filter((clause) => clause.part !== "other" && !theirs.has(clause.id))
    .map((clause) => problem(`this copy has no ${clause.id}`, null));
  const added = other
    .filter((clause) => clause.part !== "other" && !ours.has(clause.id))
    .map((clause) => problem(`this copy has a further clause, ${clause.id}`, clause));
  const changed = used.flatMap((clause) => {
    const twin = theirs.get(clause.id);
    if (!twin || clause.part === "other") return [];
    const [before, after] = [signature(clause), signature(twin)];
    return before === after
      ? []
      : [problem(`${clause.id} reads '${after}' here and '${before}' in the copy in use`, twin)];
  });
  return [...missing, ...added, ...changed];
}

/** What must agree between copies: the clause's verb and what it cites, in order. */
function signature(clause: ClauseEntry): string {
  const cited = clause.names.filter((name) => name.role !== null).map((name) => name.id);
  return [clause.leads[0]?.verb.toLowerCase() ?? "no verb", ...cited].join(", ");
}

/** The same characters, whether or not a short form in parentheses is counted in. */
function samePlace(a: NamedEntity, b: NamedEntity): boolean {
  return a.start === b.start || (a.role !== null && b.role !== null && overlaps(a, b));
}
