import { useRouterState } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { placeOf } from "../../addresses.ts";
import type { MarkedSpan } from "../../parts/pieces.ts";
import { MarkedText } from "../../parts/marked-text.tsx";
import { NodeLink } from "../../parts/links.tsx";
import { copyText } from "../../parts/copy.ts";
import { Nothing } from "../../parts/states.tsx";
import type { StatementClausesAnswer } from "../../generated/statement-clauses.ts";
import { capital, counted } from "../../words.ts";
import { MoreCitations } from "./more-citations.tsx";
import "./document.css";

/** One clause with what it cites and names. */
export type ClauseEdge = StatementClausesAnswer["statements"][number]["clausesConnection"]["edges"][number];
type Clause = ClauseEdge["node"];
type Citation = Clause["citesConnection"]["edges"][number];

interface ClausesProps {
  readonly clauses: readonly ClauseEdge[];
  readonly textLoaded: boolean;
  /** What it cites and the comparable statement before it does not, by id, with how sure that is. */
  readonly added?: ReadonlyMap<string, string>;
}

const nothing: ReadonlyMap<string, string> = new Map();

/** A document clause by clause in reading order, with what each cites and names beside it. */
export function Clauses({ clauses, textLoaded, added = nothing }: ClausesProps) {
  const hash = useRouterState({ select: ({ location }) => location.hash });
  useEffect(() => {
    if (hash !== "") document.getElementById(hash)?.scrollIntoView({ block: "start" });
  }, [hash]);
  if (clauses.length === 0) return <Nothing>Its clauses are not here: the text was not read clause by clause.</Nothing>;
  return (
    <>
      <p className="legend">
        <span className="span span-citation">Citation</span> <span className="span span-mention">Other mention</span>
        {!textLoaded && (
          <span className="quiet">
            The text itself is not loaded: each clause is summed up in the project’s own words.
          </span>
        )}
      </p>
      <ol className="clauses">
        {clauses.map(({ node }) => (
          <ClauseItem key={node.id} clause={node} target={placeOf(node.id) === hash} added={added} />
        ))}
      </ol>
    </>
  );
}

const parts: Readonly<Record<string, string>> = { preambular: "Preambular", operative: "Operative" };

interface ClauseItemProps {
  readonly clause: Clause;
  readonly target: boolean;
  readonly added: ReadonlyMap<string, string>;
}

function ClauseItem({ clause, target, added }: ClauseItemProps) {
  const [bright, setBright] = useState<string | null>(null);
  const { id, part, role, number, lead, start, text, summary, citesConnection, mentionsConnection } = clause;
  const place = placeOf(id);
  const label =
    part in parts && role === "clause"
      ? `${parts[part] ?? ""} ${place.replace(/^\D+/, "")}`
      : capital(role.replaceAll("_", " "));
  const spans = [
    ...spansOf(citesConnection.edges, "citation", start),
    ...spansOf(mentionsConnection.edges, "mention", start),
  ];
  return (
    <li id={place} className={`clause clause-${part}${target ? " is-target" : ""}`}>
      <div className="clause-head">
        <a href={`#${place}`} className="clause-label">
          {label}
          {number !== null && <span className="quiet"> ({number})</span>}
        </a>
        {lead !== null && <span className="clause-lead">{lead}</span>}
        <CopyFootnote footnote={clause.reference.footnote} place={place} />
      </div>
      <div className="clause-text">
        {text !== null ? (
          <MarkedText text={text} spans={spans} bright={bright} />
        ) : (
          <p className="clause-summary">
            <bdi>{summary ?? "The text of this clause is not loaded."}</bdi>
          </p>
        )}
        {text !== null && summary !== null && (
          <p className="clause-sum quiet small">
            <bdi>{summary}</bdi>
          </p>
        )}
      </div>
      <div className="clause-side">
        {citesConnection.edges.length > 0 && (
          <ul className="plain" aria-label="Cites">
            {citesConnection.edges.map(({ node, properties }) => (
              <li
                key={`${node.id} ${properties.start ?? ""}`}
                className="side-cite"
                onMouseEnter={() => {
                  setBright(node.id);
                }}
                onMouseLeave={() => {
                  setBright(null);
                }}
              >
                <NodeLink id={node.id} name={node.name} />
                <span className="quiet small">
                  {" "}
                  {[
                    properties.verb?.toLowerCase(),
                    properties.role,
                    text === null && properties.surface ? `“${properties.surface}”` : null,
                    properties.basis === "report" ? "reported" : null,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
                {added.has(node.id) && (
                  <>
                    {" "}
                    <a href="#changes" className="tag">
                      {added.get(node.id) === "established" ? "new" : "perhaps new"}
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
        {citesConnection.totalCount > citesConnection.edges.length && (
          <MoreCitations clause={id} total={citesConnection.totalCount} shown={citesConnection.edges.length} />
        )}
        {mentionsConnection.edges.length > 0 && (
          <details>
            <summary>{counted(mentionsConnection.totalCount, "other mention")}</summary>
            <ul className="plain small">
              {mentionsConnection.edges.map(({ node, properties }) => (
                <li
                  key={`${node.id} ${properties.start}`}
                  onMouseEnter={() => {
                    setBright(node.id);
                  }}
                  onMouseLeave={() => {
                    setBright(null);
                  }}
                >
                  <NodeLink id={node.id} name={node.name} />{" "}
                  <span className="quiet">
                    “<bdi>{properties.surface}</bdi>”
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}

interface Edge {
  readonly properties: { readonly start: number | null; readonly end: number | null };
  readonly node: { readonly id: string; readonly name: string };
}

function spansOf(edges: readonly Edge[], kind: MarkedSpan["kind"], offset: number): readonly MarkedSpan[] {
  return edges.flatMap(({ properties: { start, end }, node }) =>
    start === null || end === null
      ? []
      : [{ start: start - offset, end: end - offset, kind, id: node.id, name: node.name }],
  );
}

function CopyFootnote({ footnote, place }: { readonly footnote: string; readonly place: string }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    const address = new URL(`#${place}`, location.href).href;
    setSaid((await copyText(`${footnote}. ${address}`)) ? "copied" : footnote);
  };
  return (
    <span className="clause-copy">
      <button type="button" className="why" aria-label={`Copy the footnote of ${footnote}`} onClick={() => void copy()}>
        footnote
      </button>
      <span role="status" className="quiet small">
        {said}
      </span>
    </span>
  );
}

/** One row a citation, in reading order: the table of a document. */
export interface CitationRow {
  readonly clause: Clause | null;
  readonly citation: {
    readonly node: Citation["node"];
    readonly properties: Omit<Citation["properties"], "start" | "end"> & {
      readonly start?: number | null;
      readonly end?: number | null;
      readonly locator?: string | null;
    };
  };
}

/** The citations of the clauses that are here. */
export function citationRows(clauses: readonly ClauseEdge[]): readonly CitationRow[] {
  return clauses.flatMap(({ node }) => node.citesConnection.edges.map((citation) => ({ clause: node, citation })));
}
