import { kindOf } from "../ids.ts";
import type { Span } from "../span.ts";
import type { ClauseEntry } from "./clause-entry.ts";

/** Words of a clause that say who chaired a meeting. */
export interface MeetingChair {
  readonly meeting: string;
  readonly person: string;
  /** Raw span of the words that say so. */
  readonly span: Span;
  readonly clause: ClauseEntry;
}

const chairedBy = /^[^.;]*\b(?:presided over|chaired)\s+by\b[^.;]{0,60}$/i;
const chairing = /\b(?:after|while|in)\s+(?:chairing|presiding over)\s+(?:the\s+)?$/i;

/**
 * Who chaired which meeting: "X was chaired by P", or "after chairing X" in a document that names one person only, who is
 * then meant by "he" or "she".
 */
export function meetingChairs(clauses: readonly ClauseEntry[]): MeetingChair[] {
  const people = new Set(clauses.flatMap(({ names }) => names.map(({ id }) => id).filter(isPerson)));
  const [onlyPerson] = people.size === 1 ? people : [];
  return clauses.flatMap((clause) =>
    clause.names
      .filter(({ id }) => kindOf(id) === "meeting")
      .flatMap((meeting): MeetingChair[] => {
        const text = clause.text ?? "";
        const chair = clause.names.find(
          ({ id, start }) =>
            isPerson(id) &&
            start >= meeting.end &&
            chairedBy.test(text.slice(meeting.end - clause.start, start - clause.start)),
        );
        if (chair) {
          return [{ meeting: meeting.id, person: chair.id, span: { start: meeting.start, end: chair.end }, clause }];
        }
        const before = chairing.exec(text.slice(0, meeting.start - clause.start));
        if (!before || onlyPerson === undefined) return [];
        const span = { start: clause.start + before.index, end: meeting.end };
        return [{ meeting: meeting.id, person: onlyPerson, span, clause }];
      }),
  );
}

function isPerson(id: string): boolean {
  return kindOf(id) === "person";
}
