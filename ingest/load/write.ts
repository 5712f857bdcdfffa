import { int, type Transaction } from "neo4j-driver";
import { labelOf, type EdgeRow, type NodeRow, type Properties } from "../rows/row.ts";
import type { Difference, Element } from "./difference.ts";

/** Rows a statement: large enough that round trips do not count, small enough that a batch's memory does not. */
const batchSize = 5_000;

/*
 * Five statements write any difference. Labels and types are data of the rows (Cypher takes them so from 5.26 on), and ends are
 * found by the database's own ids: one plan for all nodes and one for all edges, instead of one for each shape of edge.
 */
const statements = {
  deleteEdges: "UNWIND $rows AS row MATCH ()-[e]->() WHERE elementId(e) = row DELETE e RETURN count(*) AS written",
  deleteNodes: "UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row DETACH DELETE n RETURN count(*) AS written",
  updateNodes: `UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.element
    SET n = row.properties RETURN count(*) AS written`,
  createNodes: `UNWIND $rows AS row CREATE (n:$(row.label)) SET n = row.properties
    RETURN count(*) AS written, collect([n.id, elementId(n)]) AS elements`,
  createEdges: `UNWIND $rows AS row
    MATCH (a) WHERE elementId(a) = row.from MATCH (b) WHERE elementId(b) = row.to
    CREATE (a)-[e:$(row.type)]->(b) SET e = row.properties RETURN count(*) AS written`,
} as const;

/**
 * Writes a difference within the given transaction. `stored`: where the nodes stand that are there already, by id. `onRows`
 * hears how many rows each batch wrote.
 */
export async function writeDifference(
  transaction: Transaction,
  difference: Difference,
  stored: ReadonlyMap<string, Element>,
  onRows: (rows: number) => void,
): Promise<void> {
  const elements = new Map(stored);
  const elementOf = (id: string) => elements.get(id) ?? null;
  const run = async <T>(statement: keyof typeof statements, rows: readonly T[], parameter: (row: T) => unknown) => {
    for (let start = 0; start < rows.length; start += batchSize) {
      const batch = rows.slice(start, start + batchSize);
      const { records } = await transaction.run(statements[statement], { rows: batch.map(parameter) });
      const record = records[0]?.toObject() as { written: number; elements?: [string, Element][] } | undefined;
      for (const [id, element] of record?.elements ?? []) elements.set(id, element);
      // A row that finds no end writes nothing and says nothing: that would be a graph with holes.
      if (Number(record?.written) !== batch.length) throw new Error(`${statement}: not every row was written`);
      onRows(batch.length);
    }
  };
  await run("deleteEdges", difference.deletedEdges, (element) => element);
  await run("deleteNodes", difference.deletedNodes, (element) => element);
  await run("updateNodes", difference.updatedNodes, (node) => ({
    element: elementOf(node.id),
    properties: propertiesOf(node),
  }));
  await run("createNodes", difference.createdNodes, (node) => ({
    label: labelOf(node.id),
    properties: propertiesOf(node),
  }));
  await run("createEdges", difference.createdEdges, (edge: EdgeRow) => ({
    type: edge.type,
    from: elementOf(edge.from),
    to: elementOf(edge.to),
    properties: wholeNumbers(edge.properties),
  }));
}

function propertiesOf(node: NodeRow): Record<string, unknown> {
  return { ...wholeNumbers(node.properties), id: node.id };
}

/** The driver sends plain numbers as floats; every number of the model is a whole one. */
function wholeNumbers(properties: Properties): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, typeof value === "number" ? int(value) : value]),
  );
}
