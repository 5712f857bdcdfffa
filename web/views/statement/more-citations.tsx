import { useState } from "react";
import { useAskAll } from "../../ask/use-ask-all.ts";
import { clauseCitations } from "../../generated/clause-citations.ts";
import type { ClauseCitationsAnswer } from "../../generated/clause-citations.ts";
import { NodeLink } from "../../parts/links.tsx";
import { Answered } from "../../parts/states.tsx";
import { Table } from "../../parts/table.tsx";
import type { Column } from "../../parts/table.tsx";
import { counted, number } from "../../words.ts";

type Row = ClauseCitationsAnswer["clauses"][number]["citesConnection"]["edges"][number];

const columns: readonly Column<Row>[] = [
  {
    key: "name",
    title: "Cited",
    value: ({ node }) => node.name,
    show: ({ node }) => <NodeLink id={node.id} name={node.name} />,
  },
  { key: "surface", title: "Words", value: ({ properties }) => properties.surface },
  { key: "verb", title: "Verb", value: ({ properties }) => properties.verb },
  { key: "start", title: "From", value: ({ properties }) => properties.start, align: "right" },
];

interface MoreCitationsProps {
  readonly clause: string;
  readonly total: number;
  readonly shown: number;
}

/** All citations of a clause that has more of them than stand beside it, asked for when wanted. */
export function MoreCitations({ clause, total, shown }: MoreCitationsProps) {
  const [wanted, setWanted] = useState(false);
  const asked = useAskAll(
    clauseCitations,
    wanted ? { id: clause } : null,
    ({ clauses }) => clauses[0]?.citesConnection,
    "clauses.citesConnection",
  );
  if (!wanted) {
    return (
      <p className="small">
        {number(shown)} of {counted(total, "citation")} stand here.{" "}
        <button
          type="button"
          onClick={() => {
            setWanted(true);
          }}
        >
          Show all
        </button>
      </p>
    );
  }
  return (
    <Answered asked={asked} what={`all citations of ${clause}`}>
      {(rows) => (
        <Table
          name={clause}
          caption={`Citations of ${clause}`}
          columns={columns}
          rows={rows}
          rowKey={(_, index) => String(index)}
          empty="None."
        />
      )}
    </Answered>
  );
}
