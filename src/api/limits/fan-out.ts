/**
 * How many nodes a relation is expected to lead to where that is fewer than a list may give: one for what a node has one of,
 * and round figures, well above what the documents show, for the rest. What is not here is expected to fill its list.
 */
const fanOut: Readonly<Record<string, number>> = {
  "Activity.hostedBy": 2,
  "Activity.initiatives": 2,
  "Activity.places": 2,
  "Activity.series": 2,
  "Activity.workingGroups": 2,
  "Claim.about": 1,
  "Claim.clauses": 2,
  "Claim.sources": 2,
  "Clause.cites": 10,
  "Clause.items": 10,
  "Clause.mentions": 20,
  "Clause.partOf": 1,
  "Clause.report": 1,
  "Clause.statement": 1,
  "Clause.supports": 5,
  "Initiative.adoptedAt": 1,
  "Initiative.proposedAt": 1,
  "Instrument.adoptedAt": 1,
  "Instrument.adoptedIn": 1,
  "Instrument.amends": 1,
  "Instrument.succeededBy": 2,
  "Instrument.succeeds": 2,
  "Meeting.chairedBy": 2,
  "Meeting.hostedBy": 2,
  "Meeting.onMarginsOf": 1,
  "Meeting.places": 2,
  "Meeting.precededBy": 1,
  "Meeting.inSeries": 1,
  "Meeting.statements": 3,
  "MeetingSeries.organisation": 1,
  "MeetingSeries.supports": 2,
  "Organisation.country": 1,
  "Organisation.partOf": 1,
  "Place.country": 1,
  "Place.within": 1,
  "Problem.report": 1,
  "Problem.statement": 1,
  "Report.copies": 3,
  "Source.reports": 2,
  "Source.statements": 2,
  "Statement.comparableAfter": 2,
  "Statement.comparableBefore": 1,
  "Statement.copies": 3,
  "Statement.issuedAt": 1,
  "Statement.issuedBySeries": 1,
  "Statement.issuedIn": 1,
  "Tenure.country": 1,
  "Tenure.person": 1,
  "Term.coChairs": 2,
  "Term.workingGroup": 1,
  "WorkingGroup.mandatedAt": 1,
  "WorkingGroup.terms": 10,
  "WorkingGroup.under": 1,
};

/** Names of the relations in the table, `Type.field`, for the test that compares it with the schema. */
export const estimatedRelations: readonly string[] = Object.keys(fanOut);

/** How many nodes a list of a type is expected to have; infinite where nothing is known. */
export function expectedRows(type: string, field: string): number {
  return fanOut[`${type}.${field.replace(/Connection$/, "")}`] ?? Infinity;
}
