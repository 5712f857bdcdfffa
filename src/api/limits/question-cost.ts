/**
 * Rows that the database is expected to read for a question that is a field of its own (src/api/fields/): for the whole
 * answer where that is one object, for each of its rows where it is a list.
 */
const questionRows: Readonly<Record<string, number>> = {
  citationChanges: 200,
  citationMatrix: 40,
  coCitations: 4,
  coverage: 10,
  instrumentLife: 400,
  coChairsOn: 4,
  meetingRecord: 3,
  membersOn: 2,
  mentionsInContext: 5,
  officeHoldersOn: 3,
  search: 10,
  timeline: 4,
  why: 4,
};

/** Rows that a list among them reads for its first row already, however few are asked for: it counts before it cuts. */
const rowsAtOnce: Readonly<Record<string, number>> = {
  citationMatrix: 100,
  coCitations: 1000,
  coverage: 100,
};

/** Rows for one value of a field of a node that the database works out. */
const fieldRows: Readonly<Record<string, number>> = {
  "Clause.reference": 6,
  "Report.reference": 2,
  "Statement.reference": 4,
};

/** Names of the fields at the top in the table, for the test that compares it with src/api/fields/. */
export const countedQuestions: readonly string[] = Object.keys(questionRows);

/** Rows that a field stands for, beside those that its selection counts: 0 where its value is stored. */
export function rowsOfQuestion(type: string, field: string): number {
  return (type === "Query" ? questionRows[field] : fieldRows[`${type}.${field}`]) ?? 0;
}

/** Rows that a list reads before the first of its answer: 0 where it stops once it has as many as were asked for. */
export function rowsBeforeFirst(type: string, field: string): number {
  return (type === "Query" ? rowsAtOnce[field] : undefined) ?? 0;
}
