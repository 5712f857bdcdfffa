import { canonicalEdge, canonicalNode } from "../rows/canonical.ts";
import type { EdgeRow, NodeRow, Rows } from "../rows/row.ts";

/** What has to be written so that the stored graph becomes the wanted one. */
export interface Difference {
  readonly createdNodes: readonly NodeRow[];
  readonly updatedNodes: readonly NodeRow[];
  /** Ids of nodes that the wanted graph does not have. */
  readonly deletedNodes: readonly string[];
  readonly createdEdges: readonly EdgeRow[];
  /** The database's own ids of edges that the wanted graph does not have. */
  readonly deletedEdges: readonly string[];
}

/** Takes in the stored graph row by row, so that it never has to be held as a whole, and tells the difference at the end. */
export interface Comparison {
  readonly seeNode: (stored: NodeRow) => void;
  /** `element`: the database's own id of the edge. */
  readonly seeEdge: (stored: EdgeRow, element: string) => void;
  readonly difference: () => Difference;
}

/** Starts a comparison with the wanted rows. An edge has no identity but its ends, type and properties. */
export function startComparison(wanted: Rows): Comparison {
  const nodes = new Map(wanted.nodes.map((node) => [node.id, node]));
  const edges = new Map(wanted.edges.map((edge) => [canonicalEdge(edge), edge]));
  const updatedNodes: NodeRow[] = [];
  const deletedNodes: string[] = [];
  const deletedEdges: string[] = [];
  return {
    seeNode: (stored) => {
      const node = nodes.get(stored.id);
      nodes.delete(stored.id);
      if (!node) deletedNodes.push(stored.id);
      else if (canonicalNode(node) !== canonicalNode(stored)) updatedNodes.push(node);
    },
    seeEdge: (stored, element) => {
      // Deleting the key at the first sight makes a second, equal edge in the store a surplus one.
      if (!edges.delete(canonicalEdge(stored))) deletedEdges.push(element);
    },
    difference: () => ({
      createdNodes: [...nodes.values()],
      updatedNodes,
      deletedNodes,
      createdEdges: [...edges.values()],
      deletedEdges,
    }),
  };
}

/** Number of rows that the difference writes. */
export function sizeOf(difference: Difference): number {
  const lists: readonly (readonly unknown[])[] = Object.values(difference);
  return lists.reduce((sum, rows) => sum + rows.length, 0);
}
