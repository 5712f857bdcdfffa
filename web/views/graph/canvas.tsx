import type { Core, ElementDefinition } from "cytoscape";
import { useEffect, useRef } from "react";
import { coloursOf } from "./colours.ts";
import type { Colours } from "./colours.ts";
import type { Picture } from "./expansions.ts";
import { shapeOf } from "./outlines.ts";
import type { Point } from "./place-nodes.ts";

interface CanvasProps {
  readonly picture: Picture;
  readonly points: ReadonlyMap<string, Point>;
  readonly selected: string;
  readonly select: (id: string) => void;
}

/** The picture, drawn by cytoscape, which is loaded when it is first shown. */
export function Canvas({ picture, points, selected, select }: CanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const drawing = useRef<Core | null>(null);
  const stop = useRef<() => void>(() => undefined);
  const shown = useRef({ picture, points, selected, select });
  shown.current = { picture, points, selected, select };
  useEffect(() => {
    let gone = false;
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    const recolour = () => {
      if (place.current) drawing.current?.style(styleOf(coloursOf(place.current)));
    };
    void import("cytoscape").then(({ default: cytoscape }) => {
      if (gone || !place.current) return;
      const cy = cytoscape({
        container: place.current,
        style: styleOf(coloursOf(place.current)),
        minZoom: 0.03,
        maxZoom: 3,
      });
      cy.on("tap", "node", ({ target }: { target: { id: () => string } }) => {
        shown.current.select(target.id());
      });
      drawing.current = cy;
      stop.current = draw(cy, shown.current);
      scheme.addEventListener("change", recolour);
    });
    return () => {
      gone = true;
      scheme.removeEventListener("change", recolour);
      stop.current();
      drawing.current?.destroy();
      drawing.current = null;
    };
  }, []);
  useEffect(() => {
    if (!drawing.current) return;
    stop.current();
    stop.current = draw(drawing.current, { picture, points, selected });
  }, [picture, points, selected]);
  return (
    <div
      ref={place}
      className="graph-canvas __________cytoscape_container"
      role="img"
      aria-label={`${picture.nodes.length} nodes and ${picture.edges.length} edges; the table below says the same`}
    />
  );
}

function draw(
  cy: Core,
  { picture: { nodes, edges }, points, selected }: Pick<CanvasProps, "picture" | "points" | "selected">,
): () => void {
  const wanted = new Set([
    ...nodes.map(({ id }) => id),
    ...edges.map(({ from, relation, to }) => `${from} ${relation} ${to}`),
  ]);
  const added: ElementDefinition[] = [];
  cy.batch(() => {
    const gone = cy.elements().filter((element) => !wanted.has(element.id()));
    gone.remove();
    if (gone.nonempty()) cy.fit(undefined, 40);
    for (const { id, name } of nodes) {
      const there = cy.getElementById(id);
      const position = points.get(id) ?? { x: 0, y: 0 };
      const label = name.length > 64 ? `${name.slice(0, 63)}…` : name;
      if (there.nonempty()) there.position(position);
      else added.push({ group: "nodes", data: { id, name: label, shape: shapeOf(id) }, position });
    }
    for (const { from, relation, to } of edges) {
      const id = `${from} ${relation} ${to}`;
      if (cy.getElementById(id).empty()) added.push({ group: "edges", data: { id, source: from, target: to } });
    }
    cy.nodes().removeClass("at");
    cy.getElementById(selected).addClass("at");
  });
  return addInSteps(cy, added, selected);
}

/** Elements that are added at once: a thousand of them would hold the page up. */
const step = 250;

/** Adds nodes and then edges, some at a time, and shows all of the picture where there were any; the answer stops it. */
function addInSteps(cy: Core, added: readonly ElementDefinition[], selected: string): () => void {
  if (added.length === 0) return () => undefined;
  cy.add(added.slice(0, step));
  cy.getElementById(selected).addClass("at");
  cy.fit(undefined, 40);
  let stop: () => void = () => undefined;
  const next = setTimeout(() => {
    stop = addInSteps(cy, added.slice(step), selected);
  });
  return () => {
    clearTimeout(next);
    stop();
  };
}

function styleOf(colours: Colours) {
  return [
    {
      selector: "node",
      style: {
        shape: "data(shape)",
        label: "data(name)",
        width: 14,
        height: 14,
        "background-color": colours.accent,
        color: colours.ink,
        "font-size": 11,
        "text-valign": "bottom",
        "text-margin-y": 4,
        "min-zoomed-font-size": 7,
        "text-wrap": "wrap",
        "text-max-width": "130px",
      },
    },
    { selector: "node.at", style: { "background-color": colours.ink, width: 20, height: 20, "font-weight": "bold" } },
    { selector: "edge", style: { width: 1, "line-color": colours.rule, "curve-style": "haystack" } },
  ] as never;
}
