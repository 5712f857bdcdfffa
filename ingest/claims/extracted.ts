import { isStatement } from "../clauses/clause.ts";
import { pageAt } from "../documents/document.ts";
import { contains, type Span } from "../span.ts";
import { wordsAt, wordsWithBlanks } from "../text/view.ts";
import type { Claim, Modality, Support } from "./claim.ts";
import type { ClauseEntry } from "./clause-entry.ts";
import type { ExtractedDocument } from "./identify.ts";
import { meetingChairs } from "./meeting-chairs.ts";
import { meetingDates } from "./meeting-dates.ts";
import { isOneValued } from "./one-valued.ts";
import { sourceKindOf } from "./source-kind.ts";

/**
 * Claims that a document makes: of its own day, of the day and country of its meeting, and of the days and chairs of
 * meetings that its sentences give. Each is proved by the characters that it was taken from.
 */
export function extractedClaims(id: string, read: ExtractedDocument, clauses: readonly ClauseEntry[]): Claim[] {
  const placed = clauses.map((clause) => ({ ...clause, text: wordsWithBlanks(read.words, clause) }));
  return [...ownClaims(id, read, clauses), ...meetingClaims(read, placed), ...chairClaims(read, placed)];
}

function ownClaims(id: string, read: ExtractedDocument, clauses: readonly ClauseEntry[]): Claim[] {
  const { date, country, city, meeting } = read.facts;
  const claims: Claim[] = [];
  const add = (subject: string, property: string, value: string, span: Span, rule: string) => {
    const clause = clauses.find((candidate) => contains(candidate, span));
    if (clause) claims.push(claim(read, { subject, property, value, rule, modality: "held" }, clause, span));
  };
  if (date) add(id, "issuedOn", date.value, date.span, date.rule);
  // Only a statement is dated and placed by its meeting; a report may be written elsewhere and on another day.
  if (!isStatement(read.kind) || !meeting) return claims;
  if (date) add(meeting, "heldOn", date.value, date.span, date.rule);
  if (country) add(meeting, "hostedBy", country.value, country.span, country.rule);
  if (city?.value.startsWith("place:")) add(meeting, "places", city.value, city.span, city.rule);
  return claims;
}

function meetingClaims(read: ExtractedDocument, clauses: readonly ClauseEntry[]): Claim[] {
  const dates = read.mentions.filter(({ id }) => id.startsWith("date:"));
  const documentDate = read.facts.date?.value ?? null;
  return clauses
    .flatMap((clause) => meetingDates(clause, dates, documentDate))
    .map(({ meeting, date, announced, span, clause }) => {
      const property = announced ? "plannedOn" : "heldOn";
      const modality = announced ? "announced" : "held";
      return claim(read, { subject: meeting, property, value: date, rule: "meeting-date", modality }, clause, span);
    });
}

function chairClaims(read: ExtractedDocument, clauses: readonly ClauseEntry[]): Claim[] {
  return meetingChairs(clauses).map(({ meeting, person, span, clause }) => {
    const said = {
      subject: meeting,
      property: "chairedBy",
      value: person,
      rule: "meeting-chair",
      modality: "held",
    } as const;
    return claim(read, said, clause, span);
  });
}

interface Said {
  readonly subject: string;
  readonly property: string;
  readonly value: string;
  readonly rule: string;
  readonly modality: Modality;
}

function claim(read: ExtractedDocument, said: Said, clause: ClauseEntry, span: Span): Claim {
  const page = pageAt(read.document, span.start);
  const support: Support = {
    kind: "clause",
    clause: clause.id,
    surface: wordsAt(read.words, span),
    start: span.start,
    end: span.end,
    ...(page === undefined ? {} : { locator: `page ${page}` }),
    sourceKind: sourceKindOf[read.kind],
  };
  return {
    ...said,
    other: null,
    occurrence: null,
    from: null,
    to: null,
    exclusive: isOneValued(said.property),
    assertedOn: read.facts.date?.value ?? null,
    support: [support],
  };
}
