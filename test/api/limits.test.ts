import { getIntrospectionQuery } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { cursorAt } from "../../src/api/cuts.ts";
import { refusalOf, rules } from "../../src/api/limits/all.ts";
import { estimatedRelations } from "../../src/api/limits/fan-out.ts";
import { describeRefusal, limitsOf } from "../../src/api/limits/limit.ts";
import { tokenRefusal } from "../../src/api/limits/tokens.ts";
import { tooDeep } from "../../src/api/limits/variables.ts";
import { readConfig } from "../../src/config.ts";
import { queryOf } from "./query-of.ts";
import { apiSchema } from "./schema-of.ts";

const limits = limitsOf(readConfig({}));

beforeAll(async () => {
  await apiSchema();
}, 60_000);

interface Case {
  readonly about: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** `code: limit is value`, or null where the query passes. */
  readonly refused: string | null;
}

async function outcome({ query, variables }: Case): Promise<string | null> {
  const refusal = refusalOf(await queryOf(query, variables), limits);
  return refusal && `${refusal.code}: ${refusal.limit} is ${String(refusal.value)}`;
}

function times(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join(" ");
}

/** `levels` levels of fields, all of them to-one relations but the first. */
function deep(levels: number): string {
  const inner = [
    "meetings",
    "precededBy",
    "precededBy",
    "precededBy",
    "precededBy",
    "precededBy",
    "precededBy",
    "precededBy",
  ];
  const path = inner.slice(0, levels - 1);
  return `${path.map((field) => `${field} {`).join(" ")} id ${"} ".repeat(path.length)}`;
}

/** A filter with `count` conditions: one `OR` and pairs of a property and its test. */
function conditions(count: number): string {
  return `OR: [${times((count - 1) / 2, (index) => `{ name: { contains: "a${index}" } }`)}]`;
}

function nested(levels: number): string {
  return `${"NOT: { ".repeat(levels)}name: { eq: "a" }${" }".repeat(levels)}`;
}

const size: readonly Case[] = [
  ...["1", "100"].map((value) => ({
    about: `limit ${value}`,
    query: `{ clauses(limit: ${value}) { id } }`,
    refused: null,
  })),
  ...["0", "-1", "101", "1000000", "2147483647"].map((value) => ({
    about: `limit ${value}`,
    query: `{ clauses(limit: ${value}) { id } }`,
    refused: `BAD_USER_INPUT: limit of clauses is ${value}`,
  })),
  {
    about: "limit null",
    query: "{ clauses(limit: null) { id } }",
    refused: "BAD_USER_INPUT: limit of clauses is null",
  },
  {
    about: "first 0",
    query: "{ clausesConnection(first: 0) { totalCount } }",
    refused: "BAD_USER_INPUT: first of clausesConnection is 0",
  },
  {
    about: "nested limit 0",
    query: "{ statements { clauses(limit: 0) { id } } }",
    refused: "BAD_USER_INPUT: limit of clauses is 0",
  },
  {
    about: "nested first 101",
    query: "{ clauses { citesConnection(first: 101) { totalCount } } }",
    refused: "BAD_USER_INPUT: first of citesConnection is 101",
  },
  {
    about: "limit 0 in a variable",
    query: "query ($n: Int) { clauses(limit: $n) { id } }",
    variables: { n: 0 },
    refused: "BAD_USER_INPUT: limit of clauses is 0",
  },
  {
    about: "limit null in a variable",
    query: "query ($n: Int) { clauses(limit: $n) { id } }",
    variables: { n: null },
    refused: "BAD_USER_INPUT: limit of clauses is null",
  },
  {
    about: "limit from the default of a variable",
    query: "query ($n: Int = 0) { clauses(limit: $n) { id } }",
    refused: "BAD_USER_INPUT: limit of clauses is 0",
  },
  { about: "a variable without a value", query: "query ($n: Int) { clauses(limit: $n) { id } }", refused: null },
  {
    about: "limit 0 in a fragment",
    query: "{ ...F } fragment F on Query { clauses(limit: 0) { id } }",
    refused: "BAD_USER_INPUT: limit of clauses is 0",
  },
  {
    about: "limit 0 in a skipped part",
    query: "{ clauses { id } problems(limit: 0) @skip(if: true) { id } }",
    refused: "BAD_USER_INPUT: limit of problems is 0",
  },
  {
    about: "limit 0 below an inline fragment of an interface",
    query: "{ entities { ... on Meeting { statements(limit: 0) { id } } } }",
    refused: "BAD_USER_INPUT: limit of statements is 0",
  },
];

const begin: readonly Case[] = [
  { about: "offset 10000", query: "{ clauses(offset: 10000) { id } }", refused: null },
  {
    about: "offset 10001",
    query: "{ clauses(offset: 10001) { id } }",
    refused: "BAD_USER_INPUT: offset of clauses is 10001",
  },
  { about: "offset -1", query: "{ clauses(offset: -1) { id } }", refused: "BAD_USER_INPUT: offset of clauses is -1" },
  {
    about: "cursor at the limit",
    query: `{ clausesConnection(after: "${cursorAt(10_000)}") { totalCount } }`,
    refused: null,
  },
  {
    about: "cursor past the limit",
    query: `{ clausesConnection(after: "${cursorAt(10_001)}") { totalCount } }`,
    refused: "BAD_USER_INPUT: position of after of clausesConnection is 10001",
  },
  ...["garbage", "", "YXJyYXljb25uZWN0aW9uOi0x", "YXJyYXljb25uZWN0aW9uOjE=x"].map((cursor) => ({
    about: `cursor "${cursor}"`,
    query: `{ clausesConnection(after: "${cursor}") { totalCount } }`,
    refused: "BAD_USER_INPUT: after of clausesConnection is no cursor",
  })),
];

const shape: readonly Case[] = [
  { about: "10 fields at the top", query: `{ ${times(10, (index) => `a${index}: problems { id }`)} }`, refused: null },
  {
    about: "11 fields at the top",
    query: `{ ${times(11, (index) => `a${index}: problems { id }`)} }`,
    refused: "QUERY_TOO_COMPLEX: number of fields at the top is 11",
  },
  {
    about: "11 fields at the top, in fragments",
    query: `{ ...A ...A } fragment A on Query { ${times(6, (index) => `a${index}: __typename`)} }`,
    refused: "QUERY_TOO_COMPLEX: number of fields at the top is 12",
  },
  { about: "15 aliases", query: `{ problems { ${times(15, (index) => `a${index}: id`)} } }`, refused: null },
  {
    about: "16 aliases",
    query: `{ problems { ${times(16, (index) => `a${index}: id`)} } }`,
    refused: "QUERY_TOO_COMPLEX: number of aliases is 16",
  },
  {
    about: "16 aliases, 8 in a fragment that is used twice",
    query: `{ problems { ...A ... on Problem { ...A } } } fragment A on Problem { ${times(8, (index) => `a${index}: id`)} }`,
    refused: "QUERY_TOO_COMPLEX: number of aliases is 16",
  },
  {
    about: "10 directives",
    query: `{ ${times(1, () => `problems { ${times(10, () => "id @skip(if: false)")} }`)} }`,
    refused: null,
  },
  {
    about: "11 directives, one on a fragment",
    query: `{ problems { ...A @include(if: true) } } fragment A on Problem { ${times(10, () => "id @skip(if: false)")} }`,
    refused: "QUERY_TOO_COMPLEX: number of directives is 11",
  },
  { about: "depth 8", query: `{ ${deep(8)} }`, refused: null },
  { about: "depth 9", query: `{ ${deep(9)} }`, refused: "QUERY_TOO_COMPLEX: depth is 9" },
  {
    about: "depth 9 in fragments",
    query: `{ meetings { ...A } } fragment A on Meeting { precededBy { precededBy { precededBy { ...B } } } }
      fragment B on Meeting { precededBy { precededBy { precededBy { precededBy { id } } } } }`,
    refused: "QUERY_TOO_COMPLEX: depth is 9",
  },
  {
    about: "5 sort keys",
    query: "{ problems(sort: [{ file: ASC }, { start: ASC }, { rule: DESC }, { line: ASC }, { id: ASC }]) { id } }",
    refused: null,
  },
  {
    about: "6 sort keys, two in one object",
    query:
      "{ problems(sort: [{ file: ASC, end: ASC }, { start: ASC }, { rule: DESC }, { line: ASC }, { id: ASC }]) { id } }",
    refused: "QUERY_TOO_COMPLEX: number of keys in sort is 6",
  },
  { about: "the standard introspection", query: getIntrospectionQuery(), refused: null },
  {
    about: "the standard introspection with everything on",
    query: getIntrospectionQuery({
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    }),
    refused: null,
  },
  {
    about: "the schema twice",
    query: "{ a: __schema { queryType { name } } b: __schema { queryType { name } } }",
    refused: "QUERY_TOO_COMPLEX: number of __schema fields is 2",
  },
  {
    about: "introspection 21 levels deep",
    query: `{ __type(name: "Clause") { ${"ofType { ".repeat(19)} name ${"} ".repeat(19)} } }`,
    refused: "QUERY_TOO_COMPLEX: depth of the introspection is 21",
  },
  {
    about: "introspection 20 levels deep",
    query: `{ __type(name: "Clause") { ${"ofType { ".repeat(18)} name ${"} ".repeat(18)} } }`,
    refused: null,
  },
];

const filter: readonly Case[] = [
  { about: "49 conditions", query: `{ people(where: { ${conditions(49)} }) { id } }`, refused: null },
  {
    about: "51 conditions",
    query: `{ people(where: { ${conditions(51)} }) { id } }`,
    refused: "QUERY_TOO_COMPLEX: number of conditions in filters is 51",
  },
  {
    about: "51 conditions in a variable",
    query: "query ($or: [PersonWhere!]) { people(where: { OR: $or }) { id } }",
    variables: { or: Array.from({ length: 25 }, () => ({ name: { contains: "a" } })) },
    refused: "QUERY_TOO_COMPLEX: number of conditions in filters is 51",
  },
  {
    about: "52 conditions in two filters",
    query: `{ people(where: { ${conditions(49)} }) { tenures(where: { NOT: { office: { eq: "a" } } }) { id } } }`,
    refused: "QUERY_TOO_COMPLEX: number of conditions in filters is 52",
  },
  { about: "5 levels of NOT", query: `{ people(where: { ${nested(5)} }) { id } }`, refused: null },
  {
    about: "6 levels of NOT",
    query: `{ people(where: { ${nested(6)} }) { id } }`,
    refused: "QUERY_TOO_COMPLEX: depth of AND, OR and NOT is 6",
  },
  {
    about: "100 values",
    query: `{ people(where: { id: { in: [${times(100, (index) => `"${index}"`)}] } }) { id } }`,
    refused: null,
  },
  {
    about: "101 values",
    query: `{ people(where: { id: { in: [${times(101, (index) => `"${index}"`)}] } }) { id } }`,
    refused: "BAD_USER_INPUT: number of values in a filter is 101",
  },
  { about: "256 characters", query: `{ people(where: { name: { eq: "${"a".repeat(256)}" } }) { id } }`, refused: null },
  {
    about: "257 characters",
    query: `{ people(where: { name: { eq: "${"a".repeat(257)}" } }) { id } }`,
    refused: "BAD_USER_INPUT: length of a text in a filter is 257",
  },
  {
    about: "257 characters in a list in a variable",
    query: "query ($ids: [ID!]) { people(where: { id: { in: $ids } }) { id } }",
    variables: { ids: ["a", "a".repeat(257)] },
    refused: "BAD_USER_INPUT: length of a text in a filter is 257",
  },
  {
    about: "256 characters in a question",
    query: `{ instrumentLife(id: "${"a".repeat(256)}") { id } }`,
    refused: null,
  },
  {
    about: "257 characters in a question",
    query: `{ instrumentLife(id: "${"a".repeat(257)}") { id } }`,
    refused: "BAD_USER_INPUT: length of a text in a filter is 257",
  },
  {
    about: "257 characters in a list of a question",
    query: "query ($ids: [ID!]) { citationMatrix(instruments: $ids) { id } }",
    variables: { ids: ["a", "a".repeat(257)] },
    refused: "BAD_USER_INPUT: length of a text in a filter is 257",
  },
  {
    about: "101 values of a question",
    query: `{ citationMatrix(kinds: [${times(101, (index) => `"${index}"`)}]) { id } }`,
    refused: "BAD_USER_INPUT: number of values in a filter is 101",
  },
  { about: "an empty filter", query: "{ people(where: {}) { id } }", refused: null },
  {
    about: "a relation without a condition",
    query: "{ clauses(where: { cites: { some: {} } }) { id } }",
    refused: "BAD_USER_INPUT: number of conditions in a part of a filter is 0",
  },
  {
    about: "a condition whose variable has no value",
    query: "query ($id: ID) { people(where: { id: { eq: $id } }) { id } }",
    refused: "BAD_USER_INPUT: number of conditions in a part of a filter is 0",
  },
];

const questionSize: readonly Case[] = [
  ...["citationMatrix", "coCitations", "coverage"].flatMap((field) => [
    {
      about: `${field}: none`,
      query: `{ ${field}(limit: 0) { __typename } }`,
      refused: `BAD_USER_INPUT: limit of ${field} is 0`,
    },
    { about: `${field}: one`, query: `{ ${field}(limit: 1) { __typename } }`, refused: null },
    {
      about: `${field}: 101`,
      query: `{ ${field}(limit: 101) { __typename } }`,
      refused: `BAD_USER_INPUT: limit of ${field} is 101`,
    },
    { about: `${field}: from the middle`, query: `{ ${field}(offset: 10000) { __typename } }`, refused: null },
    {
      about: `${field}: too far`,
      query: `{ ${field}(offset: 10001) { __typename } }`,
      refused: `BAD_USER_INPUT: offset of ${field} is 10001`,
    },
    {
      about: `${field}: from nowhere`,
      query: `{ ${field}(offset: null) { __typename } }`,
      refused: `BAD_USER_INPUT: offset of ${field} is null`,
    },
  ]),
];

const cost: readonly Case[] = [
  {
    about: "a statement by id with all its citations",
    query: `{ statements(where: { id: { eq: "statement:a" } }) { clauses { citesConnection { edges { node { id } } } } } }`,
    refused: null,
  },
  {
    // 45 clauses, each with 10 citations of which each is in 10 clauses: 45 + 450 + 4500.
    about: "4995 rows",
    query: `{ clauses(limit: 45) { cites { ... on Instrument { citedIn(limit: 10) { id } } } } }`,
    refused: null,
  },
  {
    about: "5106 rows",
    query: `{ clauses(limit: 46) { cites { ... on Instrument { citedIn(limit: 10) { id } } } } }`,
    refused: "COST_LIMIT_EXCEEDED: number of rows that the query is expected to read is 5106",
  },
  {
    about: "5106 rows by a variable",
    query: `query ($n: Int) { clauses(limit: $n) { cites { ... on Instrument { citedIn(limit: 10) { id } } } } }`,
    variables: { n: 46 },
    refused: "COST_LIMIT_EXCEEDED: number of rows that the query is expected to read is 5106",
  },
  {
    about: "100 × 100 × 100",
    query: "{ people(limit: 100) { tenures(limit: 100) { claims(limit: 100) { id } } } }",
    refused: "COST_LIMIT_EXCEEDED: number of rows that the query is expected to read is 1010100",
  },
  {
    about: "what is skipped counts",
    query: "{ people(limit: 100) { tenures(limit: 100) @skip(if: true) { claims(limit: 100) { id } } } }",
    refused: "COST_LIMIT_EXCEEDED: number of rows that the query is expected to read is 1010100",
  },
  {
    about: "aliases count each",
    query:
      "{ a: people(limit: 100) { tenures(limit: 30) { id } } b: people(limit: 100) { tenures(limit: 30) { id } } }",
    refused: "COST_LIMIT_EXCEEDED: number of rows that the query is expected to read is 6200",
  },
  {
    about: "fragments count where they are used",
    query: `{ people(limit: 100) { ...A } } fragment A on Person { ...B ...C }
      fragment B on Person { tenures(limit: 30) { id } } fragment C on Person { claims(limit: 30) { id } }`,
    refused: "COST_LIMIT_EXCEEDED: number of rows that the query is expected to read is 6100",
  },
  {
    about: "three ids count three",
    query: `{ people(limit: 100, where: { id: { in: ["a", "b", "c"] } }) { tenures(limit: 100) { claims(limit: 16) { id } } } }`,
    refused: "COST_LIMIT_EXCEEDED: number of rows that the query is expected to read is 5103",
  },
  {
    about: "an id among alternatives does not count one",
    query: `{ people(limit: 100, where: { OR: [{ id: { eq: "a" } }, { name: { contains: "e" } }] }) { tenures(limit: 50) { id } } }`,
    refused: "COST_LIMIT_EXCEEDED: number of rows that the query is expected to read is 5100",
  },
  {
    about: "defaults count: 20 people, 20 tenures each, 20 claims each",
    query: "{ people { tenures { claims { id } } } }",
    refused: "COST_LIMIT_EXCEEDED: number of rows that the query is expected to read is 8420",
  },
  { about: "a matrix of 100 statements", query: "{ citationMatrix { id cells { times } } }", refused: null },
  {
    about: "two of them",
    query: "{ a: citationMatrix { id } b: citationMatrix { id } }",
    refused: "COST_LIMIT_EXCEEDED: number of rows that the query is expected to read is 8400",
  },
  {
    about: "an instrument's life, whatever is asked of it",
    query: `{ ${times(10, (index) => `a${index}: instrumentLife(id: "a") { id }`)} }`,
    refused: null,
  },
  {
    about: "few rows of a question that counts all pairs",
    query: `{ ${times(5, (index) => `a${index}: coCitations(limit: 1) { statements }`)} }`,
    refused: "COST_LIMIT_EXCEEDED: number of rows that the query is expected to read is 5025",
  },
];

describe.each([
  ["sizes of lists", size],
  ["beginnings of lists", begin],
  ["shape", shape],
  ["filters", filter],
  ["sizes of questions", questionSize],
  ["cost", cost],
])("%s", (_, cases) => {
  test.each(cases)("$about", async (example) => {
    expect(await outcome(example)).toBe(example.refused);
  });
});

test("fragments that double each other are measured at once", async () => {
  const doubling = times(40, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`);
  const query = `{ ...F0 } ${doubling} fragment F40 on Query { __typename }`;
  expect(await outcome({ about: "", query, refused: null })).toBe(
    `QUERY_TOO_COMPLEX: number of fields at the top is ${2 ** 40}`,
  );
});

test("a refusal says what, how much, what is allowed and what to do", async () => {
  const refusal = refusalOf(await queryOf("{ clauses(limit: 0) { id } }"), limits);
  expect(refusal && describeRefusal(refusal)).toBe(
    "limit of clauses is 0, allowed is 1 to 100. Leave limit out for the default, or page through with offset.",
  );
});

test("every number is a setting", async () => {
  const query = await queryOf("{ people(limit: 7) { name } }");
  const narrow = limitsOf(readConfig({ ADG_LIMIT_ROWS: "6" }));
  expect(refusalOf(query, narrow)?.allowed).toBe("1 to 6");
});

test("the parser's message about too many tokens is still the one that is known", async () => {
  const { parse } = await import("graphql");
  let message = "";
  try {
    parse("{ a b c d e f g h i j k }", { maxLexicalTokens: 10 });
  } catch (error) {
    message = error instanceof Error ? error.message : "";
  }
  expect(tokenRefusal(message, { ...limits, tokens: 10 })?.value).toBe("more than 10");
  expect(tokenRefusal("Syntax Error: Expected Name, found <EOF>.", limits)).toBeNull();
});

test.each([
  ["nothing", {}, false],
  ["99 levels", levels(99), false],
  ["100 levels", levels(100), false],
  ["101 levels", levels(101), true],
  ["30,000 levels", levels(30_000), true],
])("variables: %s", (_, value, expected) => {
  expect(tooDeep(value)).toBe(expected);
});

function levels(count: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < count; level += 1) value = level % 2 === 0 ? { a: value } : [value];
  return value;
}

test("every relation whose rows are estimated exists, and every rule is listed once", async () => {
  const schema = await apiSchema();
  const unknown = estimatedRelations.filter((relation) => {
    const [type = "", field = ""] = relation.split(".");
    const found = schema.getType(type);
    return !(found && "getFields" in found && field in found.getFields());
  });
  expect(unknown).toEqual([]);
  expect(new Set(rules).size).toBe(rules.length);
});
