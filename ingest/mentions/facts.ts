import { kindOf } from "../ids.ts";
import type { Clause, ClauseRole } from "../clauses/clause.ts";
import { isStatement } from "../clauses/clause.ts";
import type { Layout } from "../text/blocks.ts";
import { rawSpan } from "../text/view.ts";
import { clauseAt, type Found, type Search } from "./found.ts";
import { takesPlace } from "./finders/events.ts";
import { meetingId, seriesOf } from "./meetings.ts";
import type { DocumentFacts, Fact } from "./mention.ts";

/**
 * What each role of a clause is worth as evidence of the day, the place and the meeting of a document; the best wins, the
 * earlier on a tie. A role that is not here proves nothing: a date in the body is history or future.
 */
const weights: Readonly<Partial<Record<ClauseRole, number>>> = {
  adoption: 10,
  opening: 8,
  date_line: 6,
  meta_line: 5,
  dateline: 4,
  title: 3,
  signature: 2,
};
/** The first paragraph of a chairman's statement, which tells when and where the meeting was held. */
const toldOpening = 7;
/** A dateline printed inside the first paragraph of a report. */
const openingParagraph = 4;
/** Longest dateline, in characters. */
const datelineLength = 70;

interface Evidence {
  readonly found: Found;
  readonly clause: Clause;
  readonly weight: number;
}

/** A document's title, meeting, day and place, each from the best evidence that the text gives. */
export function findFacts(
  search: Search,
  layout: Layout,
  clauses: readonly Clause[],
  found: readonly Found[],
): DocumentFacts {
  const evidence = gather(search, clauses, found);
  const fact = <T>(item: Evidence | undefined, value: (id: string) => T): Fact<T> | null =>
    item
      ? {
          value: value(item.found.id),
          span: rawSpan(layout.view, { start: item.found.start, end: item.found.headEnd }),
          rule: `${item.clause.role}-${kindOf(item.found.id) ?? "date"}`,
        }
      : null;
  const day = best(evidence, (item) => /^date:\d{4}-\d\d-\d\d$/.test(item.found.id), isDated);
  const city = best(evidence, ({ found: { id } }) => kindOf(id) === "place" && !isVenue(search, id), isPlaced);
  const statement = clauses.some(({ part }) => part !== "other");
  const country = best(evidence, ({ found: { id } }) => kindOf(id) === "country", statement ? isPlaced : isOfCountry);
  const date = fact(day, (id) => id.slice("date:".length));
  const cityFact = fact(city, (id) => id);
  return {
    title: titleFact(layout, clauses),
    ...meetingFacts(search, layout, clauses, found, date?.value ?? null),
    date,
    city: cityFact,
    country: fact(country, (id) => id) ?? countryOfPlace(search, cityFact),
  };
}

function gather(search: Search, clauses: readonly Clause[], found: readonly Found[]): Evidence[] {
  const firstParagraph = clauses.findIndex(({ role }) => role === "paragraph");
  let at = 0;
  return found.flatMap((item) => {
    while (at < clauses.length - 1 && (search.clauses[at]?.end ?? 0) < item.end) at++;
    const clause = clauses[at];
    const span = search.clauses[at];
    if (!clause || !span) return [];
    const inDateline =
      at === firstParagraph && item.start - span.start < datelineLength && isDatelined(search, span.start);
    const weight =
      weights[clause.role] ?? (inDateline ? openingParagraph : opensStatement(search, clauses, at) ? toldOpening : 0);
    return weight > 0 ? [{ found: item, clause, weight }] : [];
  });
}

/** True for the first paragraph of a statement that has no opening of its own. */
function opensStatement({ kind }: Search, clauses: readonly Clause[], at: number): boolean {
  return isStatement(kind) && at === clauses.findIndex(({ role }) => role === "paragraph" || role === "opening");
}

/** City, perhaps country and date, then a colon or dash. */
function isDatelined({ text }: Search, start: number): boolean {
  return /^\p{Lu}[\p{L} .'’-]{2,40}(?:,[^:–—]{2,50})?\s?(?::|--|–|—|-)\s/u.test(text.slice(start, start + 110));
}

function best(
  evidence: readonly Evidence[],
  isKind: (item: Evidence) => boolean,
  roleFits: (role: ClauseRole) => boolean,
): Evidence | undefined {
  return evidence
    .filter((item) => isKind(item) && roleFits(item.clause.role))
    .reduce<Evidence | undefined>((top, item) => (top && top.weight >= item.weight ? top : item), undefined);
}

const isDated = (role: ClauseRole) => role !== "title" && role !== "signature";
const isPlaced = (role: ClauseRole) => role !== "title" && role !== "meta_line" && role !== "signature";
/** A report is of the country whose ministry signs it; a statement is signed by all. */
const isOfCountry = (role: ClauseRole) => role === "signature" || isPlaced(role);

function isVenue({ registry }: Search, id: string): boolean {
  return registry.records.places.some((place) => place.id === id && place.kind === "venue");
}

function titleFact(layout: Layout, clauses: readonly Clause[]): Fact<string> | null {
  const clause = clauses.find(({ role }) => role === "title");
  if (!clause) return null;
  const span = { start: clause.start, end: clause.end };
  return { value: shownText(layout, clause), span, rule: "title" };
}

/** What a reader sees of a clause. */
function shownText({ view, blocks }: Layout, clause: Clause): string {
  const parts = blocks.filter((block) => {
    const start = view.starts[block.start] ?? 0;
    return start >= clause.start && start < clause.end;
  });
  return parts.map(({ start, end }) => view.text.slice(start, end)).join(" ");
}

function countryOfPlace({ registry }: Search, city: Fact<string> | null): Fact<string> | null {
  const country = registry.records.places.find(({ id }) => id === city?.value)?.country;
  return city && country !== undefined ? { value: country, span: city.span, rule: "country-of-city" } : null;
}

type MeetingFacts = Pick<DocumentFacts, "series" | "ordinal" | "meeting">;

/**
 * The meeting comes from the opening, the title or the adoption; a number in the body is another meeting. A report without
 * such words is about the series it names first and most.
 */
function meetingFacts(
  search: Search,
  layout: Layout,
  clauses: readonly Clause[],
  found: readonly Found[],
  date: string | null,
): MeetingFacts {
  const statement = clauses.some(({ part }) => part !== "other");
  const own = found.flatMap((item) => occurrenceIn(search, clauses, item) ?? []);
  const top = own.sort((a, b) => b.weight - a.weight)[0] ?? (statement ? undefined : mostNamed(search, found));
  if (!top) return { series: null, ordinal: null, meeting: null };
  const span = rawSpan(layout.view, { start: top.item.start, end: top.item.headEnd });
  const ordinal = ordinalOf(search, top.meeting);
  const year = date === null ? null : Number(date.slice(0, 4));
  const meeting =
    top.meeting ?? (year === null || !isAbout(search, top) ? null : meetingId(search.registry, top.series, { year }));
  return {
    series: { value: top.series, span, rule: top.rule },
    ordinal: ordinal === null || !saysOrdinal(search, top.item) ? null : { value: ordinal, span, rule: top.rule },
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

function occurrenceIn(search: Search, clauses: readonly Clause[], item: Found): MeetingEvidence | null {
  const at = clauseAt(search.clauses, item);
  const role = opensStatement(search, clauses, at) ? "opening" : clauses[at]?.role;
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
const occurring = 2;
const reportedToday = 4;

function newsValue({ text }: Search, { start, end }: Found): number {
  const rest = /^[^.;]{0,90}/.exec(text.slice(end, end + 90))?.[0] ?? "";
  if (!takesPlace(text, { start, end })) return 1;
  return /\b(?:today|yesterday|here|concluded)\b/.test(rest) ? reportedToday : occurring;
}

/** Series that a report names most, the first on a tie; occurrences count for their series, reported ones for more. */
function mostNamed(search: Search, found: readonly Found[]): MeetingEvidence | undefined {
  const counts = new Map<string, { count: number; evidence: MeetingEvidence }>();
  for (const item of found) {
    const named = seriesNamed(search, item.id);
    if (!named) continue;
    const known = counts.get(named.series);
    const value = newsValue(search, item);
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
  return /^(?:\d{1,3}(?:st|nd|rd|th)|\p{L}+(?:st|nd|rd|th)|\p{L}+-\p{L}+th|Inaugural|inception)\b/iu.test(
    text.slice(item.start, item.start + 24),
  );
}

/** A report on a series as such (a background page) is about no meeting. */
function isAbout({ kind }: Search, evidence: MeetingEvidence): boolean {
  return isStatement(kind) || (kind !== "background_page" && evidence.series !== "");
}
