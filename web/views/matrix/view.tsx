import { useCallback, useMemo } from "react";
import { addressOf, placeOf } from "../../addresses.ts";
import { useAskRows } from "../../ask/use-ask-rows.ts";
import { useAsk } from "../../ask/use-ask.ts";
import { useParameter } from "../../frame/use-parameter.ts";
import { matrixCell } from "../../generated/matrix-cell.ts";
import { citationMatrix as citationMatrixQuestion } from "../../generated/citation-matrix.ts";
import { Bar } from "../../parts/bar.tsx";
import { AddressLink, NodeLink } from "../../parts/links.tsx";
import { Page, Section } from "../../parts/page.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import { Answered, Nothing } from "../../parts/states.tsx";
import { Table } from "../../parts/table.tsx";
import type { Column } from "../../parts/table.tsx";
import { counted, dateText } from "../../words.ts";
import { Filters } from "./filters.tsx";
import { Grid } from "./grid.tsx";
import type { MatrixStatement } from "./grid.tsx";
import "./view.css";

interface CitationRow {
  readonly statement: MatrixStatement;
  readonly cell: MatrixStatement["cells"][number];
}

const columns: readonly Column<CitationRow>[] = [
  {
    key: "issuedOn",
    title: "Issued",
    value: ({ statement }) => statement.issuedOn,
    show: ({ statement }) => dateText(statement.issuedOn),
  },
  {
    key: "statement",
    title: "Statement",
    value: ({ statement }) => statement.id,
    show: ({ statement }) => <NodeLink id={statement.id} name={statement.name} />,
  },
  {
    key: "instrument",
    title: "Instrument",
    value: ({ cell }) => cell.instrument,
    show: ({ cell }) => <NodeLink id={cell.instrument} name={cell.name} />,
  },
  { key: "kind", title: "Kind", value: ({ cell }) => cell.kind },
  { key: "times", title: "Times", value: ({ cell }) => cell.times, align: "right" },
  { key: "parts", title: "Parts", value: ({ cell }) => cell.parts.join("; ") || null },
  { key: "manners", title: "Manners", value: ({ cell }) => cell.manners.join("; ") || null },
  { key: "basis", title: "Basis", value: ({ cell }) => cell.basis },
];

/** Which statement cites which instrument, as a picture and as a table. */
export function MatrixView() {
  const [series] = useParameter("series");
  const [from] = useParameter("from");
  const [to] = useParameter("to");
  const [kind] = useParameter("kind");
  const [part] = useParameter("part");
  const [manner] = useParameter("manner");
  const [order] = useParameter("order");
  const [cell, setCell] = useParameter("cell");
  const listed = (value: string) => (value === "" ? null : [value]);
  const variables = {
    series: series || null,
    from: from || null,
    to: to || null,
    kind: listed(kind),
    part: listed(part),
    manner: listed(manner),
  };
  const asked = useAskRows(citationMatrixQuestion, variables, ({ citationMatrix }) => citationMatrix);
  const statements = useMemo(() => inOrder(asked.answer?.data ?? [], order), [asked.answer, order]);
  const rows = statements.flatMap((statement) => statement.cells.map((one) => ({ statement, cell: one })));
  const open = useCallback(
    (instrument: string, statement: string) => {
      setCell(`${instrument}~${statement}`);
    },
    [setCell],
  );
  const [instrument = "", statement = ""] = cell.split("~");
  const footnote = `ASEAN Defence Graph, citation matrix, ${asked.answer?.revision ?? "no revision"}`;
  return (
    <Page
      kind="Citations"
      title="Which statement cites which instrument"
      summary={
        asked.answer
          ? `${counted(statements.length, "statement")} and ${counted(new Set(rows.map((row) => row.cell.instrument)).size, "instrument")}, ${counted(rows.length, "pair")}. A dot is not an absence: the text was not read whole.`
          : " "
      }
      bar={
        <Bar
          operation={citationMatrixQuestion}
          variables={variables}
          footnote={footnote}
          table={{ name: "citation-matrix", columns, rows }}
        />
      }
    >
      <Filters />
      <Answered asked={asked} what="the citation matrix">
        {() =>
          rows.length === 0 ? (
            <Nothing>
              No citation fits these filters; {counted(statements.length, "statement")} of the series and years were
              searched.
            </Nothing>
          ) : (
            <Grid statements={statements} open={open} />
          )
        }
      </Answered>
      {rows.length > 0 && (
        <Section id="table" title="The same as a table">
          <Table
            name="pairs"
            caption="Statements and instruments"
            columns={columns}
            rows={rows}
            rowKey={(row) => `${row.statement.id} ${row.cell.instrument}`}
            empty=""
          />
        </Section>
      )}
      {cell !== "" && (
        <CellSheet
          names={namesOf(rows)}
          instrument={instrument}
          statement={statement}
          close={() => {
            setCell("");
          }}
        />
      )}
    </Page>
  );
}

interface CellSheetProps {
  readonly instrument: string;
  readonly statement: string;
  /** Names of what the matrix shows, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly close: () => void;
}

/** The clauses of one cell, with the words around the citation. */
function CellSheet({ instrument, statement, names, close }: CellSheetProps) {
  const asked = useAsk(matrixCell, { instrument, statement });
  return (
    <Sheet title="Where it is cited" close={close}>
      <p>
        <NodeLink id={instrument} name={names.get(instrument) ?? instrument} /> in{" "}
        <NodeLink id={statement} name={names.get(statement) ?? statement} />
      </p>
      <Answered asked={asked} what="its clauses">
        {({ mentionsInContext }) => (
          <ol className="claims">
            {mentionsInContext.map(
              ({ clause, locator, verb, role, part, before, words, after, surface, summary, basis }, index) => (
                <li key={index} className="claim">
                  <p>
                    {clause === null ? (
                      <bdi>{locator ?? "place not known"}</bdi>
                    ) : (
                      <AddressLink address={addressOf(clause) ?? "/"} text={placeOf(clause)} />
                    )}{" "}
                    <span className="quiet">
                      {[part, verb?.toLowerCase(), role, basis === "report" ? "reported, text not read" : null]
                        .filter(Boolean)
                        .join(" · ")}
                    </span>
                  </p>
                  <p className="matrix-words">
                    {words === null ? (
                      <bdi>{surface === null ? summary : `“${surface}”`}</bdi>
                    ) : (
                      <bdi>
                        {before}
                        <strong>{words}</strong>
                        {after}
                      </bdi>
                    )}
                  </p>
                </li>
              ),
            )}
          </ol>
        )}
      </Answered>
    </Sheet>
  );
}

/** The newest first, or the oldest; those whose day is not known come last. */
function inOrder(statements: readonly MatrixStatement[], order: string): readonly MatrixStatement[] {
  const dated = statements.filter(({ issuedOn }) => issuedOn !== null);
  const undated = statements.filter(({ issuedOn }) => issuedOn === null);
  return [...(order === "oldest" ? dated : dated.toReversed()), ...undated];
}

function namesOf(rows: readonly CitationRow[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ statement, cell }) => [
      [statement.id, statement.name] as const,
      [cell.instrument, cell.name] as const,
    ]),
  );
}
