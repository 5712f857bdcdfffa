import { useFollow } from "../frame/use-follow.ts";
import { useParameter } from "../frame/use-parameter.ts";
import { dateText, periodText } from "../words.ts";
import "./time-chart.css";

/** One event on a time axis: a day, or what holds for a time. */
export interface TimeEvent {
  readonly key: string;
  /** The lane that it stands in. */
  readonly lane: string;
  readonly title: string;
  /** First and last day that the beginning can mean, YYYY-MM-DD. */
  readonly from: { readonly text: string; readonly earliest: string; readonly latest: string };
  /** The end likewise, null where it goes on or is not known. */
  readonly to: { readonly text: string; readonly earliest: string; readonly latest: string } | null;
  readonly period: boolean;
  /** What it is beside its day, in a word: planned, reported. Such a day is drawn hollow. */
  readonly hollow: string | null;
  readonly address: string;
}

interface TimeChartProps {
  readonly label: string;
  readonly events: readonly TimeEvent[];
}

const width = 1_000;
const left = 150;
const rowHeight = 20;
/** Width that a letter of a bar's title takes on average. */
const letter = 5.8;
/** Letters of a title that stand beside a bar at most. */
const longest = 44;
/** A title stands in its bar if so much of it does; else beside it. */
const enough = 0.7;
/** An axis of more years than this can be cut to the later ones. */
const manyYears = 20;

/** Turns a day into a place on the axis; what is before its beginning stands at the beginning. */
type Place = (day: number) => number;

/** Events on one axis of time, a lane a kind: bars for what holds for a time (thin where its bounds are not certain), dots for days. */
export function TimeChart({ label, events }: TimeChartProps) {
  const [since, setSince] = useParameter("since");
  if (events.length === 0) return null;
  const firstOfAll = yearOf(Math.min(...events.map(({ from }) => dayNumber(from.earliest))));
  const lastYear = Math.max(firstOfAll + 1, yearOf(Math.max(...events.map(lastDay))) + 1);
  const firstYear = Math.min(lastYear - 1, Math.max(firstOfAll, Number(since) || firstOfAll));
  const start = yearStart(firstYear);
  const shown = events.filter((event) => lastDay(event) >= start || (event.period && event.to === null));
  return (
    <>
      {lastYear - firstOfAll > manyYears && (
        <label className="time-since">
          <span>The axis begins in</span>
          <select
            value={firstYear}
            onChange={({ target }) => {
              setSince(target.value === String(firstOfAll) ? "" : target.value);
            }}
          >
            {Array.from({ length: lastYear - firstOfAll }, (_, index) => firstOfAll + index).map((year) => (
              <option key={year}>{year}</option>
            ))}
          </select>
          {shown.length < events.length && (
            <span>{events.length - shown.length} earlier ones are in the table only</span>
          )}
        </label>
      )}
      <div className="time-scroll" role="region" aria-label={label} tabIndex={0}>
        <Drawing label={label} events={shown} firstYear={firstYear} lastYear={lastYear} />
      </div>
    </>
  );
}

interface DrawingProps extends TimeChartProps {
  readonly firstYear: number;
  /** The year after the last one. */
  readonly lastYear: number;
}

function Drawing({ label, events, firstYear, lastYear }: DrawingProps) {
  const [start, end] = [yearStart(firstYear), yearStart(lastYear)];
  const x: Place = (day) =>
    left + ((Math.min(end, Math.max(start, day)) - start) / (end - start)) * (width - left - 10);
  let y = 26;
  const lanes = [...Map.groupBy(events, ({ lane }) => lane)].map(([lane, items]) => {
    const rows = packed(items.map((event) => markOf(event, x, end)));
    const top = y;
    y += rows.length * rowHeight + 10;
    return { lane, rows, top };
  });
  const step = Math.max(1, Math.ceil((lastYear - firstYear) / 14));
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index).filter(
    (year) => (year - firstYear) % step === 0 && x(yearStart(year)) < width - 40,
  );
  return (
    <svg
      className="time-chart"
      viewBox={`0 0 ${width} ${y + 6}`}
      role="group"
      aria-label={`${label}; the table below says the same`}
    >
      {years.map((year) => (
        <g key={year}>
          <line x1={x(yearStart(year))} x2={x(yearStart(year))} y1={18} y2={y} className="time-line" />
          <text x={x(yearStart(year)) + 3} y={13} className="time-year">
            {year}
          </text>
        </g>
      ))}
      {lanes.map(({ lane, rows, top }) => (
        <g key={lane}>
          <line x1={0} x2={width} y1={top - 4} y2={top - 4} className="time-line" />
          <text x={0} y={top + 12} className="time-lane">
            {lane}
          </text>
          {rows.flatMap((row, index) =>
            row.map((mark) => <EventMark key={mark.event.key} mark={mark} y={top + index * rowHeight} />),
          )}
        </g>
      ))}
    </svg>
  );
}

/** How an event is drawn: in pixels along the axis. */
interface EventShape {
  readonly event: TimeEvent;
  /** From the first to the last pixel that it takes, its title included. */
  readonly takes: readonly [from: number, to: number];
  /** The days that it may hold; for a dot both are its middle. */
  readonly may: readonly [from: number, to: number];
  /** The days that it certainly holds. */
  readonly sure: readonly [from: number, to: number];
  readonly title: { readonly text: string; readonly at: number; readonly where: "inside" | "after" | "before" } | null;
}

function markOf(event: TimeEvent, x: Place, end: number): EventShape {
  const { from, to, period } = event;
  const begin = x(dayNumber(from.earliest));
  if (!period) {
    const middle = (begin + x(dayNumber(from.latest))) / 2;
    return { event, takes: [middle - 6, middle + 6], may: [middle, middle], sure: [middle, middle], title: null };
  }
  const stop = to ? x(dayNumber(to.latest)) : x(end);
  const bounds = [x(dayNumber(from.latest)), to ? x(dayNumber(to.earliest)) : stop] as const;
  const sure = [Math.min(...bounds), Math.max(...bounds)] as const;
  const may = [begin, Math.max(begin + 3, stop)] as const;
  const room = Math.floor((sure[1] - sure[0] - 8) / letter);
  const shape = { event, may, sure };
  if (room >= event.title.length * enough)
    return { ...shape, takes: may, title: { text: shortened(event.title, room), at: sure[0] + 5, where: "inside" } };
  const text = shortened(event.title, longest);
  const needs = text.length * letter + 8;
  if (may[1] + needs <= width)
    return { ...shape, takes: [may[0], may[1] + needs], title: { text, at: may[1] + 4, where: "after" } };
  return { ...shape, takes: [may[0] - needs, may[1]], title: { text, at: may[0] - 4, where: "before" } };
}

function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

function EventMark({ mark: { event, may, sure, title }, y }: { readonly mark: EventShape; readonly y: number }) {
  const { from, to, period, hollow, address } = event;
  const follow = useFollow();
  const says = `${event.title}, ${period ? periodText(from.text, to?.text) : dateText(from.text)}${hollow ? `, ${hollow}` : ""}`;
  if (!period) {
    return (
      <a href={address} onClick={follow}>
        <title>{says}</title>
        <circle cx={may[0]} cy={y + 8} r={5} className={hollow ? "time-dot time-hollow" : "time-dot"} />
      </a>
    );
  }
  return (
    <a href={address} onClick={follow}>
      <title>{says}</title>
      <rect x={may[0]} width={may[1] - may[0]} y={y + 5} height={6} className="time-unsure" />
      <rect
        x={sure[0]}
        width={Math.max(2, sure[1] - sure[0])}
        y={y}
        height={16}
        className={to ? "time-bar" : "time-bar time-open"}
      />
      {title && (
        <text x={title.at} y={y + 12} className={`time-text time-${title.where}`}>
          {title.text}
        </text>
      )}
    </a>
  );
}

/** Puts events into as few rows as they need so that none stands on another. */
function packed(marks: readonly EventShape[]): readonly (readonly EventShape[])[] {
  const rows: { until: number; readonly marks: EventShape[] }[] = [];
  for (const mark of marks.toSorted((a, b) => a.takes[0] - b.takes[0])) {
    const [from, until] = mark.takes;
    const row = rows.find((one) => one.until + 2 <= from);
    if (row) {
      row.marks.push(mark);
      row.until = until;
    } else rows.push({ until, marks: [mark] });
  }
  return rows.map((row) => row.marks);
}

function lastDay({ from, to }: TimeEvent): number {
  return dayNumber(to?.latest ?? from.latest);
}

/** Days since 1970 of a day, YYYY-MM-DD. */
function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

function yearStart(year: number): number {
  return dayNumber(`${String(year).padStart(4, "0")}-01-01`);
}

function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}
