import type { Driver, ManagedTransaction, Session, Transaction } from "neo4j-driver";
import { Failure } from "../failure.ts";
import type { EdgeProperties, Model } from "./model.ts";

/** A stored value. */
export type Value = string | number | boolean | readonly string[];

/** Properties by their names, in the order of the names. */
export type Values = Readonly<Record<string, Value>>;

/** A node with its properties; the id is not among them. */
export interface ExportedNode {
  readonly id: string;
  readonly label: string;
  readonly values: Values;
}

/** An edge with its properties. */
export interface ExportedEdge {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /** Document in which the `start` and `end` of the edge count; null where it has none. */
  readonly document: string | null;
  readonly values: Values;
}

/** A statement as a bibliography has it. */
export interface ExportedStatement {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  /** 2013, 2013-06 or 2013-06-18; null where it is not known. */
  readonly issuedOn: string | null;
  readonly language: string | null;
  /** In whose name it was issued. */
  readonly issuers: readonly string[];
  readonly meeting: string | null;
  readonly place: string | null;
  /** Addresses of its text, in the order of the ids of the sources. */
  readonly addresses: readonly string[];
}

/** How much there is of each kind. */
export interface Counts {
  readonly nodes: Readonly<Record<string, number>>;
  readonly edges: Readonly<Record<string, number>>;
}

/** The stored graph, part by part, in an order that depends on nothing but the graph. */
export interface GraphReader {
  readonly model: Model;
  /** Id of the revision that is read. */
  readonly revision: string;
  /** Number of nodes by label and of edges by type; sorted by name. */
  readonly counts: () => Promise<Counts>;
  /** Sorted by label, in the order of the model, then by id. */
  readonly nodes: () => AsyncIterable<ExportedNode>;
  /** Sorted by the label and id of where they begin, then by type, end and properties. */
  readonly edges: () => AsyncIterable<ExportedEdge>;
  /** Sorted by id. */
  readonly statements: () => AsyncIterable<ExportedStatement>;
}

/** Where the graph stands, and what can be in it. */
export interface GraphPlace {
  readonly driver: Driver;
  readonly database: string;
  readonly model: Model;
}

/**
 * Reads the stored graph for one export. The database does not hold a state still for its readers, so the revision is looked
 * at again in the end: where it changed on the way, what was written is no state of the graph, and a Failure is thrown.
 */
export async function* readingGraph<Part>(
  { driver, database, model }: GraphPlace,
  parts: (reader: GraphReader) => AsyncIterable<Part>,
): AsyncGenerator<Part> {
  const session = driver.session({ database, defaultAccessMode: "READ", fetchSize: 2_000 });
  try {
    const revision = await currentRevision(session);
    const transaction = session.beginTransaction();
    try {
      yield* parts(readerOf(transaction, model, revision));
    } finally {
      await transaction.close();
    }
    if ((await currentRevision(session)) !== revision) {
      throw new Failure("graph-changed", "the graph was loaded anew during the export", "Export again.");
    }
  } finally {
    await session.close();
  }
}

/** Id of the revision that is loaded. Throws a Failure where none is. */
async function currentRevision(session: Session): Promise<string> {
  const read = (transaction: ManagedTransaction) =>
    transaction.run("MATCH (revision:Revision) RETURN revision.id AS id");
  const { records } = await session.executeRead(read);
  if (records[0] === undefined) throw new Failure("nothing-loaded", "nothing is loaded yet", "Run `adg ingest`.");
  return String(records[0].get("id"));
}

function readerOf(transaction: Transaction, model: Model, revision: string): GraphReader {
  return {
    model,
    revision,
    counts: () => countsOf(transaction, model.labels),
    nodes: () => nodesOf(transaction, model),
    edges: () => edgesOf(transaction, model),
    statements: () => statementsOf(transaction),
  };
}

async function countsOf(transaction: Transaction, labels: readonly string[]): Promise<Counts> {
  const nodes = await transaction.run<{ readonly name: string; readonly count: number }>(
    labels.map((label) => `MATCH (node:${label}) RETURN '${label}' AS name, count(node) AS count`).join(" UNION ALL "),
  );
  const edges = await transaction.run<{ readonly name: string; readonly count: number }>(
    "MATCH ()-[edge]->() RETURN type(edge) AS name, count(edge) AS count",
  );
  const [byLabel, byType] = [nodes, edges].map(({ records }) =>
    Object.fromEntries(
      records.map((record) => [record.get("name"), record.get("count")] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );
  return { nodes: byLabel ?? {}, edges: byType ?? {} };
}

/* Each query walks along an index, which is in order already, so that the database sorts nothing and holds nothing. */

async function* nodesOf(transaction: Transaction, { ofLabel }: Model): AsyncGenerator<ExportedNode> {
  for (const [label, { own }] of ofLabel) {
    const result = transaction.run<{ readonly id: string; readonly cells: Cells }>(
      `MATCH (node:${label}) WHERE node.id IS NOT NULL
       RETURN node.id AS id, ${cellsOf("node", own)} AS cells ORDER BY node.id`,
    );
    for await (const record of result)
      yield { id: record.get("id"), label, values: valuesOf(own, record.get("cells")) };
  }
}

async function* edgesOf(transaction: Transaction, { ofLabel }: Model): AsyncGenerator<ExportedEdge> {
  for (const [label, { edges }] of ofLabel) {
    const result = transaction.run<{ readonly from: string; readonly edges: readonly EdgeCells[] }>(
      `MATCH (node:${label}) WHERE node.id IS NOT NULL
       CALL (node) {
         MATCH (node)-[edge]->(end) ${documentOf(label)}
         RETURN collect([type(edge), end.id, document.id, ${cellsByType(edges)}]) AS edges
       }
       RETURN node.id AS from, edges ORDER BY node.id`,
    );
    for await (const record of result) yield* edgesFrom(record.get("from"), record.get("edges"), edges);
  }
}

function cellsByType(edges: EdgeProperties): string {
  const cases = [...edges].map(([type, names]) => `WHEN '${type}' THEN ${cellsOf("edge", names)}`);
  return cases.length === 0 ? "properties(edge)" : `CASE type(edge) ${cases.join(" ")} ELSE properties(edge) END`;
}

function edgesFrom(from: string, edges: readonly EdgeCells[], names: EdgeProperties): readonly ExportedEdge[] {
  const found = edges.map(([type, to, document, cells]) => {
    return { type, from, to, document, values: valuesOf(names.get(type) ?? [], cells) };
  });
  return found.length < 2 ? found : found.sort(compareEdges);
}

/* Properties come as lists, in the order of their names: to read the names of every map takes the driver longer than the values. */

type Cells = readonly (Value | null)[];

/** The contract declares every type of edges where it begins; one that it does not know has its properties by name. */
type EdgeCells = readonly [type: string, to: string, document: string | null, cells: Cells | Values];

function cellsOf(variable: string, names: readonly string[]): string {
  return `[${names.map((name) => `${variable}.${name}`).join(", ")}]`;
}

function valuesOf(names: readonly string[], cells: Cells | Values): Values {
  if (!isCells(cells)) return Object.fromEntries(Object.entries(cells).sort(([a], [b]) => compare(a, b)));
  const values: Record<string, Value> = {};
  for (let index = 0; index < names.length; index += 1) {
    const [name, value] = [names[index], cells[index]];
    if (name !== undefined && value !== null && value !== undefined) values[name] = value;
  }
  return values;
}

function isCells(cells: Cells | Values): cells is Cells {
  return Array.isArray(cells);
}

/** Spans stand on edges that begin or end at a clause; which document they count in is the clause's. */
function documentOf(label: string): string {
  if (label === "Clause") return "OPTIONAL MATCH (node)<-[:HAS_CLAUSE]-(document)";
  return label === "Claim" ? "OPTIONAL MATCH (end)<-[:HAS_CLAUSE]-(document)" : "WITH edge, end, null AS document";
}

function compareEdges(edge: ExportedEdge, other: ExportedEdge): number {
  return compare(edge.type, other.type) || compare(edge.to, other.to) || compare(textOf(edge), textOf(other));
}

function textOf({ values }: ExportedEdge): string {
  return JSON.stringify(Object.entries(values));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

async function* statementsOf(transaction: Transaction): AsyncGenerator<ExportedStatement> {
  const result = transaction.run<{ readonly statement: ExportedStatement }>(
    `MATCH (statement:Statement) WHERE statement.id IS NOT NULL
     RETURN {
       id: statement.id, title: statement.title, kind: statement.kind,
       issuedOn: statement.issuedOn, language: statement.language,
       issuers: COLLECT { MATCH (statement)-[:ISSUED_BY]->(issuer) RETURN issuer.name ORDER BY issuer.id },
       meeting: head(COLLECT { MATCH (statement)-[:ISSUED_AT]->(meeting) RETURN meeting.name ORDER BY meeting.id }),
       place: head(COLLECT { MATCH (statement)-[:ISSUED_IN]->(place) RETURN place.name ORDER BY place.id }),
       addresses: COLLECT {
         MATCH (statement)<-[:ABOUT]-(:Claim)-[:SUPPORTED_BY]->(source:Source {kind: 'adopted text'})
         WHERE source.address IS NOT NULL
         WITH DISTINCT source RETURN source.address ORDER BY source.id
       }
     } AS statement ORDER BY statement.id`,
  );
  for await (const record of result) yield record.get("statement");
}
