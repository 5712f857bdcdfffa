import { useMemo, useState } from "react";
import { addressOf, kindOf } from "../../addresses.ts";
import { useAsk } from "../../ask/use-ask.ts";
import { useParameters, useParameter } from "../../frame/use-parameter.ts";
import { Bar } from "../../parts/bar.tsx";
import { download } from "../../parts/copy.ts";
import { AddressLink, NodeLink } from "../../parts/links.tsx";
import { AnsweredPage, NotThere, Page, Section } from "../../parts/page.tsx";
import { Answered } from "../../parts/states.tsx";
import { Table } from "../../parts/table.tsx";
import type { Column } from "../../parts/table.tsx";
import { capital, counted, propertyText } from "../../words.ts";
import { Canvas } from "./canvas.tsx";
import { coloursOf } from "./colours.ts";
import { drawingOf } from "./drawing.ts";
import { readExpansions, usePicture, writeExpansions } from "./expansions.ts";
import type { Expansion, GraphEdge, GraphNode, Picture } from "./expansions.ts";
import { pngOf } from "./png.ts";
import { placeNodes } from "./place-nodes.ts";
import { countsOperation, nameOf, relationsOf } from "./relations.ts";
import type { End } from "./relations.ts";
import { graphRoute } from "./route.ts";
import { svgText } from "./svg.ts";
import "./view.css";

/** What is around a node: opened relation by relation, with counts first; the back button takes the last step back. */
export function GraphView() {
  const { id } = graphRoute.useParams();
  const known = relationsOf(id).length > 0;
  const asked = useAsk(countsOperation(id), known ? { id } : null);
  if (!known) return <NotThere id={id} />;
  return (
    <AnsweredPage asked={asked} what={`what is around ${id}`}>
      {({ found: [first] }) =>
        first ? <Whole key={id} first={first} revision={asked.answer?.revision ?? null} /> : <NotThere id={id} />
      }
    </AnsweredPage>
  );
}

function Whole({ first, revision }: { readonly first: End; readonly revision: string | null }) {
  const [opened] = useParameter("open");
  const [at] = useParameter("at");
  const setAll = useParameters();
  const expansions = useMemo(() => readExpansions(opened), [opened]);
  const picture = usePicture(first, expansions);
  const { nodes, edges } = picture;
  const points = useMemo(() => placeNodes(nodes), [nodes.map(({ id }) => id).join(" ")]);
  const selected = nodes.find(({ id }) => id === at) ?? nodes[0];
  const open = (next: readonly Expansion[]) => {
    setAll({ open: writeExpansions(next), at: selected?.id ?? "" });
  };
  const name = nameOf(first);
  const rows = rowsOf(picture);
  const file = first.id.replace(":", "-");
  const [failed, setFailed] = useState("");
  const drawing = () => drawingOf(picture, points, coloursOf(document.body));
  const saveSvg = () => {
    download(`${file}.svg`, new Blob([svgText(drawing())], { type: "image/svg+xml" }));
  };
  const savePng = () => {
    pngOf(drawing()).then(
      (png) => {
        download(`${file}.png`, png);
      },
      () => {
        setFailed("This browser cannot make the PNG. Save the SVG instead.");
      },
    );
  };
  return (
    <Page
      kind="Neighbourhood"
      title={`Around ${name}`}
      summary={`${counted(nodes.length, "node")} and ${counted(edges.length, "edge")}. Choose what to open; the back button of the browser takes it back.`}
      bar={
        <Bar
          operation={countsOperation(first.id)}
          variables={{ id: first.id }}
          footnote={`ASEAN Defence Graph, what is around ${name} (${first.id}), ${revision ?? "no revision"}`}
          table={{ name: file, columns: edgeColumns, rows }}
        />
      }
    >
      <div className="graph">
        <div>
          <Canvas
            picture={picture}
            points={points}
            selected={selected?.id ?? ""}
            select={(id) => {
              setAll({ at: id }, "replace");
            }}
          />
          <p className="graph-tools">
            <button type="button" onClick={savePng}>
              PNG
            </button>{" "}
            <button type="button" onClick={saveSvg}>
              SVG
            </button>{" "}
            <span role="status" className="quiet small">
              {failed}
              {picture.asking ? "Asking for more …" : ""}
              {picture.failed ? `No answer: ${picture.failed.message}` : ""}
            </span>
          </p>
        </div>
        {selected && <Around node={selected} expansions={expansions} open={open} />}
      </div>
      <Section id="edges" title="The same as a table">
        <Table
          name="edges"
          caption="Edges"
          columns={edgeColumns}
          rows={rows}
          rowKey={({ from, relation, to }) => `${from} ${relation} ${to}`}
          empty="Nothing is opened yet: choose a relation above."
        />
      </Section>
      <Section id="nodes" title="Nodes">
        <ul className="graph-nodes">
          {nodes.slice(0, 300).map((node) => (
            <li key={node.id}>
              <button
                type="button"
                aria-pressed={node.id === selected?.id}
                onClick={() => {
                  setAll({ at: node.id }, "replace");
                }}
              >
                <bdi>{node.name}</bdi>
              </button>
            </li>
          ))}
        </ul>
        {nodes.length > 300 && (
          <p className="quiet">The first 300 of {nodes.length}; the others are in the table and in the picture.</p>
        )}
      </Section>
    </Page>
  );
}

interface AroundProps {
  readonly node: GraphNode;
  readonly expansions: readonly Expansion[];
  readonly open: (expansions: readonly Expansion[]) => void;
}

/** What is around one node, counted, to be opened and closed. */
function Around({ node: { id, name }, expansions, open }: AroundProps) {
  const asked = useAsk(countsOperation(id), relationsOf(id).length > 0 ? { id } : null);
  return (
    <aside className="graph-around" aria-label={`Around ${name}`}>
      <p className="kind">{capital(kindOf(id).replaceAll("-", " "))}</p>
      <h2>
        <NodeLink id={id} name={name} />
      </h2>
      {addressOf(id) !== null && (
        <p className="small">
          <AddressLink address={`/graph/${encodeURIComponent(id)}`} text="Start from here" />
        </p>
      )}
      <Answered asked={asked} what="what is around it">
        {({ found: [counts] }) => (
          <ul className="plain">
            {relationsOf(id).map((relation) => {
              const count = counts?.[`${relation}Connection`]?.totalCount ?? 0;
              const there = expansions.find((one) => one.id === id && one.relation === relation);
              if (count === 0) return null;
              const others = expansions.filter((one) => one !== there);
              const more = there && count > there.pages * 100;
              return (
                <li key={relation}>
                  <button
                    type="button"
                    aria-pressed={there !== undefined}
                    onClick={() => {
                      open(
                        there
                          ? more
                            ? [...others, { ...there, pages: there.pages + 1 }]
                            : others
                          : [...expansions, { id, relation, pages: 1 }],
                      );
                    }}
                  >
                    {capital(propertyText(relation))} <span className="quiet">{count}</span>{" "}
                    {there ? (more ? "· 100 more" : "· close") : ""}
                  </button>
                </li>
              );
            })}
          </ul>
        )}
      </Answered>
    </aside>
  );
}

type EdgeRow = GraphEdge & { readonly names: readonly [string, string] };

const edgeColumns: readonly Column<EdgeRow>[] = [
  {
    key: "from",
    title: "From",
    value: ({ from }) => from,
    show: ({ from, names }) => <NodeLink id={from} name={names[0]} />,
  },
  {
    key: "relation",
    title: "Relation",
    value: ({ relation }) => relation,
    show: ({ relation }) => propertyText(relation),
  },
  { key: "to", title: "To", value: ({ to }) => to, show: ({ to, names }) => <NodeLink id={to} name={names[1]} /> },
];

function rowsOf({ nodes, edges }: Picture): readonly EdgeRow[] {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return edges.map((edge) => ({ ...edge, names: [names.get(edge.from) ?? edge.from, names.get(edge.to) ?? edge.to] }));
}
