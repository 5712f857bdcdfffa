import { useParams } from "@tanstack/react-router";
import { useAskAll } from "../../ask/use-ask-all.ts";
import { useAsk } from "../../ask/use-ask.ts";
import { reportClauses } from "../../generated/report-clauses.ts";
import { reportHead } from "../../generated/report-head.ts";
import type { ReportHeadAnswer } from "../../generated/report-head.ts";
import { Bar } from "../../parts/bar.tsx";
import { NodeLinks } from "../../parts/links.tsx";
import { AnsweredPage, Facts, NotThere, Page, Section } from "../../parts/page.tsx";
import { Answered } from "../../parts/states.tsx";
import { Value } from "../../parts/why.tsx";
import { capital, dateText } from "../../words.ts";
import { MoreOf } from "../../parts/more-of.tsx";
import { citationColumns } from "./citation-columns.tsx";
import { citationRows, Clauses } from "./document.tsx";
import type { ClauseEdge } from "./document.tsx";
import { Findings } from "./findings.tsx";

type Report = ReportHeadAnswer["reports"][number];

/** A report: what it is about, and its paragraphs with what they cite and name. */
export function ReportView() {
  const { key } = useParams({ from: "/report/$key" });
  const id = `report:${key}`;
  const head = useAsk(reportHead, { id });
  const clauses = useAskAll(
    reportClauses,
    { id },
    ({ reports }) => reports[0]?.clausesConnection,
    "reports.clausesConnection",
  );
  return (
    <AnsweredPage asked={head} what={`the report ${key}`}>
      {({ reports: [report] }) => (report ? <Whole report={report} clauses={clauses} /> : <NotThere id={id} />)}
    </AnsweredPage>
  );
}

interface WholeProps {
  readonly report: Report;
  readonly clauses: ReturnType<typeof useAskAll<unknown, ClauseEdge, object>>;
}

function Whole({ report, clauses }: WholeProps) {
  const {
    id,
    name,
    kind,
    issuedOn,
    disputed,
    confidence,
    reference,
    aboutMeetings,
    aboutSeries,
    textLoaded,
    copies,
    problems,
  } = report;
  const rows = citationRows(clauses.answer?.data ?? []);
  const bar = (
    <Bar
      operation={reportClauses}
      variables={{ id }}
      footnote={reference.footnote}
      table={{ name: `${id.replace(":", "-")}-citations`, columns: citationColumns, rows }}
    />
  );
  return (
    <Page kind={capital(kind.replaceAll("_", " "))} title={name} summary={`${reference.footnote}.`} bar={bar}>
      <Facts
        facts={[
          {
            label: "Issued",
            value: (
              <Value of={id} property="issuedOn" disputed={disputed} confidence={confidence}>
                {dateText(issuedOn)}
              </Value>
            ),
          },
          { label: "About", value: <NodeLinks nodes={[...aboutMeetings, ...aboutSeries]} none="not known" /> },
        ]}
      />
      <MoreOf id={id} />
      <Section id="clauses" title="Paragraph by paragraph">
        <Answered asked={clauses} what="its paragraphs">
          {(all) => <Clauses clauses={all} textLoaded={textLoaded} />}
        </Answered>
      </Section>
      <Findings copies={copies} problems={problems} />
    </Page>
  );
}
