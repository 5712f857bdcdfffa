import { useRouterState } from "@tanstack/react-router";
import { useAskRows } from "../../ask/use-ask-rows.ts";
import { useAsk } from "../../ask/use-ask.ts";
import { thingHead } from "../../generated/thing-head.ts";
import { thingTimeline } from "../../generated/thing-timeline.ts";
import { Bar } from "../../parts/bar.tsx";
import { NotThere, Page, Section } from "../../parts/page.tsx";
import { Answered, Nothing } from "../../parts/states.tsx";
import { Table } from "../../parts/table.tsx";
import { TimeChart } from "../../parts/time-chart.tsx";
import { WhyButton } from "../../parts/why.tsx";
import { graphAddress } from "../../addresses.ts";
import { AddressLink } from "../../parts/links.tsx";
import { capital, counted } from "../../words.ts";
import { eventColumns, shownEvents } from "./events.tsx";
import type { TimelineRow } from "./events.tsx";
import { HeadFacts } from "./head-facts.tsx";
import type { Thing } from "./head-facts.tsx";
import { MentionsSection } from "../../parts/mentions.tsx";

/** A country, a person, a working group …: what it took part in on one axis of time, and where texts name it. */
export function ThingView() {
  const [, kind = "", key = ""] = useRouterState({ select: ({ location }) => location.pathname }).split("/");
  const id = `${kind}:${decodeURIComponent(key)}`;
  const head = useAsk(thingHead, { id });
  const events = useAskRows(thingTimeline, { id }, ({ timeline }) => timeline);
  return (
    <Answered asked={head} what={`the ${kind.replaceAll("-", " ")}`}>
      {({ entities: [thing] }) =>
        thing ? <Whole key={id} thing={thing} kind={kind} events={events} /> : <NotThere id={id} />
      }
    </Answered>
  );
}

interface WholeProps {
  readonly thing: Thing;
  readonly kind: string;
  readonly events: ReturnType<typeof useAskRows<unknown, TimelineRow, object>>;
}

function Whole({ thing, kind, events }: WholeProps) {
  const { id, name } = thing;
  const rows = events.answer?.data ?? [];
  const footnote = `ASEAN Defence Graph, ${name} (${id}), ${events.answer?.revision ?? "no revision"}`;
  return (
    <Page
      kind={capital(kind.replaceAll("-", " "))}
      title={name}
      summary={events.answer ? summaryOf(name, rows) : " "}
      bar={
        <Bar
          operation={thingTimeline}
          variables={{ id, offset: 0 }}
          footnote={footnote}
          table={{ name: id.replace(":", "-"), columns: eventColumns, rows }}
        />
      }
    >
      <HeadFacts thing={thing} />
      <p className="small">
        <WhyButton of={id} property="" label="Everything that is claimed, with its sources" /> ·{" "}
        <AddressLink address={graphAddress(id)} text="What is around it, as a picture" />
      </p>
      <Section id="time" title="Over the years">
        <Answered asked={events} what="its time line">
          {(all) =>
            all.length === 0 ? (
              <Nothing>
                No event of it is recorded: meetings, terms, offices, memberships, and statements that name it were
                searched.
              </Nothing>
            ) : (
              <TimeLine rows={all} name={name} />
            )
          }
        </Answered>
      </Section>
      <MentionsSection id={id} />
    </Page>
  );
}

function TimeLine({ rows, name }: { readonly rows: readonly TimelineRow[]; readonly name: string }) {
  return (
    <>
      <TimeChart label={`${name} over the years`} events={shownEvents(rows)} />
      <Table
        name="events"
        caption={`${name} over the years`}
        columns={eventColumns}
        rows={rows}
        rowKey={(_, index) => String(index)}
        empty=""
      />
    </>
  );
}

function summaryOf(name: string, rows: readonly TimelineRow[]): string {
  if (rows.length === 0) return `Nothing dated is recorded of ${name}.`;
  const kinds = [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, items]) => `${kind} (${items.length})`);
  const years = rows.flatMap(({ from }) => (from ? [from.slice(0, 4)] : [])).sort();
  return `${counted(rows.length, "event")}${years.length > 0 ? ` from ${years[0] ?? ""} to ${years.at(-1) ?? ""}` : ""}: ${kinds.join(", ")}.`;
}
