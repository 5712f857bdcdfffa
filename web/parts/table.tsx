import type { ReactNode } from "react";
import { useParameter, useParameters } from "../frame/use-parameter.ts";
import { counted, number } from "../words.ts";

/** One column of a table: `value` is what it is sorted, filtered and written as CSV by, `show` what stands in the cell. */
export interface Column<Row> {
  /** Name of the column in CSV and in the address. */
  readonly key: string;
  readonly title: string;
  readonly value: (row: Row) => string | number | null;
  readonly show?: (row: Row) => ReactNode;
  /** Numbers stand at the right. */
  readonly align?: "right";
  /** Ids and the like, which CSV has and the page does not show. */
  readonly csvOnly?: true;
}

interface TableProps<Row> {
  /** Short name, the same in every visit: keeps the table's place in the address apart from those of others. */
  readonly name: string;
  /** What the table holds, for those who do not see it; it is shown where `captionShown`. */
  readonly caption: string;
  readonly captionShown?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
  /** Id of a row in the page, for links to it. */
  readonly rowId?: (row: Row) => string | undefined;
  /** What was searched, in words, where there is no row. */
  readonly empty: string;
  readonly pageSize?: number;
}

/** A table that is sorted by its headings, filtered by a text and paged; all three stand in the address. */
export function Table<Row>({
  name,
  caption,
  captionShown = false,
  columns: all,
  rows,
  rowKey,
  rowId,
  empty,
  pageSize = 25,
}: TableProps<Row>) {
  const columns = all.filter(({ csvOnly }) => csvOnly !== true);
  const [sort, setSort] = useParameter(`${name}.sort`);
  const [find, setFind] = useParameter(`${name}.find`);
  const [pageText, setPage] = useParameter(`${name}.page`);
  const setAll = useParameters();
  if (rows.length === 0) return <p className="empty">{empty}</p>;
  const found = find === "" ? rows : rows.filter((row) => columns.some(({ value }) => contains(value(row), find)));
  const sorted = sortedRows(found, columns, sort);
  const pages = Math.max(1, Math.ceil(sorted.length / pageSize));
  const page = Math.min(pages, Math.max(1, Number(pageText) || 1));
  const shown = sorted.slice((page - 1) * pageSize, page * pageSize);
  return (
    <div className="table">
      {rows.length > 12 && (
        <label className="table-find">
          <span>Filter {number(rows.length)} rows</span>
          <input
            type="search"
            value={find}
            onChange={({ target }) => {
              setAll({ [`${name}.find`]: target.value, [`${name}.page`]: "" }, "replace");
            }}
          />
        </label>
      )}
      <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
        <table>
          <caption className={captionShown ? undefined : "hidden"}>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Heading
                  key={column.key}
                  column={column}
                  sort={sort}
                  setSort={(next) => {
                    setSort(next, "replace");
                  }}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr key={rowKey(row, index)} id={rowId?.(row)}>
                {columns.map(({ key, value, show, align }) => (
                  <td key={key} className={align}>
                    {show ? show(row) : <bdi>{value(row) ?? "–"}</bdi>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.length === 0 && (
        <p className="empty">
          No row holds “{find}”.{" "}
          <button
            type="button"
            onClick={() => {
              setFind("");
            }}
          >
            Show all {number(rows.length)}
          </button>
        </p>
      )}
      {pages > 1 && (
        <Pager
          page={page}
          pages={pages}
          size={pageSize}
          total={sorted.length}
          go={(next) => {
            setPage(next === 1 ? "" : String(next));
          }}
        />
      )}
    </div>
  );
}

interface HeadingProps<Row> {
  readonly column: Column<Row>;
  readonly sort: string;
  readonly setSort: (sort: string) => void;
}

function Heading<Row>({ column: { key, title, align }, sort, setSort }: HeadingProps<Row>) {
  const direction = sort === key ? "ascending" : sort === `-${key}` ? "descending" : "none";
  const next = direction === "none" ? key : direction === "ascending" ? `-${key}` : "";
  return (
    <th scope="col" aria-sort={direction} className={align}>
      <button
        type="button"
        onClick={() => {
          setSort(next);
        }}
      >
        {title}
        <span aria-hidden="true" className="sort-sign">
          {direction === "ascending" ? "▲" : direction === "descending" ? "▼" : ""}
        </span>
      </button>
    </th>
  );
}

interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  readonly total: number;
  readonly go: (page: number) => void;
}

function Pager({ page, pages, size, total, go }: PagerProps) {
  return (
    <nav className="pager" aria-label="Pages of the table">
      <button
        type="button"
        disabled={page === 1}
        onClick={() => {
          go(page - 1);
        }}
      >
        Previous
      </button>
      <span>
        {number((page - 1) * size + 1)}–{number(Math.min(total, page * size))} of {counted(total, "row")}
      </span>
      <button
        type="button"
        disabled={page === pages}
        onClick={() => {
          go(page + 1);
        }}
      >
        Next
      </button>
    </nav>
  );
}

/** Rows in the order of a column, `-` before its key for descending; empty cells last, and no key keeps the given order. */
function sortedRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: string): readonly Row[] {
  const column = columns.find(({ key }) => key === sort.replace(/^-/, ""));
  if (!column) return rows;
  const sign = sort.startsWith("-") ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [column.value(a), column.value(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * compare(left, right);
  });
}

const collator = new Intl.Collator("en", { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
}

function contains(value: string | number | null, text: string): boolean {
  return String(value ?? "")
    .toLowerCase()
    .includes(text.toLowerCase());
}
