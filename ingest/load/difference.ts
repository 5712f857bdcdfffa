import { canonicalEdge, canonicalNode } from "../rows/canonical.ts";
import type { EdgeRow, NodeRow, Rows } from "../rows/row.ts";

/** The database's own id of a node or an edge (`elementId` in Cypher). */
export type Element = string;

/** What has to be written so that the stored graph becomes the wanted one. */
export interface Difference {
  readonly createdNodes: readonly NodeRow[];
  readonly updatedNodes: readonly NodeRow[];
  /** Nodes that the wanted graph does not have. */
  readonly deletedNodes: readonly Element[];
  readonly createdEdges: readonly EdgeRow[];
  /** Edges that the wanted graph does not have. */
  readonly deletedEdges: readonly Element[];
}

/** Takes in the stored graph row by row, so that it never has to be held as a whole, and tells the difference at the end. */
export interface Comparison {
  readonly seeNode: (stored: NodeRow, element: Element) => void;
  readonly seeEdge: (stored: EdgeRow, element: Element) => void;
  /** Where the nodes stand that are stored and wanted, by id; filled by `seeNode`. */
  readonly elements: ReadonlyMap<string, Element>;
  readonly difference: () => Difference;
}

/** Starts a comparison with the wanted rows. An edge has no identity but its ends, type and properties. */
export function startComparison(wanted: Rows): Comparison {
  const nodes = new Map(wanted.nodes.map((node) => [node.id, node]));
  const edges = new Map(wanted.edges.map((edge) => [canonicalEdge(edge), edge]));
  const updatedNodes: NodeRow[] = [];
  const deletedNodes: Element[] = [];
  const deletedEdges: Element[] = [];
  const elements = new Map<string, Element>();
  return {
    elements,
    seeNode: (stored, element) => {
      const node = nodes.get(stored.id);
      nodes.delete(stored.id);
      if (!node) {
        deletedNodes.push(element);
        return;
      }
      elements.set(stored.id, element);
      if (canonicalNode(node) !== canonicalNode(stored)) updatedNodes.push(node);
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
