import { addressOf, graphAddress } from "../../addresses.ts";
import type { ThingTimelineAnswer } from "../../generated/thing-timeline.ts";
import { NodeLink, NodeLinks } from "../../parts/links.tsx";
import { Mark } from "../../parts/mark.tsx";
import type { Column } from "../../parts/table.tsx";
import type { TimeEvent } from "../../parts/time-chart.tsx";
import { WhyButton } from "../../parts/why.tsx";
import { laneOf } from "./event-words.ts";
import { dateText, listText, periodText } from "../../words.ts";

/** One event as the API tells it. */
export type TimelineRow = ThingTimelineAnswer["timeline"][number];

/** The events of a thing that have a day, as the chart draws them. */
export function shownEvents(rows: readonly TimelineRow[], id: string): readonly TimeEvent[] {
  return rows.flatMap((row, index) => {
    const { from, fromEarliest, fromLatest, to, toEarliest, toLatest } = row;
    if (from === null || fromEarliest === null || fromLatest === null) return [];
    return [
      {
        key: String(index),
        lane: laneOf(row.kind),
        title: chartTitle(row, id),
        from: { text: from, earliest: fromEarliest, latest: fromLatest },
        to:
          to === null || toEarliest === null || toLatest === null
            ? null
            : { text: to, earliest: toEarliest, latest: toLatest },
        period: row.period,
        hollow: row.status === "planned" || row.status === "announced" ? row.status : null,
        address: addressOf(row.id) ?? graphAddress(row.id),
      },
    ];
  });
}

/** For a term its co-chairs, for an office who held it: what tells the bars of one lane apart. */
function chartTitle({ kind, title, actors }: TimelineRow, id: string): string {
  const others = actors.filter((actor) => actor.id !== id);
  if (kind === "term" && others.length === 0) return "Co-chairs not known";
  return others.length > 0 && barsOfActors.has(kind) ? others.map(({ name }) => name).join(", ") : title;
}

/** Kinds whose bars are told apart by who acts in them. */
const barsOfActors: ReadonlySet<string> = new Set(["term", "tenure"]);

/** How the events stand in the table. */
export const eventColumns: readonly Column<TimelineRow>[] = [
  {
    key: "from",
    title: "When",
    value: ({ from }) => from,
    show: ({ from, to, period, lastSeen, status }) => (
      <>
        {from === null && to === null
          ? "–"
          : period
            ? periodText(from, to)
            : to
              ? `${dateText(from)} – ${dateText(to)}`
              : dateText(from)}
        {lastSeen && <div className="quiet small">last seen {dateText(lastSeen)}</div>}
        {(status === "announced" || status === "planned") && (
          <>
            {" "}
            <Mark standing="announced" />
          </>
        )}
      </>
    ),
  },
  { key: "kind", title: "What", value: ({ kind }) => kind },
  {
    key: "title",
    title: "Name",
    value: ({ title }) => title,
    show: ({ id, title, within, disputed }) => (
      <>
        <NodeLink id={id} name={title} />
        {within && !title.includes(within.name) && (
          <div className="quiet small">
            <NodeLink id={within.id} name={within.name} />
          </div>
        )}
        {disputed.length > 0 && (
          <>
            {" "}
            <Mark standing="disputed" />
          </>
        )}{" "}
        {!id.startsWith("clause:") && <WhyButton of={id} property="" />}
      </>
    ),
  },
  {
    key: "actors",
    title: "Who",
    value: ({ actors }) => listText(actors.map(({ name }) => name)) || null,
    show: ({ actors }) => <NodeLinks nodes={actors} />,
  },
  {
    key: "places",
    title: "Where",
    value: ({ places }) => listText(places.map(({ name }) => name)) || null,
    show: ({ places }) => <NodeLinks nodes={places} />,
  },
  { key: "detail", title: "As", value: ({ detail }) => detail },
  { key: "to", title: "Until", value: ({ to }) => to, show: ({ to }) => dateText(to) },
];
