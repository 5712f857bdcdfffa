import { print, stripIgnoredCharacters } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { withDefaults } from "../../src/api/defaults.ts";
import { queryOf } from "./query-of.ts";
import { apiSchema } from "./schema-of.ts";

beforeAll(async () => {
  await apiSchema();
}, 60_000);

/** The executed document, without the space and the commas that mean nothing. */
async function executed(source: string, variables?: Readonly<Record<string, unknown>>): Promise<string> {
  return stripIgnoredCharacters(print(withDefaults(await queryOf(source, variables))));
}

test.each([
  [
    "clauses go by ordinal, a hundred of them",
    "{ clauses { id } }",
    "{ clauses(limit: 101, sort: [{ordinal: ASC}, {id: ASC}]) { id } }",
  ],
  [
    "other lists have twenty rows, by what they are known by",
    "{ meetings { id terms: mandatedWorkingGroups { terms { id } } } countries { id } }",
    "{ meetings(limit: 21, sort: [{heldOnEarliest: ASC}, {plannedOnEarliest: ASC}, {id: ASC}]) { id " +
      "terms: mandatedWorkingGroups(limit: 21, sort: [{name: ASC}, {id: ASC}]) { " +
      "terms(limit: 21, sort: [{cycle: ASC}, {id: ASC}]) { id } } } " +
      "countries(limit: 21, sort: [{name: ASC}, {id: ASC}]) { id } }",
  ],
  [
    "what is asked for is kept, and one row more is fetched",
    "{ clauses(limit: 7, offset: 14) { id } }",
    "{ clauses(offset: 14, limit: 8, sort: [{ordinal: ASC}, {id: ASC}]) { id } }",
  ],
  [
    "an order that is asked for comes first, and its ties are broken",
    "{ statements(sort: [{ kind: DESC }, { id: DESC }]) { id } }",
    "{ statements(limit: 21, sort: [{kind: DESC}, {id: DESC}, {issuedOnEarliest: ASC}]) { id } }",
  ],
  [
    "citations stand in the order of the text",
    "{ clauses { citesConnection { totalCount } } }",
    "{ clauses(limit: 101, sort: [{ordinal: ASC}, {id: ASC}]) { " +
      "citesConnection(first: 101, sort: [{edge: {start: ASC}}, {edge: {locator: ASC}}, {node: {name: ASC}}, {node: {id: ASC}}]) " +
      "{ totalCount } } }",
  ],
  [
    "clauses that cite an instrument stand in their own order, then in that of the text",
    "{ instruments { citedInConnection { totalCount } } }",
    "{ instruments(limit: 21, sort: [{name: ASC}, {id: ASC}]) { " +
      "citedInConnection(first: 101, sort: [{node: {ordinal: ASC}}, {node: {id: ASC}}, {edge: {start: ASC}}, {edge: {locator: ASC}}]) " +
      "{ totalCount } } }",
  ],
  [
    "a connection at the top sorts by the nodes themselves",
    "{ termsConnection(first: 3) { totalCount } }",
    "{ termsConnection(first: 4, sort: [{cycle: ASC}, {id: ASC}]) { totalCount } }",
  ],
  [
    "interfaces go by name",
    "{ entities { ... on Meeting { attendees { id } } } }",
    "{ entities(limit: 21, sort: [{name: ASC}, {id: ASC}]) { ... on Meeting { attendees(limit: 21, sort: [{name: ASC}, {id: ASC}]) { id } } } }",
  ],
  [
    "fragments and skipped parts as well",
    "{ ...F @skip(if: true) } fragment F on Query { problems { id } }",
    "{ ...F @skip(if: true) } fragment F on Query { problems(limit: 21, sort: [{file: ASC}, {start: ASC}, {id: ASC}]) { id } }",
  ],
])("%s", async (_, source, expected) => {
  expect(await executed(source)).toBe(stripIgnoredCharacters(expected));
});

test("sizes and orders from variables take their place", async () => {
  const source = "query ($n: Int, $s: [TermSort!]) { terms(limit: $n, sort: $s) { id } }";
  const head = "query ($n: Int, $s: [TermSort!]) {";
  expect(await executed(source, { n: 2, s: [{ to: "DESC" }] })).toBe(
    stripIgnoredCharacters(`${head} terms(limit: 3, sort: [{to: DESC}, {cycle: ASC}, {id: ASC}]) { id } }`),
  );
  expect(await executed(source)).toBe(
    stripIgnoredCharacters(`${head} terms(limit: 21, sort: [{cycle: ASC}, {id: ASC}]) { id } }`),
  );
});

test("the query itself is left as it was", async () => {
  const query = await queryOf("{ clauses { id } }");
  const before = print(query.operation);
  withDefaults(query);
  expect(print(query.operation)).toBe(before);
});
