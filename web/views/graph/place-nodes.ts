import type { GraphNode } from "./expansions.ts";

/** Where a node stands, in pixels from the first one. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Room that a node with its name takes on a ring, in pixels. */
const room = 46;
/** Distance between rings. */
const gap = 170;

/**
 * Places every node on a ring around the node that it was found from, in a sector as wide as it has leaves; rings with many nodes are
 * staggered. Takes time in proportion to the nodes, and a node that is there already moves little when another is opened.
 */
export function placeNodes(nodes: readonly GraphNode[]): ReadonlyMap<string, Point> {
  const children = Map.groupBy(nodes, ({ parent }) => parent);
  const leaves = new Map<string, number>();
  for (const { id } of nodes.toReversed()) {
    const below = (children.get(id) ?? []).reduce((sum, child) => sum + (leaves.get(child.id) ?? 1), 0);
    leaves.set(id, Math.max(1, below));
  }
  const points = new Map<string, Point>();
  const [first] = nodes;
  if (!first) return points;
  points.set(first.id, { x: 0, y: 0 });
  const queue = [{ id: first.id, from: -Math.PI / 2, to: (3 * Math.PI) / 2, radius: 0 }];
  for (const { id, from, to, radius } of queue) {
    const around = children.get(id) ?? [];
    const total = around.reduce((sum, child) => sum + (leaves.get(child.id) ?? 1), 0);
    const rings = Math.min(4, Math.ceil(around.length / 40));
    const needed = (total * room) / (to - from) / Math.max(1, rings);
    const ring = Math.max(radius + gap, Math.min(needed, radius + gap * 6));
    let angle = from;
    around.forEach((child, index) => {
      const width = ((to - from) * (leaves.get(child.id) ?? 1)) / total;
      const at = ring + (index % rings) * (gap / 2);
      points.set(child.id, { x: Math.cos(angle + width / 2) * at, y: Math.sin(angle + width / 2) * at });
      queue.push({ id: child.id, from: angle, to: angle + width, radius: at });
      angle += width;
    });
  }
  return points;
}
