import { kindOf } from "../ids.ts";
import { isStatement, type Clause, type ClauseRole } from "../clauses/clause.ts";
import { findDates, findDaysOfMonth } from "../text/date-forms.ts";
import type { Span } from "../span.ts";
import type { Layout } from "../text/blocks.ts";
import { rawSpan, viewSpan } from "../text/view.ts";
import { overlapping, startingIn, type Found, type Search } from "./found.ts";
import { findMeeting } from "./meeting-facts.ts";
import type { DocumentFacts, Fact } from "./mention.ts";
import { openingOf } from "./opening.ts";

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
/** A date line with a clock: those who publish print it, not those who adopt. */
const publishedLine = 5;
/** The first paragraph of a chairman's statement, which tells when and where the meeting was held. */
const toldOpening = 7;
/** A dateline printed inside the first paragraph of a report. */
const openingParagraph = 4;
/** Where and when, in the first paragraph of a release or a news report without a dateline: `met in Jakarta on 15 November 2023`. */
const toldLead = 1;
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
  const isHost = ({ found: item, clause }: Evidence) =>
    kindOf(item.id) === "country" && isWhere(search, found, item, clause);
  const country = best(evidence, isHost, statement ? isPlaced : isOfCountry);
  const date = fact(day, (id) => id.slice("date:".length)) ?? datelineDay(search, layout, clauses, found);
  const countryFact = fact(country, (id) => id);
  const meeting = findMeeting(search, layout, clauses, found, date?.value ?? null);
  const cityFact =
    fact(city, (id) => id) ??
    (isStatement(search.kind)
      ? cityOfCountry(search, countryFact)
      : cityOfMeeting(search, layout, found, meeting.meeting));
  return {
    title: titleFact(layout, clauses),
    ...meeting,
    date,
    city: cityFact,
    country: countryFact ?? countryOfPlace(search, cityFact),
  };
}

function gather(search: Search, clauses: readonly Clause[], found: readonly Found[]): Evidence[] {
  const firstParagraph = clauses.findIndex(({ role }) => role === "paragraph");
  const datelined = datelinedAt(search, clauses);
  const opening = openingOf(search, clauses);
  let at = 0;
  return found.flatMap((item) => {
    while (at < clauses.length - 1 && (search.clauses[at]?.end ?? 0) < item.end) at++;
    const clause = clauses[at];
    const span = search.clauses[at];
    if (!clause || !span) return [];
    const inDateline = at === datelined && item.start - span.start < datelineLength;
    const told = at === opening ? toldOpening : at === firstParagraph && isToldLead(search, span, item) ? toldLead : 0;
    const published = clause.role === "date_line" && /\b\d{1,2}:\d{2}\b/.test(search.text.slice(span.start, span.end));
    const weight = published ? publishedLine : (weights[clause.role] ?? (inDateline ? openingParagraph : told));
    return weight > 0 ? [{ found: item, clause, weight }] : [];
  });
}

/** Paragraphs among which the one with the dateline is: a summary or the words under a picture may stand before it. */
const leadParagraphs = 4;

/** Index of the clause that begins with a dateline, or -1. Behind the first paragraph it must say a day. */
function datelinedAt(search: Search, clauses: readonly Clause[]): number {
  const paragraphs = search.clauses.flatMap(({ start }, at) =>
    clauses[at]?.role === "paragraph" ? { start, at } : [],
  );
  const found = paragraphs.slice(0, leadParagraphs).find(({ start }, index) => {
    const head = search.text.slice(start, start + datelineLength);
    return isDatelined(search, start) && (index === 0 || findDates(head).length + findDaysOfMonth(head).length > 0);
  });
  return found?.at ?? -1;
}

/** City, perhaps country, date and agency, then a colon or dash. */
function isDatelined({ text }: Search, start: number): boolean {
  return /^\p{Lu}[\p{L} .'’-]{2,40}(?:\s\[[^\]]{2,20}\])?(?:,[^:–—(]{2,50})?(?:\s?\([^)]{2,30}\))?\s?(?::|--|–|—|-)\s/u.test(
    text.slice(start, start + 110),
  );
}

/** Most days between a report's dateline and the meeting whose year it takes. */
const nearDays = 10;

/** `VIENTIANE, Nov. 20 (Agency) --`: a dateline without a year is of the year in which a meeting that is named was held near that day. */
function datelineDay(
  search: Search,
  layout: Layout,
  clauses: readonly Clause[],
  found: readonly Found[],
): Fact<string> | null {
  const first = search.clauses[datelinedAt(search, clauses)];
  if (!first) return null;
  const day = findDaysOfMonth(search.text.slice(first.start, Math.min(first.end, first.start + datelineLength)))[0];
  if (!day) return null;
  const span = rawSpan(layout.view, { start: first.start + day.start, end: first.start + day.end });
  for (const { id } of found) {
    const held = search.registry.records.meetings.find((meeting) => meeting.id === id)?.heldOn;
    if (held?.length !== 10) continue;
    const value = `${held.slice(0, 4)}-${day.value}`;
    const days = Math.abs(Date.parse(value) - Date.parse(held)) / 86_400_000;
    if (days <= nearDays) return { value, span, rule: "dateline-of-meeting" };
  }
  return null;
}

/** What stands before a place where something was done, in the languages of the region. */
const placed = /(?<!\p{L})(?:in|at|by|di|tại|à|au|aux|en)\s+(?:the\s+)?$/iu;

/** A sentence ends and another begins; an abbreviated rank ends none. */
const sentenceEnd = /\p{Ll}{3}[.!?]["”’)]*\s+["“‘(]?\p{Lu}/u;

/** In the first sentence a date, or a place that the words before it make one where something was done. */
function isToldLead({ text, kind }: Search, clause: Span, { start, id }: Found): boolean {
  if (kind !== "press_release" && kind !== "news_article") return false;
  if (sentenceEnd.test(text.slice(clause.start, start + 1))) return false;
  if (kindOf(id) === null) return true;
  const before = text.slice(Math.max(0, start - 24), start);
  return placed.test(before);
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

/** In running text a country is where the meeting was only behind "in" or its city; on a line of its own always. */
function isWhere({ text }: Search, found: readonly Found[], { start }: Found, { role }: Clause): boolean {
  if (role !== "opening" && role !== "paragraph" && role !== "adoption") return true;
  if (placed.test(text.slice(Math.max(0, start - 12), start))) return true;
  const place = startingIn(found, start - 60, start).at(-1);
  return (
    place !== undefined && kindOf(place.id) === "place" && /^,?\s(?:the\s)?\(?$/i.test(text.slice(place.end, start))
  );
}

const heldIn = /^,?\s(?:(?:which\s)?(?:was|is|were|being)\s)?(?:(?:held|convened|opened|concluded)\s)?in\s$/;

/** Where a report without a dateline says that its own meeting was: `at the 12th ADMM-Plus held in Kuala Lumpur`. */
function cityOfMeeting(
  search: Search,
  layout: Layout,
  found: readonly Found[],
  meeting: string | null,
): Fact<string> | null {
  if (search.kind !== "news_article" && search.kind !== "press_release") return null;
  for (const { id, end } of meeting === null ? [] : found) {
    if (id !== meeting) continue;
    const place = startingIn(found, end, end + 30).find(
      (item) => kindOf(item.id) === "place" && !isVenue(search, item.id),
    );
    if (place && heldIn.test(search.text.slice(end, place.start)))
      return {
        value: place.id,
        span: rawSpan(layout.view, { start: place.start, end: place.headEnd }),
        rule: "meeting-place",
      };
  }
  return null;
}

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
  const { start, end } = viewSpan(view, clause);
  return overlapping(blocks, { start, end })
    .map((block) => view.text.slice(Math.max(block.start, start), Math.min(block.end, end)))
    .join(" ");
}

/** Where the country is a city: `gathered here in Singapore`. */
function cityOfCountry({ registry }: Search, country: Fact<string> | null): Fact<string> | null {
  const name = country && registry.nameOf.get(country.value);
  const city = registry.records.places.find((place) => place.kind === "city" && place.name === `${name} (city)`);
  return country && city ? { value: city.id, span: country.span, rule: "city-of-country" } : null;
}

function countryOfPlace({ registry }: Search, city: Fact<string> | null): Fact<string> | null {
  const country = registry.records.places.find(({ id }) => id === city?.value)?.country;
  return city && country !== undefined ? { value: country, span: city.span, rule: "country-of-city" } : null;
}
