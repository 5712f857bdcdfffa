import { useParams } from "@tanstack/react-router";
import { graphAddress, addressOf } from "../../addresses.ts";
import { useAsk } from "../../ask/use-ask.ts";
import { instrumentLife } from "../../generated/instrument-life.ts";
import type { InstrumentLifeAnswer } from "../../generated/instrument-life.ts";
import { Bar } from "../../parts/bar.tsx";
import { NodeLink, NodeLinks } from "../../parts/links.tsx";
import { MentionsSection } from "../../parts/mentions.tsx";
import { AnsweredPage, Facts, NotThere, Page, Section } from "../../parts/page.tsx";
import { MoreOf } from "../../parts/more-of.tsx";
import { Table } from "../../parts/table.tsx";
import { TimeChart } from "../../parts/time-chart.tsx";
import type { TimeEvent } from "../../parts/time-chart.tsx";
import { Value } from "../../parts/why.tsx";
import { capital, counted, dateText } from "../../words.ts";
import { citationColumns, companyColumns, partyColumns, seriesColumns, yearColumns } from "./tables.tsx";
import type { Life } from "./tables.tsx";

type Instrument = InstrumentLifeAnswer["instruments"][number];

/** An instrument: its life line, who cites it how, its company, its parties. */
export function InstrumentView() {
  const { key } = useParams({ from: "/instrument/$key" });
  const id = `instrument:${key}`;
  const asked = useAsk(instrumentLife, { instrument: id });
  return (
    <AnsweredPage asked={asked} what={`the instrument ${key}`}>
      {({ instruments: [instrument], instrumentLife: life }) =>
        instrument && life ? (
          <Whole key={id} instrument={instrument} life={life} revision={asked.answer?.revision ?? null} />
        ) : (
          <NotThere id={id} />
        )
      }
    </AnsweredPage>
  );
}

interface WholeProps {
  readonly instrument: Instrument;
  readonly life: Life;
  readonly revision: string | null;
}

function Whole({ instrument, life, revision }: WholeProps) {
  const { id, name } = instrument;
  const bar = (
    <Bar
      operation={instrumentLife}
      variables={{ instrument: id }}
      footnote={`${name}, citations in ASEAN defence statements, ASEAN Defence Graph, ${revision ?? "no revision"}`}
      table={{ name: id.replace(":", "-"), columns: citationColumns, rows: life.citations }}
    />
  );
  return (
    <Page kind={capital(life.kind)} title={name} summary={summaryOf(life)} bar={bar}>
      <InstrumentFacts instrument={instrument} life={life} />
      <Section
        id="life"
        title="Its life line"
        note="One sign a statement that cites it; hollow where somebody reports the citation and the text itself was not read."
      >
        <TimeChart label={`Statements that cite ${name}`} events={eventsOf(life)} />
        <Table
          name="citations"
          caption="Statements that cite it"
          columns={citationColumns}
          rows={life.citations}
          rowKey={({ statement }) => statement.id}
          empty="No statement that was read, or that somebody reports on, cites it."
        />
      </Section>
      {life.series.length > 0 && (
        <Section
          id="series"
          title="By series"
          note="Established: every text before (or after) was read whole. Lower bound: it is cited since then (or until then) at least."
        >
          <Table
            name="series"
            caption="By series"
            columns={seriesColumns}
            rows={life.series}
            rowKey={({ series }) => series.id}
            empty=""
          />
        </Section>
      )}
      {life.years.length > 0 && (
        <Section
          id="years"
          title="By year"
          note="Where a statement of the year was not read whole, no citation means that none is known."
        >
          <Table
            name="years"
            caption="By year"
            columns={yearColumns}
            rows={life.years}
            rowKey={({ year }) => year}
            empty=""
          />
        </Section>
      )}
      <Section id="company" title="The company it keeps">
        <Table
          name="company"
          caption="Instruments cited beside it"
          columns={companyColumns}
          rows={life.company}
          rowKey={({ instrument: other }) => other.id}
          empty="No other instrument is cited beside it."
          pageSize={10}
        />
      </Section>
      <Section id="parties" title="Parties">
        <Table
          name="parties"
          caption="Parties"
          columns={partyColumns(id)}
          rows={life.parties}
          rowKey={({ party }) => party.id}
          empty="No party is recorded: many instruments of the field have none."
        />
      </Section>
      <MentionsSection id={id} />
    </Page>
  );
}

function summaryOf({ statements, times, first, firstStanding, last, lastStanding }: Life): string {
  if (!first) return "No statement is known to cite it.";
  const sure = (standing: string, words: string) =>
    standing === "established" ? "" : ` (${words} at least: not every text was read whole)`;
  const since = `first on ${dateText(first.issuedOn)}${sure(firstStanding, "since then")}`;
  const until =
    last && last.statement.id !== first.statement.id
      ? `, last on ${dateText(last.issuedOn)}${sure(lastStanding, "until then")}`
      : "";
  return `Cited ${counted(times, "time")} by ${counted(statements, "statement")}: ${since}${until}.`;
}

/** One sign a statement, in the lane of its series. */
function eventsOf({ citations }: Life): readonly TimeEvent[] {
  return citations.flatMap(({ statement, series, issuedOn, basis, parts, verbs }) => {
    if (issuedOn === null) return [];
    const day = {
      text: issuedOn,
      earliest: issuedOn.padEnd(10, "-01").slice(0, 10),
      latest: issuedOn.padEnd(10, "-01").slice(0, 10),
    };
    const how = [parts.join(", "), verbs.join(", ").toLowerCase()].filter((text) => text !== "").join(": ");
    return [
      {
        key: statement.id,
        lane: laneOf(series[0]?.name ?? "others"),
        title: `${statement.name}${how === "" ? "" : ` (${how})`}`,
        from: day,
        to: null,
        period: false,
        hollow: basis === "report" ? "reported" : null,
        address: addressOf(statement.id) ?? graphAddress(statement.id),
      },
    ];
  });
}

/** The series' name as far as there is room for it beside the axis. */
function laneOf(name: string): string {
  const short = name.replace("ASEAN Defence Ministers' Meeting", "ADMM").replaceAll(" ", " ");
  return short.length > 24 ? `${short.slice(0, 23)}…` : short;
}

function InstrumentFacts({ instrument, life }: { readonly instrument: Instrument; readonly life: Life }) {
  const { id, aliases, symbol, officialPage, disputed, confidence } = instrument;
  const about = { of: id, disputed, confidence };
  const links = [
    ["Adopted at", life.adoptedAt],
    ["Takes the place of", life.succeeds],
    ["Its place is taken by", life.succeededBy],
    ["Amends", life.amends],
    ["Amended by", life.amendedBy],
    ["Sets up or proposes", life.establishes],
  ] as const;
  return (
    <>
      <Facts
        facts={[
          {
            label: "Status",
            value: (
              <Value {...about} property="status">
                {life.status}
              </Value>
            ),
          },
          {
            label: "Adopted",
            value: (
              <Value {...about} property="adoptedOn">
                {dateText(life.adoptedOn)}
              </Value>
            ),
          },
          life.inForceOn !== null && {
            label: "In force",
            value: (
              <Value {...about} property="inForceOn">
                {dateText(life.inForceOn)}
              </Value>
            ),
          },
          life.abbreviation !== null && { label: "Short form", value: life.abbreviation },
          symbol !== null && { label: "Symbol", value: <bdi>{symbol}</bdi> },
          life.first && { label: "First known citation", value: <NodeLink {...life.first.statement} /> },
          ...links.map(([label, nodes]) => nodes.length > 0 && { label, value: <NodeLinks nodes={nodes} /> }),
          officialPage !== null &&
            /^https?:/.test(officialPage) && {
              label: "Official page",
              value: (
                <a href={officialPage} rel="noreferrer noopener" target="_blank">
                  <bdi>{new URL(officialPage).host}</bdi>
                </a>
              ),
            },
          aliases.length > 0 && {
            label: "Also named",
            wide: true as const,
            value: (
              <bdi>
                {aliases.slice(0, 8).join("; ")}
                {aliases.length > 8 ? " …" : ""}
              </bdi>
            ),
          },
        ]}
      />
      <MoreOf id={id} />
    </>
  );
}
