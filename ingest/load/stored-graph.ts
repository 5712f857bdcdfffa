import { isInt, type Record as DriverRecord, type Transaction, type ManagedTransaction } from "neo4j-driver";
import { labelOfKind } from "../ids.ts";
import type { Element } from "./difference.ts";
import type { EdgeRow, NodeRow, Properties, Rows, Value } from "../rows/row.ts";

/** What a stored graph is read through; both kinds of transaction of the driver fit. */
export type Reader = Pick<Transaction | ManagedTransaction, "run">;

/** Labels of the graph proper; the revision is told apart, since it says when it was loaded. */
const graphLabels = Object.values(labelOfKind)
  .filter((label) => label !== "Revision")
  .join("|");

/** Hands over every stored node and then every stored edge, one by one, as they come from the database. */
export async function readStored(
  reader: Reader,
  onNode: (node: NodeRow, element: Element) => void,
  onEdge: (edge: EdgeRow, element: Element) => void,
): Promise<void> {
  const nodes = reader.run(`MATCH (n:${graphLabels}) RETURN elementId(n) AS element, properties(n) AS properties`);
  for await (const record of nodes) {
    const { id, ...properties } = propertiesOf(record);
    onNode({ id: String(id), properties }, text(record, "element"));
  }
  const edges = reader.run(
    `MATCH (a:${graphLabels})-[e]->(b)
     RETURN elementId(e) AS element, type(e) AS type, a.id AS from, b.id AS to, properties(e) AS properties`,
  );
  for await (const record of edges) {
    onEdge(
      {
        type: text(record, "type"),
        from: text(record, "from"),
        to: text(record, "to"),
        properties: propertiesOf(record),
      },
      text(record, "element"),
    );
  }
}

/** The whole stored graph, without its revision, sorted: for dumps and tests. */
export async function dumpStored(reader: Reader): Promise<Rows> {
  const nodes: NodeRow[] = [];
  const edges: EdgeRow[] = [];
  await readStored(
    reader,
    (node) => nodes.push(node),
    (edge) => edges.push(edge),
  );
  return { nodes, edges };
}

function text(record: DriverRecord, key: string): string {
  return String(record.get(key));
}

function propertiesOf(record: DriverRecord): Properties {
  const stored = record.get("properties") as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [name, isInt(value) ? value.toNumber() : (value as Value)]),
  );
}
