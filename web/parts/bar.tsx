import { useState } from "react";
import { graphiqlAddress, queryToCopy } from "../ask/operation.ts";
import type { Query } from "../ask/operation.ts";
import { copyText, download } from "./copy.ts";
import { csvText } from "./csv.ts";
import type { Column } from "./table.tsx";

/** What can be taken along from a view. */
export interface Takeaway<Row> {
  /** The query behind the view, with the variables it was asked with. */
  readonly operation: Query;
  readonly variables: object;
  /** The reference as an analyst puts it under a page, without the address. */
  readonly footnote: string;
  /** The view's main table; without one there is no CSV. */
  readonly table?: { readonly name: string; readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[] };
}

/** The bar of a view: copy link, copy footnote, copy GraphQL, open in GraphiQL, CSV. */
export function Bar<Row>({ operation, variables, footnote, table }: Takeaway<Row>) {
  const [said, setSaid] = useState("");
  const copy = async (what: string, text: string) => {
    setSaid((await copyText(text)) ? `${what} copied` : `The browser does not allow copying. Select it here: ${text}`);
  };
  const save = () => {
    if (!table) return;
    // The mark at the start tells spreadsheets that this is UTF-8.
    download(
      `${table.name}.csv`,
      new Blob(["\uFEFF", csvText(table.columns, table.rows)], { type: "text/csv;charset=utf-8" }),
    );
    setSaid(`${table.name}.csv saved`);
  };
  return (
    <div className="bar" role="group" aria-label="Take along">
      <button type="button" onClick={() => void copy("Link", location.href)}>
        Copy link
      </button>
      <button type="button" onClick={() => void copy("Footnote", `${footnote}. ${location.href}`)}>
        Copy footnote
      </button>
      <button type="button" onClick={() => void copy("GraphQL", queryToCopy(operation, variables))}>
        Copy GraphQL
      </button>
      <a href={graphiqlAddress(operation, variables)}>Open in GraphiQL</a>
      {table && (
        <button type="button" disabled={table.rows.length === 0} onClick={save}>
          CSV
        </button>
      )}
      <span role="status" className="bar-said">
        {said}
      </span>
    </div>
  );
}
