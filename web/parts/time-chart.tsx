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

/** Events on one axis of time, a lane a kind: bars for what holds for a time (thin where its bounds are not certain), dots for days. */
export function TimeChart({ label, events }: TimeChartProps) {
  if (events.length === 0) return null;
  const days = events.flatMap(({ from, to }) => [dayNumber(from.earliest), dayNumber(to?.latest ?? from.latest)]);
  const firstYear = yearOf(Math.min(...days));
  const lastYear = Math.max(firstYear + 1, yearOf(Math.max(...days)) + 1);
  const [start, end] = [yearStart(firstYear), yearStart(lastYear)];
  const x = (day: number) =>
    left + ((Math.min(end, Math.max(start, day)) - start) / (end - start)) * (width - left - 10);
  const lanes = [...Map.groupBy(events, ({ lane }) => lane)].map(([lane, items]) => ({
    lane,
    rows: packed(items, x, end),
  }));
  let y = 26;
  const placed = lanes.map(({ lane, rows }) => {
    const top = y;
    y += rows.length * rowHeight + 10;
    return { lane, rows, top };
  });
  const step = Math.max(1, Math.ceil((lastYear - firstYear) / 14));
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index).filter(
    (year) => (year - firstYear) % step === 0 && x(yearStart(year)) < width - 40,
  );
  return (
    <div className="time-scroll" role="region" aria-label={label} tabIndex={0}>
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
        {placed.map(({ lane, rows, top }) => (
          <g key={lane}>
            <line x1={0} x2={width} y1={top - 4} y2={top - 4} className="time-line" />
            <text x={0} y={top + 12} className="time-lane">
              {lane}
            </text>
            {rows.flatMap((row, index) =>
              row.map((event) => (
                <EventMark key={event.key} event={event} x={x} y={top + index * rowHeight} end={end} />
              )),
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}

interface EventMarkProps {
  readonly event: TimeEvent;
  readonly x: (day: number) => number;
  readonly y: number;
  readonly end: number;
}

function EventMark({ event, x, y, end }: EventMarkProps) {
  const { from, to, period, hollow, title, address } = event;
  const says = `${title}, ${period ? periodText(from.text, to?.text) : dateText(from.text)}${hollow ? `, ${hollow}` : ""}`;
  const begin = x(dayNumber(from.earliest));
  if (!period) {
    return (
      <a href={address}>
        <title>{says}</title>
        <circle
          cx={(begin + x(dayNumber(from.latest))) / 2}
          cy={y + 8}
          r={5}
          className={hollow ? "time-dot time-hollow" : "time-dot"}
        />
      </a>
    );
  }
  const stop = to ? x(dayNumber(to.latest)) : x(end);
  const [sureBegin, sureStop] = [x(dayNumber(from.latest)), to ? x(dayNumber(to.earliest)) : stop];
  const [textFrom, textTo] = [Math.min(sureBegin, sureStop), Math.max(sureBegin, sureStop)];
  const room = Math.floor((textTo - textFrom - 8) / 6);
  return (
    <a href={address}>
      <title>{says}</title>
      <rect x={begin} width={Math.max(3, stop - begin)} y={y + 5} height={6} className="time-unsure" />
      <rect
        x={Math.min(sureBegin, sureStop)}
        width={Math.max(2, Math.abs(sureStop - sureBegin))}
        y={y}
        height={16}
        className={to ? "time-bar" : "time-bar time-open"}
      />
      {room > 4 && (
        <text x={textFrom + 5} y={y + 12} className="time-text">
          {title.length > room ? `${title.slice(0, room - 1)}…` : title}
        </text>
      )}
    </a>
  );
}

/** Puts events into as few rows as they need so that none stands on another. */
function packed(
  events: readonly TimeEvent[],
  x: (day: number) => number,
  end: number,
): readonly (readonly TimeEvent[])[] {
  const rows: { until: number; readonly events: TimeEvent[] }[] = [];
  for (const event of events.toSorted((a, b) => a.from.earliest.localeCompare(b.from.earliest))) {
    const begin = x(dayNumber(event.from.earliest));
    const stop = event.period
      ? x(event.to ? dayNumber(event.to.latest) : end)
      : (begin + x(dayNumber(event.from.latest))) / 2 + 6;
    const row = rows.find(({ until }) => until + 2 <= begin - (event.period ? 0 : 6));
    if (row) {
      row.events.push(event);
      row.until = stop;
    } else rows.push({ until: stop, events: [event] });
  }
  return rows.map((row) => row.events);
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
