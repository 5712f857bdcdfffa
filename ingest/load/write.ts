import { int, type Transaction } from "neo4j-driver";
import { labelOf, type EdgeRow, type NodeRow, type Properties } from "../rows/row.ts";
import type { Difference } from "./difference.ts";

/** Rows a statement: large enough that round trips do not count, small enough that a batch's memory does not. */
const batchSize = 5_000;

/** Writes a difference within the given transaction; `onRows` hears how many rows each batch wrote. */
export async function writeDifference(
  transaction: Transaction,
  difference: Difference,
  onRows: (rows: number) => void,
): Promise<void> {
  const inBatches = async <T>(rows: readonly T[], query: string, parameter: (row: T) => unknown) => {
    for (let start = 0; start < rows.length; start += batchSize) {
      const batch = rows.slice(start, start + batchSize);
      const result = await transaction.run(query, { rows: batch.map(parameter) });
      const written = Number(result.records[0]?.get("written") ?? 0);
      if (written !== batch.length) throw new Error(`${written} of ${batch.length} rows written: ${query}`);
      onRows(batch.length);
    }
  };

  await inBatches(
    difference.deletedEdges,
    "UNWIND $rows AS row MATCH ()-[e]->() WHERE elementId(e) = row DELETE e RETURN count(*) AS written",
    (element) => element,
  );
  for (const [label, ids] of Map.groupBy(difference.deletedNodes, labelOf)) {
    await inBatches(
      ids,
      `UNWIND $rows AS row MATCH (n:${label} {id: row}) DETACH DELETE n RETURN count(*) AS written`,
      (id) => id,
    );
  }
  for (const [label, nodes] of Map.groupBy(difference.createdNodes, (node) => labelOf(node.id))) {
    await inBatches(
      nodes,
      `UNWIND $rows AS row CREATE (n:${label}) SET n = row RETURN count(*) AS written`,
      nodeParameter,
    );
  }
  for (const [label, nodes] of Map.groupBy(difference.updatedNodes, (node) => labelOf(node.id))) {
    await inBatches(
      nodes,
      `UNWIND $rows AS row MATCH (n:${label} {id: row.id}) SET n = row RETURN count(*) AS written`,
      nodeParameter,
    );
  }
  for (const [query, edges] of Map.groupBy(difference.createdEdges, edgeQuery)) {
    await inBatches(edges, query, edgeParameter);
  }
}

/** One query for all edges of a type between two labels: a match by label and id uses the constraint's index. */
function edgeQuery({ type, from, to }: EdgeRow): string {
  return `UNWIND $rows AS row
    MATCH (a:${labelOf(from)} {id: row.from}) MATCH (b:${labelOf(to)} {id: row.to})
    CREATE (a)-[e:${type}]->(b) SET e = row.properties RETURN count(*) AS written`;
}

function nodeParameter(node: NodeRow): unknown {
  return { ...stored(node.properties), id: node.id };
}

function edgeParameter(edge: EdgeRow): unknown {
  return { from: edge.from, to: edge.to, properties: stored(edge.properties) };
}

/** The driver sends plain numbers as floats; every number of the model is a whole one. */
function stored(properties: Properties): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, typeof value === "number" ? int(value) : value]),
  );
}
