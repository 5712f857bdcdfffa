import type { ClauseEntry, NamedEntity } from "./clause-entry.ts";
import { keyOf, kindOf } from "../ids.ts";
import { earliest, latest, type PartialDate } from "../dates.ts";
import type { Span } from "../span.ts";

/** A sentence that gives a meeting a date: what took place, or what is to come. */
export interface MeetingDate {
  readonly meeting: string;
  readonly date: PartialDate;
  readonly announced: boolean;
  /** Raw span from the meeting's name to the date. */
  readonly span: Span;
  readonly clause: ClauseEntry;
}

/** A date as the extractor found it; dates have no node and are no names of a clause. */
export interface FoundDate extends Span {
  readonly id: string;
}

const toCome =
  /\b(?:scheduled|will be|to be (?:held|convened|hosted)|to take place|will (?:take place|convene|host))\b/i;
const tookPlace =
  /\b(?:(?:was|were) (?:\w+ )?(?:held|convened|hosted)|held (?:in|on)|convened (?:in|on)|took place)\b/i;
const joined = /^[\s,*]*(?:(?:and|or)\s+)?(?:the\s+)?$/i;

/**
 * Dates of meetings in one clause. A date belongs to the nearest meeting before it in the sentence, and to meetings joined to
 * that one ("the ADMM and the ADSOM this November"). Only a clause that says so in words, or a date after the document's own,
 * makes an announcement; only one that says so makes a date held.
 */
export function meetingDates(
  clause: ClauseEntry,
  dates: readonly FoundDate[],
  documentDate: PartialDate | null,
): MeetingDate[] {
  const text = clause.text ?? "";
  const meetings = clause.names.filter(({ id }) => kindOf(id) === "meeting").toSorted((a, b) => a.start - b.start);
  return dates
    .filter(({ start, end }) => clause.start <= start && end <= clause.end)
    .flatMap((date) => {
      const before = meetings.filter((meeting) => meeting.end <= date.start);
      const nearest = before.at(-1);
      if (!nearest) return [];
      const between = text.slice(nearest.end - clause.start, date.start - clause.start);
      const value = keyOf(date.id);
      const announced = saysToCome(between, value, documentDate);
      if (/[.;]\s/.test(between) || (!announced && !tookPlace.test(between))) return [];
      return joinedMeetings(before, text, clause.start).map((meeting) => ({
        meeting: meeting.id,
        date: value,
        announced,
        span: { start: meeting.start, end: date.end },
        clause,
      }));
    });
}

/** "Scheduled", "will be held"; or a date that lies after the document, close behind the meeting's name. */
function saysToCome(between: string, date: PartialDate, documentDate: PartialDate | null): boolean {
  if (toCome.test(between)) return true;
  return (
    documentDate !== null && earliest(date) > latest(documentDate) && between.length < 60 && !tookPlace.test(between)
  );
}

/** The last of these meetings and those that a comma or an "and" joins to it. */
function joinedMeetings(meetings: readonly NamedEntity[], text: string, offset: number): NamedEntity[] {
  const found: NamedEntity[] = [];
  for (const meeting of meetings.toReversed()) {
    const next = found.at(-1);
    if (next && !joined.test(text.slice(meeting.end - offset, next.start - offset))) break;
    found.push(meeting);
  }
  return found;
}
