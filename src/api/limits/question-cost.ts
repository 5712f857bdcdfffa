/**
 * Rows that the database is expected to read for a question that is a field of its own (src/api/fields/): for the whole
 * answer where that is one object, for each of its rows where it is a list.
 */
const questionRows: Readonly<Record<string, number>> = {
  citationChanges: 200,
  citationMatrix: 40,
  coCitations: 40,
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

/** Names of the fields in the table, for the test that compares it with src/api/fields/. */
export const countedQuestions: readonly string[] = Object.keys(questionRows);

/** Rows that a field at the top stands for, beside those that its selection counts: 0 where it is no question. */
export function rowsOfQuestion(field: string): number {
  return questionRows[field] ?? 0;
}
