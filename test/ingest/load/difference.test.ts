import * as fc from "../../random.ts";
import { describe, expect, it } from "vitest";
import { sizeOf, startComparison, type Difference } from "../../../ingest/load/difference.ts";
import type { EdgeRow, NodeRow, Rows } from "../../../ingest/rows/row.ts";

const node = (id: string, name = id): NodeRow => ({ id, properties: { name } });
const edge = (from: string, to: string, start = 0): EdgeRow => ({ type: "CITES", from, to, properties: { start } });

/** What a store of these rows differs in from the wanted ones; a node's own id is its id, an edge's its place. */
function differenceFrom(stored: Rows, wanted: Rows): Difference {
  const comparison = startComparison(wanted);
  for (const row of stored.nodes) comparison.seeNode(row, row.id);
  for (const [index, row] of stored.edges.entries()) comparison.seeEdge(row, String(index));
  return comparison.difference();
}

describe("difference", () => {
  it("writes everything into an empty store", () => {
    const wanted = { nodes: [node("a"), node("b")], edges: [edge("a", "b")] };
    expect(differenceFrom({ nodes: [], edges: [] }, wanted)).toEqual({
      createdNodes: wanted.nodes,
      updatedNodes: [],
      deletedNodes: [],
      createdEdges: wanted.edges,
      deletedEdges: [],
    });
  });

  it("tells created, updated and deleted rows apart", () => {
    const stored = { nodes: [node("a"), node("b", "old"), node("c")], edges: [edge("a", "b"), edge("a", "c")] };
    const wanted = { nodes: [node("a"), node("b", "new"), node("d")], edges: [edge("a", "b"), edge("a", "b", 7)] };
    expect(differenceFrom(stored, wanted)).toEqual({
      createdNodes: [node("d")],
      updatedNodes: [node("b", "new")],
      deletedNodes: ["c"],
      createdEdges: [edge("a", "b", 7)],
      deletedEdges: ["1"],
    });
  });

  it("takes the second of two equal edges for one too many", () => {
    const wanted = { nodes: [node("a"), node("b")], edges: [edge("a", "b")] };
    const stored = { nodes: wanted.nodes, edges: [edge("a", "b"), edge("a", "b")] };
    expect(differenceFrom(stored, wanted).deletedEdges).toEqual(["1"]);
  });

  it("is empty for the same rows in any order, with properties in any order", () => {
    const wanted = {
      nodes: [
        { id: "a", properties: { x: 1, y: ["p", "q"] } },
        { id: "b", properties: { x: 2, y: ["p"] } },
      ],
      edges: [],
    };
    const stored = {
      nodes: [
        { id: "b", properties: { y: ["p"], x: 2 } },
        { id: "a", properties: { y: ["p", "q"], x: 1 } },
      ],
      edges: [],
    };
    expect(sizeOf(differenceFrom(stored, wanted))).toBe(0);
  });

  it("brings any store to any wanted graph", () => {
    const ids: fc.Arbitrary<string> = fc.constantFrom("a", "b", "c", "d");
    const rows = fc.record({
      nodes: fc.uniqueArray(fc.record({ id: ids, properties: fc.record({ name: fc.string() }) }), {
        selector: ({ id }) => id,
      }),
      edges: fc.uniqueArray(
        fc.tuple(ids, ids, fc.nat(2)).map(([from, to, start]) => edge(from, to, start)),
        {
          selector: (row) => JSON.stringify(row),
        },
      ),
    });
    fc.assert(
      fc.property(rows, rows, (stored, wanted) => {
        const difference = differenceFrom(stored, wanted);
        const nodes = new Map<string, NodeRow>(stored.nodes.map((row) => [row.id, row]));
        for (const id of difference.deletedNodes) nodes.delete(id);
        for (const row of [...difference.createdNodes, ...difference.updatedNodes]) nodes.set(row.id, row);
        const edges = stored.edges.filter((_, index) => !difference.deletedEdges.includes(String(index)));
        const reached = { nodes: [...nodes.values()], edges: [...edges, ...difference.createdEdges] };
        expect(sizeOf(differenceFrom(reached, wanted))).toBe(0);
      }),
    );
  });
});
