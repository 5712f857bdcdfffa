import { beforeAll, expect, test } from "vitest";
import { limitsOf } from "../../src/api/limits/limit.ts";
import { refusalOf } from "../../src/api/limits/all.ts";
import { expectedCost } from "../../src/api/limits/cost.ts";
import { readConfig } from "../../src/config.ts";
import { queryOf } from "./query-of.ts";
import { apiSchema } from "./schema-of.ts";

const limits = limitsOf(readConfig({}));

beforeAll(async () => {
  await apiSchema();
}, 60_000);

const phrase = (length: number) => `search(phrase: "${"a".repeat(length)}") { id }`;
const asOf = (day: string) => `membersOn(id: "organisation:asean", asOf: "${day}") { id }`;
const from = (date: string) => `timeline(id: "country:my", from: "${date}") { id }`;

test.each<[string, string | null]>([
  [phrase(1_000), null],
  [phrase(1_001), "phrase of search is 1001"],
  ['search(phrase: "") { id }', null],
  ['search(phrase: "a", perKind: 100) { id }', null],
  ['search(phrase: "a", perKind: 101) { id }', "perKind of search is 101"],
  ['search(phrase: "a", perKind: 0) { id }', "perKind of search is 0"],
  ['search(phrase: "a", perKind: null) { id }', null],
  ['search(phrase: "a", limit: 0) { id }', "limit of search is 0"],
  ['search(phrase: "a", limit: 101) { id }', "limit of search is 101"],
  [`search(phrase: "a", kinds: ["${"a".repeat(257)}"]) { id }`, "length of a text in a filter is 257"],
  ['mentionsInContext(named: "instrument:tac", around: 1000) { kind }', null],
  ['mentionsInContext(named: "instrument:tac", around: 1001) { kind }', "around of mentionsInContext is 1001"],
  ['mentionsInContext(named: "instrument:tac", around: -1) { kind }', "around of mentionsInContext is -1"],
  [`why(id: "${"a".repeat(257)}") { claim }`, "length of a text in a filter is 257"],
  [asOf("2024-02-29"), null],
  [asOf("2025-02-29"), "asOf of membersOn is no date"],
  [asOf("9999-99-99"), "asOf of membersOn is no date"],
  [asOf("2025"), "asOf of membersOn is no date"],
  [asOf(""), "asOf of membersOn is no date"],
  [from("2013"), null],
  [from("2013-06"), null],
  [from("2013-06-18"), null],
  [from(""), null],
  [from("2013-13"), "from of timeline is no date"],
  [from("June 2013"), "from of timeline is no date"],
  ['timeline(id: "country:my", offset: 10001) { id }', "offset of timeline is 10001"],
])("%s", async (field, refused) => {
  const refusal = refusalOf(await queryOf(`{ ${field} }`), limits);
  expect(refusal && `${refusal.limit} is ${String(refusal.value)}`).toBe(refused);
  expect(refusal?.code).toBe(refused === null ? undefined : "BAD_USER_INPUT");
});

test("a variable is judged as a value is", async () => {
  const query = await queryOf("query ($day: String!) { coChairsOn(asOf: $day) { id } }", { day: "yesterday" });
  expect(refusalOf(query, limits)).toMatchObject({
    code: "BAD_USER_INPUT",
    limit: "asOf of coChairsOn",
    value: "no date",
  });
});

test.each([
  ['timeline(id: "country:my") { id }', 500],
  ['search(phrase: "a", limit: 100) { id }', 1_100],
  ['meetingRecord(id: "meeting:x", limit: 1) { value }', 4],
  ["clauses(limit: 100) { reference { footnote address } }", 700],
  [
    'statements(where: { id: { eq: "statement:x" } }) { reference { footnote } clauses { reference { footnote } } }',
    705,
  ],
])("%s costs %i", async (field, rows) => {
  expect(expectedCost(await queryOf(`{ ${field} }`))).toBe(rows);
});
