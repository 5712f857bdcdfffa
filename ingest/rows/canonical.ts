import { createHash } from "node:crypto";
import type { EdgeRow, NodeRow, Properties, Rows } from "./row.ts";

/** The one writing of a node: equal nodes have equal strings, whatever the order of their properties. */
export function canonicalNode(node: NodeRow): string {
  return `${node.id} ${canonicalProperties(node.properties)}`;
}

/** The one writing of an edge: equal edges have equal strings. */
export function canonicalEdge(edge: EdgeRow): string {
  return `${edge.from} ${edge.type} ${edge.to} ${canonicalProperties(edge.properties)}`;
}

/** SHA-256, lower-case hex, of a whole graph: of its canonical nodes and edges, sorted, one a line. */
export function graphHash(rows: Rows): string {
  const hash = createHash("sha256");
  for (const line of rows.nodes.map(canonicalNode).sort()) hash.update(`${line}\n`);
  for (const line of rows.edges.map(canonicalEdge).sort()) hash.update(`${line}\n`);
  return hash.digest("hex");
}

function canonicalProperties(properties: Properties): string {
  return JSON.stringify(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)));
}
