import { isStatement } from "../clauses/clause.ts";
import { contains, type Span } from "../span.ts";
import type { Claim, Support } from "./claim.ts";
import type { ClauseEntry } from "./clause-entry.ts";
import type { ExtractedDocument } from "./identify.ts";

/**
 * Claims that a document makes about itself and its meeting: the day and the country of the meeting, the day of issue.
 * Each is proved by the characters that the extractor took it from.
 */
export function extractedClaims(id: string, read: ExtractedDocument, clauses: readonly ClauseEntry[]): Claim[] {
  const { date, country, city, meeting } = read.facts;
  const supportAt = (span: Span): Support[] => {
    const clause = clauses.find((candidate) => contains(candidate, span));
    const surface = read.document.raw.slice(span.start, span.end);
    return clause ? [{ kind: "clause", clause: clause.id, surface, start: span.start, end: span.end }] : [];
  };
  const claim = (subject: string, property: string, value: string, span: Span, rule: string): Claim => ({
    subject,
    property,
    value,
    modality: "held",
    assertedOn: date?.value ?? null,
    rule,
    support: supportAt(span),
  });
  const claims: Claim[] = [];
  if (date) claims.push(claim(id, "issuedOn", date.value, date.span, date.rule));
  // Only a statement is dated and placed by its meeting; a report may be written elsewhere and on another day.
  if (isStatement(read.kind) && meeting) {
    if (date) claims.push(claim(meeting, "heldOn", date.value, date.span, date.rule));
    if (country) claims.push(claim(meeting, "hostedBy", country.value, country.span, country.rule));
    if (city?.value.startsWith("place:")) claims.push(claim(meeting, "places", city.value, city.span, city.rule));
  }
  return claims.filter((item) => item.support.length > 0);
}
