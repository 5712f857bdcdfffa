import { memo, useEffect, useMemo, useState } from "react";
import type { CitationMatrixAnswer } from "../../generated/citation-matrix.ts";
import { NodeLink } from "../../parts/links.tsx";
import { counted, dateText, number } from "../../words.ts";

/** A statement with what it cites: a column of the picture. */
export type MatrixStatement = CitationMatrixAnswer["citationMatrix"][number];
type Cell = MatrixStatement["cells"][number];

interface GridProps {
  readonly statements: readonly MatrixStatement[];
  readonly open: (instrument: string, statement: string) => void;
}

interface Line {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly total: number;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** Instruments down, the most cited first, statements across by year; a cell is the darker the more often. */
export const Grid = memo(function Grid({ statements, open }: GridProps) {
  const lines = useMemo(() => linesOf(statements), [statements]);
  const drawn = useSteps(lines.length);
  const years = [...Map.groupBy(statements, ({ issuedOn }) => issuedOn?.slice(0, 4) ?? "no day")];
  return (
    <div
      className="matrix-scroll"
      role="region"
      aria-label="Citation matrix"
      aria-busy={drawn < lines.length}
      tabIndex={0}
    >
      <table className="matrix">
        <caption className="hidden">Times that each statement cites each instrument</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="matrix-corner">
              {counted(lines.length, "instrument")}
            </th>
            {years.map(([year, group]) => (
              <th key={year} scope="colgroup" colSpan={group.length} className="matrix-year">
                {year}
              </th>
            ))}
            <th scope="col" rowSpan={2} className="right">
              All
            </th>
          </tr>
          <tr>
            {statements.map(({ id, name, issuedOn, textRead }) => (
              <th
                key={id}
                scope="col"
                className={`matrix-statement matrix-read-${textRead}`}
                title={`${name}, ${dateText(issuedOn)}; text read: ${textRead}`}
              >
                <NodeLink id={id} name={shortName(id)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, drawn).map((line) => (
            <MatrixLine key={line.id} line={line} statements={statements} open={open} />
          ))}
        </tbody>
      </table>
    </div>
  );
});

/** Lines that are drawn at once: fifty columns of them keep the page free for less than a tenth of a second. */
const step = 12;

/** How many of the lines stand so far: a large matrix comes line by line, so that the page answers meanwhile. */
function useSteps(total: number): number {
  const [drawn, setDrawn] = useState(step);
  useEffect(() => {
    if (drawn >= total) return;
    const next = setTimeout(() => {
      setDrawn(drawn + step);
    });
    return () => {
      clearTimeout(next);
    };
  }, [drawn, total]);
  return Math.min(drawn, total);
}

interface MatrixLineProps extends GridProps {
  readonly line: Line;
}

const MatrixLine = memo(function MatrixLine({ line: { id, name, total, cells }, statements, open }: MatrixLineProps) {
  return (
    <tr>
      <th scope="row">
        <NodeLink id={id} name={name} />
      </th>
      {statements.map((statement) => (
        <MatrixCell key={statement.id} cell={cells.get(statement.id)} statement={statement} name={name} open={open} />
      ))}
      <td className="right">{number(total)}</td>
    </tr>
  );
});

interface MatrixCellProps {
  readonly cell: Cell | undefined;
  readonly statement: MatrixStatement;
  readonly name: string;
  readonly open: (instrument: string, statement: string) => void;
}

function MatrixCell({ cell, statement, name, open }: MatrixCellProps) {
  if (!cell)
    return (
      <td className="matrix-none">
        {statement.complete ? "" : <span title="Not known: the text was not read whole">·</span>}
      </td>
    );
  const says = `${name} in ${statement.name}: ${counted(cell.times, "time")}${cell.basis === "report" ? ", reported" : ""}`;
  return (
    <td
      className={`matrix-cell matrix-shade-${Math.min(cell.times, 4)}${cell.basis === "report" ? " matrix-reported" : ""}`}
    >
      <button
        type="button"
        aria-label={says}
        title={says}
        onClick={() => {
          open(cell.instrument, statement.id);
        }}
      >
        {number(cell.times)}
      </button>
    </td>
  );
}

function linesOf(statements: readonly MatrixStatement[]): readonly Line[] {
  const lines = new Map<string, { name: string; kind: string; total: number; cells: Map<string, Cell> }>();
  for (const { id, cells } of statements) {
    for (const cell of cells) {
      const line = lines.get(cell.instrument) ?? {
        name: cell.abbreviation ?? cell.name,
        kind: cell.kind,
        total: 0,
        cells: new Map<string, Cell>(),
      };
      line.total += cell.times;
      line.cells.set(id, cell);
      lines.set(cell.instrument, line);
    }
  }
  return [...lines]
    .map(([id, line]) => ({ id, ...line }))
    .sort((a, b) => b.total - a.total || a.name.localeCompare(b.name));
}

/** The key of a statement's id as its heading: `ADMM-PLUS 12`. */
function shortName(id: string): string {
  const [, series = id, rest = ""] = /^statement:(.*?)-(\d.*)$/.exec(id) ?? [];
  const short = `${series.toUpperCase()} ${rest}`;
  return short.length > 20 ? `${short.slice(0, 19)}…` : short;
}
