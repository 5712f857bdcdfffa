import { useRouterState } from "@tanstack/react-router";
import { useAskRows } from "../../ask/use-ask-rows.ts";
import { useAsk } from "../../ask/use-ask.ts";
import { thingHead } from "../../generated/thing-head.ts";
import { Bar } from "../../parts/bar.tsx";
import { AnsweredPage, NotThere, Page, Section } from "../../parts/page.tsx";
import { MoreOf } from "../../parts/more-of.tsx";
import { Answered, Nothing } from "../../parts/states.tsx";
import { Table } from "../../parts/table.tsx";
import { TimeChart } from "../../parts/time-chart.tsx";
import { capital, listText } from "../../words.ts";
import { timelineOf } from "./timeline.ts";
import type { AskedTimeline } from "./timeline.ts";
import { eventCount } from "./event-words.ts";
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
  const line = timelineOf(kind, id);
  const events = useAskRows(line.operation, line.variables, ({ timeline }) => timeline);
  return (
    <AnsweredPage asked={head} what={`the ${kind.replaceAll("-", " ")} ${decodeURIComponent(key)}`}>
      {({ entities: [thing] }) =>
        thing ? <Whole key={id} thing={thing} kind={kind} line={line} events={events} /> : <NotThere id={id} />
      }
    </AnsweredPage>
  );
}

interface WholeProps {
  readonly thing: Thing;
  readonly kind: string;
  readonly line: AskedTimeline;
  readonly events: ReturnType<typeof useAskRows<unknown, TimelineRow, object>>;
}

function Whole({ thing, kind, line, events }: WholeProps) {
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
          operation={line.operation}
          variables={line.variables}
          footnote={footnote}
          table={{ name: id.replace(":", "-"), columns: eventColumns, rows }}
        />
      }
    >
      <HeadFacts thing={thing} />
      <MoreOf id={id} />
      <Section id="time" title="Over the years">
        <Answered asked={events} what="its time line">
          {(all) =>
            all.length === 0 ? (
              <Nothing>
                No event of it is recorded: meetings, terms, offices, memberships, and statements that name it were
                searched.
              </Nothing>
            ) : (
              <TimeLine rows={all} name={name} id={id} />
            )
          }
        </Answered>
      </Section>
      <MentionsSection id={id} />
    </Page>
  );
}

interface TimeLineProps {
  readonly rows: readonly TimelineRow[];
  readonly id: string;
  readonly name: string;
}

function TimeLine({ rows, id, name }: TimeLineProps) {
  return (
    <>
      <TimeChart label={`${name} over the years`} events={shownEvents(rows, id)} />
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
  const kinds = [...Map.groupBy(rows, ({ kind }) => kind)].flatMap(([kind, items]) => eventCount(kind, items.length));
  const years = rows.flatMap(({ from }) => (from ? [from.slice(0, 4)] : [])).sort();
  const [first = "", last = ""] = [years[0], years.at(-1)];
  const when = first === "" ? "" : first === last ? `In ${first}: ` : `From ${first} to ${last}: `;
  return `${when}${listText(kinds)}.`;
}
