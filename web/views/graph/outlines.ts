import { kindOf } from "../../addresses.ts";

interface Outline {
  /** Name of the shape on the screen, as cytoscape calls it. */
  readonly shape: string;
  /** The same around 0 0, as the path data of SVG. */
  readonly path: string;
}

/** A shape a kind, so that kinds do not hang on colour. */
const outlines: Readonly<Record<string, Outline>> = {
  clause: { shape: "rectangle", path: "M-7-7h14v14h-14z" },
  country: { shape: "diamond", path: "M0-8 8 0 0 8-8 0z" },
  instrument: { shape: "round-rectangle", path: "M-4-7h8q3 0 3 3v8q0 3-3 3h-8q-3 0-3-3v-8q0-3 3-3z" },
  meeting: { shape: "ellipse", path: "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z" },
  person: { shape: "triangle", path: "M0-7 7 7-7 7z" },
  statement: { shape: "round-tag", path: "M-7-7h9l5 7-5 7h-9z" },
  "working-group": { shape: "hexagon", path: "M-4-7h8l4 7-4 7h-8l-4-7z" },
};

/** What every other kind has. */
const other: Outline = { shape: "octagon", path: "M-3-7h6l4 4v6l-4 4h-6l-4-4v-6z" };

/** Shape of a node on the screen, by its id. */
export function shapeOf(id: string): string {
  return (outlines[kindOf(id)] ?? other).shape;
}

/** Outline of a node in a file, by its id: path data around 0 0. */
export function outlineOf(id: string): string {
  return (outlines[kindOf(id)] ?? other).path;
}
