import { contains, type Span } from "../../span.ts";
import type { Located, Path } from "../located.ts";
import type { StatementRecord } from "../records.ts";
import type { Finding, Rule } from "./rule.ts";

type CuratedClause = NonNullable<StatementRecord["clauses"]>[number];

/** Clauses stand in reading order without overlap; leads, citations and mentions lie inside, as long as their surface. */
export const clauseSpanRule: Rule = {
  id: "clause-span",
  severity: "error",
  leavesOut: false,
  find: ({ records }) => records.flatMap((record) => [...orderFindings(record), ...partFindings(record)]),
};

function clausesOf(record: Located): readonly CuratedClause[] {
  return record.kind === "statements" && "clauses" in record.value ? (record.value.clauses ?? []) : [];
}

function orderFindings(record: Located): Finding[] {
  const clauses = clausesOf(record);
  return clauses.flatMap((clause, index) => {
    const before = clauses[index - 1];
    const path = ["clauses", index, "start"];
    if (clause.end <= clause.start)
      return [{ record, path, message: `the clause ends (${clause.end}) before it starts` }];
    if (before === undefined || before.end <= clause.start) return [];
    return [
      { record, path, message: `the clause starts before the one above it ends (${before.end}): correct the offsets` },
    ];
  });
}

function partFindings(record: Located): Finding[] {
  return clausesOf(record).flatMap((clause, index) =>
    partsOf(clause).flatMap(({ part, surface, path }) => {
      const message = misplaced(clause, part, surface);
      return message === null ? [] : [{ record, path: ["clauses", index, ...path, "start"], message }];
    }),
  );
}

interface Part {
  readonly part: Span;
  readonly surface: string;
  readonly path: Path;
}

function partsOf(clause: CuratedClause): Part[] {
  return [
    ...(clause.leads ?? []).map((part, index) => ({ part, surface: part.verb, path: ["leads", index] })),
    ...(clause.citations ?? []).map((part, index) => ({ part, surface: part.surface, path: ["citations", index] })),
    ...(clause.mentions ?? []).map((part, index) => ({ part, surface: part.surface, path: ["mentions", index] })),
  ];
}

function misplaced(clause: Span, part: Span, surface: string): string | null {
  if (!contains(clause, part)) return `'${surface}' lies outside its clause (${clause.start} to ${clause.end})`;
  const length = part.end - part.start;
  return length === surface.length ? null : `'${surface}' has ${surface.length} characters, its span has ${length}`;
}
