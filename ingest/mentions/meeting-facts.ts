import { isStatement, type Clause, type ClauseRole } from "../clauses/clause.ts";
import { kindOf } from "../ids.ts";
import type { Layout } from "../text/blocks.ts";
import { rawSpan } from "../text/view.ts";
import { takesPlace } from "./finders/events.ts";
import { clauseAt, startingIn, type Found, type Search } from "./found.ts";
import { meetingId, seriesOf } from "./meetings.ts";
import type { DocumentFacts } from "./mention.ts";
import { openingOf } from "./opening.ts";

export type MeetingFacts = Pick<DocumentFacts, "series" | "ordinal" | "meeting">;

/**
 * The meeting comes from the opening, the title or the adoption; a number in the body is another meeting. A report without
 * such words is about the series it names first and most.
 */
export function findMeeting(
  search: Search,
  layout: Layout,
  clauses: readonly Clause[],
  found: readonly Found[],
  date: string | null,
): MeetingFacts {
  const statement = clauses.some(({ part }) => part !== "other");
  const opening = openingOf(search, clauses);
  const own = found.flatMap((item) => occurrenceIn(search, clauses, opening, item) ?? []);
  const top =
    own.sort((a, b) => b.weight - a.weight)[0] ?? (statement ? undefined : mostNamed(search, clauses, found, date));
  if (!top) return { series: null, ordinal: null, meeting: null };
  const span = rawSpan(layout.view, { start: top.item.start, end: top.item.headEnd });
  const year = date === null ? null : Number(date.slice(0, 4));
  const meeting =
    top.meeting ?? (year === null || !isAbout(search, top) ? null : meetingId(search.registry, top.series, { year }));
  const ordinal = ordinalOf(search, meeting);
  const said = [top.item, ...found.filter(({ id, end }) => id === meeting && end <= leadEnd(search, clauses, 2))];
  return {
    series: { value: top.series, span, rule: top.rule },
    ordinal:
      ordinal === null || !said.some((item) => saysOrdinal(search, item))
        ? null
        : { value: ordinal, span, rule: top.rule },
    meeting,
  };
}

interface MeetingEvidence {
  readonly item: Found;
  readonly series: string;
  readonly meeting: string | null;
  readonly weight: number;
  readonly rule: string;
}

const meetingWeights: Readonly<Partial<Record<ClauseRole, number>>> = { opening: 8, title: 6, adoption: 4, heading: 2 };

function occurrenceIn(
  search: Search,
  clauses: readonly Clause[],
  opening: number,
  item: Found,
): MeetingEvidence | null {
  const at = clauseAt(search.clauses, item);
  const role = at === opening ? "opening" : clauses[at]?.role;
  const weight = role === undefined ? undefined : meetingWeights[role];
  const named = seriesNamed(search, item.id);
  if (weight === undefined || role === undefined || !named) return null;
  return { item, ...named, weight: weight + (named.meeting === null ? 0 : 1), rule: `${role}-series` };
}

function seriesNamed(search: Search, id: string): { series: string; meeting: string | null } | null {
  if (kindOf(id) !== "meeting") {
    const series = kindOf(id) === "series" ? seriesOf(search.registry, id) : null;
    return series === null ? null : { series, meeting: null };
  }
  const known = search.registry.records.meetings.find((meeting) => meeting.id === id)?.series;
  const series = known ?? id.replace(/^meeting:/, "series:").replace(/-\d+$/, "");
  return kindOf(series) === "series" ? { series, meeting: id } : null;
}

/** What the words around say of a meeting that the report is about: it takes or took place, and today. */
const occurring = 3;
const reportedToday = 4;

const stillToCome = /^,?\s+(?:which\s+)?(?:will|shall|is\s+to|are\s+to|is\s+scheduled|is\s+expected)\b/;

function newsValue({ text }: Search, { start, end }: Found): number {
  const rest = /^[^.;]{0,90}/.exec(text.slice(end, end + 90))?.[0] ?? "";
  if (!takesPlace(text, { start, end }) || stillToCome.test(rest)) return 1;
  return /\b(?:today|yesterday|here|concluded)\b/.test(rest) ? reportedToday : occurring;
}

/** End of the first paragraph, or of the second. */
function leadEnd(search: Search, clauses: readonly Clause[], paragraphs = 1): number {
  const own = search.clauses.filter((_, at) => clauses[at]?.role === "paragraph");
  return own[Math.min(paragraphs, own.length) - 1]?.end ?? 0;
}

/** Longest time between a meeting and a report on it, in days. */
const nearDays = 4;

/** True where the registry has the meeting on the day of the report, or close to it. */
function isNear({ registry }: Search, meeting: string | null, date: string | null): boolean {
  const held = registry.records.meetings.find(({ id }) => id === meeting)?.heldOn;
  if (held?.length !== 10 || date?.length !== 10) return false;
  return Math.abs(Date.parse(held) - Date.parse(date)) <= nearDays * 86_400_000;
}

/** Longest time between a report and a meeting that it may be about, in days. */
const topicalDays = 200;

/**
 * True where a meeting is not the one of a report: it was held long before or after, or in a report without a date, behind
 * its first paragraphs, the text says the day of it.
 */
function isHistory(
  { registry }: Search,
  found: readonly Found[],
  item: Found,
  meeting: string | null,
  date: string | null,
  lead: number,
): boolean {
  const held = registry.records.meetings.find(({ id }) => id === meeting)?.heldOn;
  if (date?.length === 10)
    return held?.length === 10 && Math.abs(Date.parse(held) - Date.parse(date)) > topicalDays * 86_400_000;
  return item.end > lead && startingIn(found, item.end, item.end + 60).some(({ id }) => id.startsWith("date:"));
}

/** Series that a report names most, the first on a tie; occurrences count for their series, reported ones for more. */
function mostNamed(
  search: Search,
  clauses: readonly Clause[],
  found: readonly Found[],
  date: string | null,
): MeetingEvidence | undefined {
  const lead = leadEnd(search, clauses);
  const counts = new Map<string, { count: number; evidence: MeetingEvidence }>();
  for (const item of found) {
    const named = seriesNamed(search, item.id);
    if (!named) continue;
    const known = counts.get(named.series);
    const value = isHistory(search, found, item, named.meeting, date, leadEnd(search, clauses, 2))
      ? 1
      : Math.max(newsValue(search, item), item.end <= lead && isNear(search, named.meeting, date) ? occurring : 0);
    const meeting = value > 1 && search.kind !== "background_page" ? named.meeting : null;
    const evidence = { item, series: named.series, meeting, weight: 0, rule: "most-named-series" };
    const better = known === undefined || (known.evidence.meeting === null && meeting !== null);
    counts.set(named.series, {
      count: (known?.count ?? 0) + value,
      evidence: better ? evidence : known.evidence,
    });
  }
  const ranked = [...counts.values()].sort((a, b) => b.count - a.count);
  return ranked[0]?.evidence;
}

function ordinalOf({ registry }: Search, meeting: string | null): number | null {
  const known = registry.records.meetings.find(({ id }) => id === meeting);
  if (known) return known.ordinal ?? null;
  const number = Number(/-(\d+)$/.exec(meeting ?? "")?.[1] ?? Number.NaN);
  return number < 1000 ? number : null;
}

function saysOrdinal({ text }: Search, item: Found): boolean {
  if (/^(?=[VX]|II)[XVI]+\s/.test(text.slice(item.start, item.start + 9))) return true;
  if (/\s(?:ke-?\s?|lần thứ )\d{1,3}/iu.test(text.slice(item.start, item.end))) return true;
  return /^(?:\d{1,3}(?:st|nd|rd|th|e|er|ère|ème)|\p{L}+(?:st|nd|rd|th)|\p{L}+-\p{L}+th|Inaugural|inception)\b/iu.test(
    text.slice(item.start, item.start + 24),
  );
}

/** A report on a series as such (a background page) is about no meeting. */
function isAbout({ kind }: Search, evidence: MeetingEvidence): boolean {
  return isStatement(kind) || (kind !== "background_page" && evidence.series !== "");
}
