import type { Colours } from "./colours.ts";
import type { GraphEdge, GraphNode } from "./expansions.ts";
import { outlineOf } from "./outlines.ts";
import type { Point } from "./place-nodes.ts";

/** A picture as it is saved: places in pixels, plain values that a worker may be handed. */
export interface Drawing {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly { readonly from: Point; readonly to: Point; readonly relation: string }[];
  /** Each with the outline of its kind around its place, as the path data of SVG. */
  readonly marks: readonly { readonly at: Point; readonly name: string; readonly outline: string }[];
  readonly colours: Colours;
}

/** Room around the outermost nodes for their names, in pixels. */
const margin = { x: 140, y: 40 };

/** What is saved of a picture, as SVG and as PNG. */
export function drawingOf(
  { nodes, edges }: { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] },
  points: ReadonlyMap<string, Point>,
  colours: Colours,
): Drawing {
  const at = (id: string) => points.get(id) ?? { x: 0, y: 0 };
  const xs = nodes.map(({ id }) => at(id).x);
  const ys = nodes.map(({ id }) => at(id).y);
  const [left, top] = [least(xs) - margin.x, least(ys) - margin.y];
  return {
    left,
    top,
    width: margin.x - least(xs.map((x) => -x)) - left,
    height: margin.y - least(ys.map((y) => -y)) - top,
    lines: edges.map(({ from, to, relation }) => ({ from: at(from), to: at(to), relation })),
    marks: nodes.map(({ id, name }) => ({ at: at(id), name, outline: outlineOf(id) })),
    colours,
  };
}

function least(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}
