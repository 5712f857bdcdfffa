import { useParams } from "@tanstack/react-router";
import { useAskRows } from "../../ask/use-ask-rows.ts";
import { meeting as meetingQuestion } from "../../generated/meeting.ts";
import type { MeetingAnswer } from "../../generated/meeting.ts";
import { Bar } from "../../parts/bar.tsx";
import { NodeLink } from "../../parts/links.tsx";
import { MentionsSection } from "../../parts/mentions.tsx";
import { AnsweredPage, Facts, NotThere, Page, Section } from "../../parts/page.tsx";
import { MoreOf } from "../../parts/more-of.tsx";
import { Table } from "../../parts/table.tsx";
import type { Column } from "../../parts/table.tsx";
import { Value, WhyButton } from "../../parts/why.tsx";
import { capital, counted, dateText, listText } from "../../words.ts";

type Meeting = MeetingAnswer["meetings"][number];
type Fact = MeetingAnswer["meetingRecord"][number];

/** What stands at the top of the record, and the property that proves it. */
const head: readonly (readonly [what: string, property: string])[] = [
  ["series", "series"],
  ["held on", "heldOn"],
  ["held until", "heldUntil"],
  ["announced for", "plannedOn"],
  ["place", "places"],
  ["mode", "mode"],
  ["host", "hostedBy"],
  ["chair", "chairedBy"],
  ["theme", "theme"],
  ["outcome", "outcome"],
  ["preceded by", "precededBy"],
  ["followed by", "precededBy"],
  ["on the margins of", "onMarginsOf"],
];

/** The outcome in words, by `outcome`. */
const outcomes: Readonly<Record<string, string>> = {
  adopted: "a text was adopted",
  "chair-only": "the chair alone issued a text",
  "not-agreed": "no text was agreed",
  "none-planned": "no text was planned",
  unknown: "not known",
};

/** The whole record of a meeting, each fact with its sources. */
export function MeetingView() {
  const { key } = useParams({ from: "/meeting/$key" });
  const id = `meeting:${key}`;
  const asked = useAskRows(meetingQuestion, { meeting: id }, ({ meetings, meetingRecord }) =>
    meetingRecord.map((fact) => ({ fact, meeting: meetings[0] })),
  );
  return (
    <AnsweredPage asked={asked} what={`the meeting ${key}`}>
      {(rows) => {
        const meeting = rows[0]?.meeting;
        return meeting ? (
          <Whole meeting={meeting} facts={rows.map(({ fact }) => fact)} revision={asked.answer?.revision ?? null} />
        ) : (
          <NotThere id={id} />
        );
      }}
    </AnsweredPage>
  );
}

interface WholeProps {
  readonly meeting: Meeting;
  readonly facts: readonly Fact[];
  readonly revision: string | null;
}

function Whole({ meeting, facts, revision }: WholeProps) {
  const { id, name } = meeting;
  const of = (what: string) => facts.filter((fact) => fact.what === what);
  const attended = of("attended");
  const texts = facts.filter(({ what }) =>
    ["statement", "report", "adopted", "proposed", "mandated", "on its margins"].includes(what),
  );
  const bar = (
    <Bar
      operation={meetingQuestion}
      variables={{ meeting: id }}
      footnote={`${name}, ASEAN Defence Graph, ${revision ?? "no revision"}`}
      table={{ name: id.replace(":", "-"), columns: factColumns, rows: facts }}
    />
  );
  return (
    <Page kind="Meeting" title={name} summary={summaryOf(meeting, of)} bar={bar}>
      <Facts
        facts={head.map(([what, property]) => {
          const found = of(what);
          return (
            found.length > 0 && {
              label: capital(what),
              value: (
                <Value of={id} property={property} disputed={found.some(({ disputed }) => disputed) ? [property] : []}>
                  {found.map((fact, index) => (
                    <span key={fact.id ?? fact.value}>
                      {index > 0 && ", "}
                      {factValue(fact)}
                    </span>
                  ))}
                </Value>
              ),
            }
          );
        })}
      />
      <MoreOf id={id} />
      <Section id="texts" title="Texts and decisions">
        <Table
          name="texts"
          caption="Texts and decisions"
          columns={factColumns}
          rows={texts}
          rowKey={(_, index) => String(index)}
          empty="No statement, report, adoption or meeting on its margins is recorded."
        />
      </Section>
      <Section
        id="attendance"
        title="Who attended"
        note="Attending makes no member; who is not listed is not known to have been there."
      >
        <Table
          name="attended"
          caption="Attendance"
          columns={attendanceColumns(id)}
          rows={attended}
          rowKey={(_, index) => String(index)}
          empty="No source that was read says who attended."
        />
      </Section>
      {of("disputed").length > 0 && (
        <Section id="disputes" title="Where sources disagree">
          <Table
            name="disputes"
            caption="Disputes"
            columns={factColumns}
            rows={of("disputed")}
            rowKey={(_, index) => String(index)}
            empty=""
          />
        </Section>
      )}
      <MentionsSection id={id} />
    </Page>
  );
}

function summaryOf({ outcome }: Meeting, of: (what: string) => readonly Fact[]): string {
  const held = of("held on")[0] ?? of("announced for")[0];
  const places = of("place").map(({ value }) => value);
  const hosts = of("host").map(({ value }) => value);
  const when = held
    ? `${held.what === "held on" ? "Held" : "Announced for"} ${dateText(held.value)}`
    : "The day is not known";
  const where = places.length > 0 ? ` in ${listText(places)}` : "";
  const by = hosts.length > 0 ? `, hosted by ${listText(hosts)}` : "";
  return `${when}${where}${by}; ${outcomes[outcome] ?? outcome}. ${counted(of("attended").length, "participant")} known by name or country.`;
}

function factValue({ value, id }: Fact) {
  if (id !== null) return <NodeLink id={id} name={value} />;
  return <bdi>{/^\d{4}(-\d\d){0,2}$/.test(value) ? dateText(value) : (outcomes[value] ?? value)}</bdi>;
}

const factColumns: readonly Column<Fact>[] = [
  { key: "what", title: "What", value: ({ what }) => what },
  { key: "value", title: "Value", value: ({ value }) => value, show: factValue },
  { key: "as", title: "Kind", value: (fact) => fact.as, show: (fact) => inWords(fact.as) },
  { key: "detail", title: "More", value: ({ detail }) => detail },
  { key: "textRead", title: "Text read", value: ({ textRead }) => textRead },
  { key: "id", title: "Id", value: ({ id }) => id, csvOnly: true },
  {
    key: "sources",
    title: "Sources",
    value: ({ sources }) => sources.join("; ") || null,
    show: ({ id, sources }) => (
      <>
        {sources.length} {id !== null && <WhyButton of={id} property="" />}
      </>
    ),
  },
];

/** A word of the schema as it reads in a table. */
function inWords(word: string | null) {
  return <bdi>{word?.replaceAll("_", " ") ?? "–"}</bdi>;
}

/** Who attended the meeting of that id. */
function attendanceColumns(meeting: string): readonly Column<Fact>[] {
  return [
    { key: "value", title: "Who", value: ({ value }) => value, show: factValue },
    { key: "as", title: "As", value: (fact) => fact.as },
    { key: "level", title: "Level", value: ({ level }) => level },
    { key: "presence", title: "Presence", value: ({ presence }) => presence },
    {
      key: "actingFor",
      title: "Acting for",
      value: ({ actingFor }) => actingFor?.name ?? null,
      show: ({ actingFor }) => (actingFor ? <NodeLink {...actingFor} /> : "–"),
    },
    {
      key: "sources",
      title: "Sources",
      value: ({ sources }) => sources.length,
      show: ({ id, sources }) => (
        <>
          {sources.length} <WhyButton of={meeting} property="attendees" end={id ?? undefined} />
        </>
      ),
    },
  ];
}
