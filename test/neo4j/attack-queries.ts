import { getIntrospectionQuery } from "graphql";

/** A query that is meant to hurt, and what it must come to. */
export interface Attack {
  readonly id: string;
  readonly about: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Code of the refusal, which is 400; null where the query is answered. */
  readonly code: string | null;
}

function times(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join(" ");
}

function levels(count: number, field: string): string {
  return `{ meetings { ${times(count, () => `${field} {`)} id ${"} ".repeat(count)} } }`;
}

function nestedFilter(depth: number): unknown {
  let value: unknown = { name: { eq: "a" } };
  for (let level = 0; level < depth; level += 1) value = { AND: [value] };
  return value;
}

const people = "query ($w: PersonWhere) { people(where: $w) { id } }";
const sized = "query ($n: Int) { clauses(limit: $n) { id } }";
const atCost = "{ statements(limit: 50) { clauses(limit: 99) { id } } }";
const atCostBy = "query ($n: Int) { statements(limit: 50) { clauses(limit: $n) { id } } }";

/** The rows of part A of docs/faults.md that are one query; the benchmark runs them as well. */
export const attacks: readonly Attack[] = [
  {
    id: "A01",
    about: "101 aliases of __typename",
    query: `{ ${times(101, (n) => `a${n}: __typename`)} }`,
    code: "QUERY_TOO_COMPLEX",
  },
  {
    id: "A02",
    about: "1,000 aliases of a list",
    query: `{ ${times(1_000, (n) => `a${n}: statements { id }`)} }`,
    code: "QUERY_TOO_COMPLEX",
  },
  {
    id: "A03",
    about: "as many aliases as may be",
    query: `{ people { ${times(15, (n) => `a${n}: id`)} } }`,
    code: null,
  },
  {
    id: "A03",
    about: "one alias more",
    query: `{ people { ${times(16, (n) => `a${n}: id`)} } }`,
    code: "QUERY_TOO_COMPLEX",
  },
  {
    id: "A05",
    about: "four levels in a circle, small",
    query: "{ statements(limit: 2) { clauses(limit: 5) { statement { clauses(limit: 5) { id } } } } }",
    code: null,
  },
  {
    id: "A05",
    about: "four levels in a circle",
    query: "{ statements { clauses { statement { clauses { id } } } } }",
    code: "COST_LIMIT_EXCEEDED",
  },
  {
    id: "A06",
    about: "eight levels in a circle",
    query: "{ statements { clauses { statement { clauses { statement { clauses { statement { id } } } } } } } }",
    code: "COST_LIMIT_EXCEEDED",
  },
  { id: "A07", about: "200 levels", query: levels(200, "precededBy"), code: "QUERY_TOO_COMPLEX" },
  { id: "A08", about: "20,000 levels", query: "{ a ".repeat(20_000), code: "QUERY_TOO_COMPLEX" },
  { id: "A08", about: "100,000 braces", query: "{".repeat(100_000), code: "GRAPHQL_PARSE_FAILED" },
  {
    id: "A09",
    about: "depth in fragments",
    query: `{ meetings { ...A } } fragment A on Meeting { precededBy { precededBy { precededBy { precededBy { ...B } } } } }
      fragment B on Meeting { precededBy { precededBy { precededBy { precededBy { id } } } } }`,
    code: "QUERY_TOO_COMPLEX",
  },
  {
    id: "A10",
    about: "fragments in a circle",
    query: "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
    code: "GRAPHQL_VALIDATION_FAILED",
  },
  {
    id: "A11",
    about: "5,000 fragments in a chain",
    query: `{ ...F0 } ${times(5_000, (n) => `fragment F${n} on Query { ...F${n + 1} }`)}`,
    code: "QUERY_TOO_COMPLEX",
  },
  {
    id: "A12",
    about: "fragments that double 20 times",
    query: `{ ...F0 } ${times(20, (n) => `fragment F${n} on Query { ...F${n + 1} ... on Query { ...F${n + 1} } }`)} fragment F20 on Query { __typename }`,
    code: "QUERY_TOO_COMPLEX",
  },
  { id: "A13", about: "one field 1,000 times", query: `{ ${"__typename ".repeat(1_000)} }`, code: "QUERY_TOO_COMPLEX" },
  {
    id: "A14",
    about: "one list 3,000 times",
    query: `{ ${"statements { id } ".repeat(3_000)} }`,
    code: "QUERY_TOO_COMPLEX",
  },
  {
    id: "A15",
    about: "300 directives that are none",
    query: `{ __typename ${times(300, () => "@nothing")} }`,
    code: "GRAPHQL_VALIDATION_FAILED",
  },
  {
    id: "A16",
    about: "1,000 times @include",
    query: `{ __typename ${times(1_000, () => "@include(if: true)")} }`,
    code: "QUERY_TOO_COMPLEX",
  },
  {
    id: "A16",
    about: "11 times @include",
    query: `{ ${times(11, (n) => `a${n % 9}: __typename @include(if: true)`)} }`,
    code: "QUERY_TOO_COMPLEX",
  },
  {
    id: "A17",
    about: "cost in a skipped part",
    query: "{ statements @skip(if: true) { clauses { statement { clauses { id } } } } }",
    code: "COST_LIMIT_EXCEEDED",
  },
  {
    id: "A17",
    about: "cost in a part that a variable skips",
    query: "query ($s: Boolean = true) { statements @skip(if: $s) { clauses { statement { clauses { id } } } } }",
    code: "COST_LIMIT_EXCEEDED",
  },
  { id: "A18", about: "the schema", query: getIntrospectionQuery(), code: null },
  {
    id: "A19",
    about: "the schema in circles",
    query: "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }",
    code: "GRAPHQL_VALIDATION_FAILED",
  },
  { id: "A24", about: "cost at the limit", query: atCost, code: null },
  {
    id: "A24",
    about: "cost one past it",
    query: atCost.replace(/}$/, "problems(limit: 1) { id } }"),
    code: "COST_LIMIT_EXCEEDED",
  },
  { id: "A24", about: "cost at the limit by a variable", query: atCostBy, variables: { n: 99 }, code: null },
  {
    id: "A24",
    about: "cost past it by a variable",
    query: atCostBy,
    variables: { n: 100 },
    code: "COST_LIMIT_EXCEEDED",
  },
  { id: "A25", about: "limit 0", query: "{ clauses(limit: 0) { id } }", code: "BAD_USER_INPUT" },
  { id: "A25", about: "first 0", query: "{ clausesConnection(first: 0) { totalCount } }", code: "BAD_USER_INPUT" },
  { id: "A25", about: "limit 0 below", query: "{ statements { clauses(limit: 0) { id } } }", code: "BAD_USER_INPUT" },
  { id: "A25", about: "limit 0 by a variable", query: sized, variables: { n: 0 }, code: "BAD_USER_INPUT" },
  { id: "A26", about: "limit -1", query: "{ clauses(limit: -1) { id } }", code: "BAD_USER_INPUT" },
  { id: "A26", about: "limit null", query: "{ clauses(limit: null) { id } }", code: "BAD_USER_INPUT" },
  { id: "A26", about: "limit 1,000,000", query: "{ clauses(limit: 1000000) { id } }", code: "BAD_USER_INPUT" },
  {
    id: "A26",
    about: "limit 2 to the 31st",
    query: "{ clauses(limit: 2147483648) { id } }",
    code: "GRAPHQL_VALIDATION_FAILED",
  },
  { id: "A28", about: "offset 2,000,000,000", query: "{ clauses(offset: 2000000000) { id } }", code: "BAD_USER_INPUT" },
  {
    id: "A29",
    about: "100 times 100 times 100",
    query: "{ statements(limit: 100) { clauses(limit: 100) { mentions(limit: 100) { id } } } }",
    code: "COST_LIMIT_EXCEEDED",
  },
  {
    id: "A30",
    about: "a cursor that is none",
    query: `{ clausesConnection(after: "x") { totalCount } }`,
    code: "BAD_USER_INPUT",
  },
  {
    id: "A30",
    about: "a cursor far away",
    query: `{ clausesConnection(after: "${Buffer.from("arrayconnection:999999999").toString("base64")}") { totalCount } }`,
    code: "BAD_USER_INPUT",
  },
  {
    id: "A31",
    about: "sorted by a text without an index",
    query: "{ clauses(sort: [{ text: ASC }], limit: 1) { id } }",
    code: null,
  },
  {
    id: "A32",
    about: "sorted by 20 keys",
    query: `{ problems(sort: [${times(20, () => "{ file: ASC },")}]) { id } }`,
    code: "QUERY_TOO_COMPLEX",
  },
  {
    id: "A33",
    about: "an aggregate of all",
    query: "{ clausesConnection { aggregate { node { text { longest } } } } }",
    code: "GRAPHQL_VALIDATION_FAILED",
  },
  { id: "A34", about: "a count of all", query: "{ clausesConnection { totalCount } }", code: null },
  {
    id: "A35",
    about: "a filter of 200,000 characters",
    query: people,
    variables: { w: { name: { eq: "a".repeat(200_000) } } },
    code: "BAD_USER_INPUT",
  },
  {
    id: "A36",
    about: "one letter in all clauses",
    query: `{ clauses(where: { text: { contains: "a" } }, limit: 1) { id } }`,
    code: null,
  },
  {
    id: "A37",
    about: "10,000 ids",
    query: people,
    variables: { w: { id: { in: Array.from({ length: 10_000 }, (_, n) => `person:${n}`) } } },
    code: "BAD_USER_INPUT",
  },
  {
    id: "A38",
    about: "2,000 conditions",
    query: people,
    variables: { w: { OR: Array.from({ length: 2_000 }, (_, n) => ({ name: { contains: `a${n}` } })) } },
    code: "QUERY_TOO_COMPLEX",
  },
  {
    id: "A39",
    about: "AND in AND 40 times",
    query: people,
    variables: { w: nestedFilter(40) },
    code: "QUERY_TOO_COMPLEX",
  },
  {
    id: "A39",
    about: "AND in AND 2,000 times",
    query: people,
    variables: { w: nestedFilter(2_000) },
    code: "BAD_USER_INPUT",
  },
  {
    id: "A40",
    about: "a regular expression",
    query: `{ people(where: { name: { matches: "(a+)+$" } }) { id } }`,
    code: "GRAPHQL_VALIDATION_FAILED",
  },
  { id: "A43", about: "a mutation", query: "mutation { createStatements { id } }", code: "GRAPHQL_VALIDATION_FAILED" },
  {
    id: "A43",
    about: "a subscription",
    query: "subscription { statementCreated { id } }",
    code: "GRAPHQL_VALIDATION_FAILED",
  },
  {
    id: "A46",
    about: "a number beyond all numbers",
    query: "{ clauses(limit: 99999999999) { id } }",
    code: "GRAPHQL_VALIDATION_FAILED",
  },
  { id: "A46", about: "1e400", query: "{ clauses(limit: 1e400) { id } }", code: "GRAPHQL_VALIDATION_FAILED" },
  { id: "A46", about: "NaN", query: "{ clauses(limit: NaN) { id } }", code: "GRAPHQL_VALIDATION_FAILED" },
  {
    id: "A46",
    about: "a day that is none: dates are texts, and it is later than all",
    query: `{ meetings(where: { heldOnEarliest: { gte: "9999-99-99" } }) { id } }`,
    code: null,
  },
  {
    id: "A47",
    about: "a variable that is missing",
    query: "query ($id: ID!) { people(where: { id: { eq: $id } }) { id } }",
    code: "BAD_USER_INPUT",
  },
  {
    id: "A47",
    about: "a variable that is null",
    query: "query ($id: ID!) { people(where: { id: { eq: $id } }) { id } }",
    variables: { id: null },
    code: "BAD_USER_INPUT",
  },
  { id: "A47", about: "a variable of the wrong kind", query: sized, variables: { n: "seven" }, code: "BAD_USER_INPUT" },
  { id: "A47", about: "a key that is none", query: people, variables: { w: { nothing: 1 } }, code: "BAD_USER_INPUT" },
  { id: "A47", about: "a variable that nobody asked for", query: "{ people { id } }", variables: { a: 1 }, code: null },
  {
    id: "A47",
    about: "2,000 variables",
    query: `query (${times(2_000, (n) => `$a${n}: Int`)}) { people { id } }`,
    code: "QUERY_TOO_COMPLEX",
  },
  {
    id: "A48",
    about: "two queries without a choice",
    query: "query A { __typename } query B { __typename }",
    code: "OPERATION_RESOLUTION_FAILURE",
  },
  {
    id: "A48",
    about: "two queries without names",
    query: "{ __typename } { __typename }",
    code: "GRAPHQL_VALIDATION_FAILED",
  },
  { id: "A49", about: "defer", query: "{ statements { ... @defer { id } } }", code: "GRAPHQL_VALIDATION_FAILED" },
  { id: "A49", about: "stream", query: "{ statements @stream { id } }", code: "GRAPHQL_VALIDATION_FAILED" },
];
