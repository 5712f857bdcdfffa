import type { GraphReader } from "./graph.ts";

/**
 * What makes a database out of imported files a graph that the API serves: constraints, empty lists, which the importer
 * leaves out, and the revision that it is.
 */
// eslint-disable-next-line @typescript-eslint/require-await -- as every other file of an export
export async function* finishImport({ model, revision }: GraphReader): AsyncGenerator<string> {
  for (const label of [...model.labels, "Revision"]) {
    yield `CREATE CONSTRAINT ${label}_id IF NOT EXISTS FOR (node:${label}) REQUIRE node.id IS UNIQUE;\n`;
  }
  for (const { label, edge, property } of model.lists) {
    const pattern = edge === null ? `(it:${label})` : `(:${label})-[it:${edge}]->()`;
    yield `MATCH ${pattern} WHERE it.${property} IS NULL SET it.${property} = [];\n`;
  }
  yield `MATCH (node) WITH labels(node)[0] AS label, count(*) AS number ORDER BY label
WITH collect(label + '=' + number) AS counts, sum(number) AS nodes
CALL () { MATCH ()-[edge]->() RETURN count(edge) AS edges }
MERGE (revision:Revision {id: '${revision}'})
SET revision.createdAt = toString(datetime()), revision.counts = counts, revision.nodes = nodes, revision.edges = edges;
`;
}
