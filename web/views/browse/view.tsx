import { useParams } from "@tanstack/react-router";
import { useAskAll } from "../../ask/use-ask-all.ts";
import { Lost } from "../../frame/lost.tsx";
import { Bar } from "../../parts/bar.tsx";
import { Page } from "../../parts/page.tsx";
import { Answered } from "../../parts/states.tsx";
import { Table } from "../../parts/table.tsx";
import { browseKinds } from "./kinds.tsx";
import type { BrowseKind } from "./kinds.tsx";

/** All things of one kind. */
export function BrowseView() {
  const { kind } = useParams({ from: "/browse/$kind" });
  const found = Object.hasOwn(browseKinds, kind) ? browseKinds[kind as keyof typeof browseKinds] : undefined;
  if (!found) return <Lost />;
  return <KindTable key={kind} name={kind} kind={found as unknown as BrowseKind<NamedRow>} />;
}

interface NamedRow {
  readonly node: { readonly id: string };
}

function KindTable<Row extends NamedRow>({ name, kind }: { readonly name: string; readonly kind: BrowseKind<Row> }) {
  const { title, summary, operation, columns } = kind;
  const asked = useAskAll(operation, {}, ({ page }) => page);
  const [first] = columns;
  // The database puts what has no day before the newest.
  const rows = (asked.answer?.data ?? []).toSorted(
    (a, b) => Number(first?.value(a) === null) - Number(first?.value(b) === null),
  );
  const footnote = `ASEAN Defence Graph, list of ${title.toLowerCase()}, ${asked.answer?.revision ?? "no revision"}`;
  const bar = <Bar operation={operation} variables={{}} footnote={footnote} table={{ name, columns, rows }} />;
  return (
    <Page kind="All of a kind" title={title} summary={summary} bar={bar}>
      <Answered asked={asked} what={title.toLowerCase()}>
        {() => (
          <Table
            name="list"
            caption={title}
            columns={columns}
            rows={rows}
            rowKey={({ node }) => node.id}
            pageSize={50}
            empty={`No ${title.toLowerCase()} are loaded.`}
          />
        )}
      </Answered>
    </Page>
  );
}
