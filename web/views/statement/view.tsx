import { Navigate, useParams } from "@tanstack/react-router";
import { useAskAll } from "../../ask/use-ask-all.ts";
import { useAsk } from "../../ask/use-ask.ts";
import type { Asked } from "../../ask/use-ask.ts";
import { citationChanges } from "../../generated/citation-changes.ts";
import type { CitationChangesAnswer } from "../../generated/citation-changes.ts";
import { statementClauses } from "../../generated/statement-clauses.ts";
import { statementHead } from "../../generated/statement-head.ts";
import type { StatementHeadAnswer } from "../../generated/statement-head.ts";
import { Bar } from "../../parts/bar.tsx";
import { NodeLinks } from "../../parts/links.tsx";
import { AnsweredPage, Facts, NotThere, Page, Section } from "../../parts/page.tsx";
import { Answered, TextRead } from "../../parts/states.tsx";
import { Table } from "../../parts/table.tsx";
import { Value } from "../../parts/why.tsx";
import { capital, counted, dateText } from "../../words.ts";
import { ChangesSection } from "./changes.tsx";
import { MoreOf } from "../../parts/more-of.tsx";
import { citationColumns } from "./citation-columns.tsx";
import { citationRows, Clauses } from "./document.tsx";
import type { ClauseEdge } from "./document.tsx";
import { Findings } from "./findings.tsx";

type Statement = StatementHeadAnswer["statements"][number];

/** A statement: what it is, its clauses with what they cite, and what is new in it. */
export function StatementView() {
  const { key } = useParams({ from: "/statement/$key" });
  const id = `statement:${key}`;
  const head = useAsk(statementHead, { id, report: `report:${key}` });
  const clauses = useAskAll(
    statementClauses,
    { id },
    ({ statements }) => statements[0]?.clausesConnection,
    "statements.clausesConnection",
  );
  const changes = useAsk(citationChanges, { statement: id });
  return (
    <AnsweredPage asked={head} what={`the statement ${key}`}>
      {({ statements: [statement], reports: [report] }) => {
        if (statement) return <Whole statement={statement} clauses={clauses} changes={changes} />;
        // The id of a clause does not say whether its document is a statement or a report.
        if (report) return <Navigate to="/report/$key" params={{ key }} hash={location.hash.slice(1)} replace />;
        return <NotThere id={id} />;
      }}
    </AnsweredPage>
  );
}

interface WholeProps {
  readonly statement: Statement;
  readonly clauses: ReturnType<typeof useAskAll<unknown, ClauseEdge, object>>;
  readonly changes: Asked<CitationChangesAnswer>;
}

function Whole({ statement, clauses, changes }: WholeProps) {
  const loose = statement.citesConnection.edges.map((citation) => ({ clause: null, citation }));
  const rows = [...citationRows(clauses.answer?.data ?? []), ...loose];
  const cited = new Set(rows.map(({ citation }) => citation.node.id)).size;
  const added = new Map(changes.answer?.data.citationChanges?.added.map(({ id, standing }) => [id, standing] as const));
  const bar = (
    <Bar
      operation={statementClauses}
      variables={{ id: statement.id }}
      footnote={statement.reference.footnote}
      table={{ name: `${statement.id.replace(":", "-")}-citations`, columns: citationColumns, rows }}
    />
  );
  const count = clauses.answer
    ? ` It has ${counted(clauses.answer.data.length, "clause")} here, which cite ${counted(cited, "instrument or statement", "instruments and statements")}.`
    : "";
  return (
    <Page
      kind={capital(statement.kind.replaceAll("_", " "))}
      title={statement.name}
      summary={`${statement.reference.footnote}.${count}`}
      bar={bar}
    >
      <TextRead textRead={statement.textRead} />
      <StatementFacts statement={statement} />
      <MoreOf id={statement.id} />
      <Section id="clauses" title="Clause by clause">
        <Answered asked={clauses} what="its clauses">
          {(all) => <Clauses clauses={all} textLoaded={statement.textLoaded} added={added} />}
        </Answered>
      </Section>
      <ChangesSection asked={changes} />
      <Section
        id="citations"
        title="All its citations"
        note="One row a citation, in reading order; those whose clause is not known come last."
      >
        <Table
          name="citations"
          caption="Citations"
          columns={citationColumns}
          rows={rows}
          rowKey={(_, index) => String(index)}
          empty="No citation is known of it."
        />
      </Section>
      <Findings copies={statement.copies} problems={statement.problems} />
    </Page>
  );
}

/** In whose name a statement speaks, by `authority`. */
const authorities: Readonly<Record<string, string>> = {
  consensus: "all who met, by consensus",
  chair: "the chair alone",
  subset: "some of those who met",
};

function StatementFacts({ statement }: { readonly statement: Statement }) {
  const {
    id,
    issuedOn,
    authority,
    disputed,
    confidence,
    issuedAt,
    issuedBySeries,
    issuedByCountries,
    joinedBy,
    issuedIn,
  } = statement;
  const about = { of: id, disputed, confidence };
  const issuers = [...issuedBySeries, ...issuedByCountries];
  const linked = (property: string, nodes: Statement["issuedAt"], none?: string) => (
    <Value of={id} property={property} disputed={disputed}>
      <NodeLinks nodes={nodes} {...(none && { none })} />
    </Value>
  );
  return (
    <Facts
      facts={[
        {
          label: "Issued",
          value: (
            <Value {...about} property="issuedOn">
              {dateText(issuedOn)}
            </Value>
          ),
        },
        { label: "At", value: linked("meeting", issuedAt, "no meeting is recorded") },
        { label: "In", value: linked("issuedIn", issuedIn, "not known") },
        {
          label: "Speaks for",
          value: (
            <Value {...about} property="authority">
              {authorities[authority] ?? authority}
            </Value>
          ),
        },
        issuers.length > 0 && { label: "In the name of", value: linked("issuedBy", issuers) },
        joinedBy.length > 0 && { label: "Joined by", value: linked("joinedBy", joinedBy) },
      ]}
    />
  );
}
