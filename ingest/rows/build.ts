import { coverageGaps } from "../claims/coverage.ts";
import { curatedClaims } from "../claims/curated.ts";
import { extractedClaims } from "../claims/extracted.ts";
import { identify, type ExtractedDocument } from "../claims/identify.ts";
import { settle, type Dispute } from "../claims/settle.ts";
import { curatedValues, settledRecords, witnessesOf } from "../claims/settled-records.ts";
import type { Problem } from "../problem.ts";
import type { Registry } from "../registry/registry.ts";
import { countryRows, notionRows, organisationRows, personRows, placeRows } from "./actors.ts";
import { canonicalEdge } from "./canonical.ts";
import { claimRows } from "./claims.ts";
import { comparableRows } from "./comparable.ts";
import { documentRows } from "./documents.ts";
import type { RowContext } from "./entity.ts";
import { assembleDocument } from "./entry.ts";
import { instrumentRows } from "./instruments.ts";
import { meetingRows, seriesRows } from "./meetings.ts";
import { mintedRows } from "./minted.ts";
import { problemRows } from "./problems.ts";
import { concat, type EdgeRow, type Rows } from "./row.ts";
import { sourceRows } from "./sources.ts";
import { activityRows, initiativeRows, workingGroupRows } from "./working-groups.ts";

/** The whole graph but its revision, and everything found wrong on the way to it. */
export interface Graph {
  readonly rows: Rows;
  readonly problems: readonly Problem[];
}

/**
 * The graph that follows from the registry, the extracted documents and the problems found so far. Nodes are sorted by
 * id, edges by their canonical writing, and nothing stands twice: the same input gives the same rows.
 */
export function buildGraph(
  registry: Registry,
  documents: readonly ExtractedDocument[],
  found: readonly Problem[],
): Graph {
  const identified = identify(documents, registry.records);
  const assembled = identified.map((item) => assembleDocument(item, registry.records.sources));
  const claims = [
    ...curatedClaims(registry.records),
    ...identified.flatMap(({ id, used }, index) =>
      used ? extractedClaims(id, used, assembled[index]?.entry.clauses ?? []) : [],
    ),
  ];
  const settlement = settle(claims, witnessesOf(registry.records.sources), curatedValues(registry.records));
  const records = settledRecords(registry.records, settlement);
  const context: RowContext = { disputedOf: disputedProperties(settlement.disputes) };
  const rows = concat([
    countryRows(records.countries, context),
    organisationRows(records.organisations, context),
    notionRows(records, context),
    placeRows(records.places, context),
    personRows(records.people, context),
    seriesRows(records.series, context),
    meetingRows(records.meetings, context),
    instrumentRows(records.instruments, context),
    workingGroupRows(records.workingGroups, context),
    activityRows(records.activities, context),
    initiativeRows(records.initiatives, context),
    sourceRows([...records.sources, ...assembled.flatMap(({ newSources }) => newSources)]),
    claimRows(claims, settlement),
    ...assembled.map(({ entry }) => documentRows(entry, context)),
    comparableRows(
      assembled.map(({ entry }) => entry),
      records.meetings,
    ),
  ]);
  const { rows: closed, problems: dangling } = closeEnds(rows);
  const problems = [
    ...found,
    ...assembled.flatMap((item) => item.problems),
    ...dangling,
    ...coverageGaps(registry.records),
  ];
  const documentOf = new Map(
    identified.flatMap(({ id, used, twins, otherCopies }) =>
      [...(used ? [used] : []), ...twins, ...otherCopies].map(({ document }) => [document.file, id] as const),
    ),
  );
  return { rows: sorted(concat([closed, problemRows(problems, documentOf)])), problems };
}

/** For a subject, the names of its properties that are disputed, sorted. */
function disputedProperties(disputes: readonly Dispute[]): (subject: string) => readonly string[] {
  const bySubject = Map.groupBy(disputes, ({ subject }) => subject);
  return (subject) => [...new Set(bySubject.get(subject)?.map(({ property }) => property))].sort();
}

/** Every edge ends in a node: what texts name by number gets one, and an edge to nothing is left out and reported. */
function closeEnds(rows: Rows): { rows: Rows; problems: Problem[] } {
  const ids = new Set(rows.nodes.map(({ id }) => id));
  const isKnown = (id: string) => ids.has(id);
  const minted = new Map<string, Rows>();
  for (const edge of rows.edges.filter(({ type, to }) => (type === "MENTIONS" || type === "CITES") && !ids.has(to))) {
    if (minted.has(edge.to)) continue;
    const made = mintedRows(edge.to, edge, isKnown);
    if (made) minted.set(edge.to, made);
  }
  const all = concat([rows, ...minted.values()]);
  for (const id of minted.keys()) ids.add(id);
  const closed = (edge: EdgeRow) => ids.has(edge.from) && ids.has(edge.to);
  const dangling = all.edges.filter((edge) => !closed(edge));
  return { rows: { nodes: all.nodes, edges: all.edges.filter(closed) }, problems: dangling.map(danglingEdge) };
}

function danglingEdge({ type, from, to }: EdgeRow): Problem {
  return {
    rule: "dangling-edge",
    severity: "error",
    message: `${from} ${type} ${to}: one end has no record; left out. Register it in data/, or correct the id`,
    file: "data",
  };
}

function sorted({ nodes, edges }: Rows): Rows {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  if (byId.size !== nodes.length) throw new Error(`node twice: ${twice(nodes.map(({ id }) => id))}`);
  const byWriting = new Map(edges.map((edge) => [canonicalEdge(edge), edge]));
  return { nodes: inOrder(byId), edges: inOrder(byWriting) };
}

function twice(ids: readonly string[]): string {
  return ids.find((id, index) => ids.indexOf(id) !== index) ?? "";
}

function inOrder<T>(entries: ReadonlyMap<string, T>): T[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
