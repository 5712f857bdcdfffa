import { getIntrospectionQuery } from "graphql";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { apiGraph, revision } from "./api-graph.ts";
import { post, startApi } from "./api-server.ts";
import type { Api } from "./api-server.ts";
import type { TestGraph } from "./graph.ts";

/*
 * Queries that are meant to hurt: each row is one way, with what it must come to (docs/faults.md lists the rows). After every one
 * of them the server answers as before.
 */

let graph: TestGraph;
let api: Api;

beforeAll(async () => {
  graph = await apiGraph();
  // A cold database takes longer over its first plans than a query may.
  api = await startApi(graph, { ADG_QUERY_TIMEOUT_MS: "60000" });
});
afterEach(async () => {
  expect(await api.ask("{ __typename }")).toMatchObject({ status: 200, body: { data: { __typename: "Query" } } });
});
afterAll(async () => {
  await api.stop();
  await graph.driver.close();
});

/** What must not stand in any answer: the database, its language, our files, a stack. */
const tellTale = /neo4j|cypher|\bMATCH\b|lucene|node_modules|\.ts\b|\.js\b|\/work|stack|bolt/i;

interface Attack {
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

const attacks: readonly Attack[] = [
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

describe("queries", () => {
  test.each(attacks)("$id $about", async ({ query, variables, code }) => {
    const { status, body } = await api.ask(query, variables);
    expect({ status, code: body.errors?.[0]?.extensions.code ?? null }).toEqual({
      status: code === null ? 200 : 400,
      code,
    });
    if (code === null) return;
    expect(body.data).toBeUndefined();
    expect(body.errors?.length).toBeLessThanOrEqual(10);
    expect(JSON.stringify(body).length).toBeLessThan(5_000);
    expect(JSON.stringify(body)).not.toMatch(tellTale);
  });

  test("A27 without a limit there are 20 rows, and the cut is named", async () => {
    const { body } = await api.ask("{ problems { id } }");
    expect(body.data?.problems).toHaveLength(20);
    expect(body.extensions?.truncated).toEqual([{ list: "problems", limit: 20, times: 1 }]);
  });

  test.each([
    "' OR 1=1 //",
    "`}) DETACH DELETE n //",
    "\\u0060",
    "$param0",
    "person:p'",
    "}) MATCH (n) DETACH DELETE n //",
  ])("A42 a value that is code elsewhere finds nothing and changes nothing: %j", async (value) => {
    const query = `query ($v: String!, $id: ID!) { people(where: { OR: [{ name: { contains: $v } }, { id: { eq: $id } }] }) { id } }`;
    expect((await api.ask(query, { v: value, id: value })).body.data).toEqual({ people: [] });
    expect((await api.ask("{ peopleConnection { totalCount } }")).body.data).toEqual({
      peopleConnection: { totalCount: 1 },
    });
  });

  test.each(["\u0000", "\u202e", "\ud800", "e\u0301", "\u00e9"])(
    "A45 a strange character is a character: %j",
    async (value) => {
      const query = `query ($v: String!) { people(where: { name: { contains: $v } }) { id } }`;
      expect(await api.ask(query, { v: value })).toMatchObject({ status: 200, body: { data: { people: [] } } });
    },
  );
});

describe("requests that carry queries", () => {
  const typename = JSON.stringify({ query: "{ __typename }" });

  test.each<[string, string, number, string | null]>([
    ["A04 a batch", `[${Array.from({ length: 10 }, () => typename).join(",")}]`, 400, "BAD_REQUEST"],
    [
      "A44 names of JavaScript",
      `{"query":"{ __typename }","variables":{"__proto__":{"a":1},"constructor":1}}`,
      200,
      null,
    ],
    [
      "A48 an operation that is not there",
      `{"query":"query A { __typename }","operationName":"B"}`,
      400,
      "OPERATION_RESOLUTION_FAILURE",
    ],
    [
      "A50 a stored query",
      `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}`,
      200,
      "PERSISTED_QUERY_NOT_SUPPORTED",
    ],
    [
      "A50 a query to be stored",
      `{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}`,
      200,
      "PERSISTED_QUERY_NOT_SUPPORTED",
    ],
  ])("%s", async (_, body, status, code) => {
    const reply = await api.send("/graphql", post(body));
    expect({ status: reply.status, code: reply.body.errors?.[0]?.extensions.code ?? null }).toEqual({ status, code });
  });

  test("A22 no extension tells how the answer was made", async () => {
    const headers = { "apollo-tracing": "1", "apollo-federation-include-trace": "ftv1" };
    const { body } = await api.send("/graphql", post(typename, headers));
    expect(Object.keys(body.extensions ?? {})).toEqual(["revision"]);
  });

  test("A23 a browser that opens /graphql gets JSON and no page", async () => {
    const { status, headers } = await api.send("/graphql", { headers: { accept: "text/html,*/*" } });
    expect({ status, type: headers.get("content-type") }).toEqual({
      status: 400,
      type: "application/json; charset=utf-8",
    });
  });

  test("A53 a text that is HTML goes out as JSON that no browser takes for a page", async () => {
    const { headers } = await api.ask(`{ people(where: { name: { eq: "<script>alert(1)</script>" } }) { id } }`);
    expect(headers.get("content-type")).toMatch(/^application\/json/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toBe("default-src 'none';frame-ancestors 'none'");
  });

  test("A54 the log has one line a request, whatever stands in it", async () => {
    const before = api.log.length;
    const query = "query fake { a \u001b[31m\r\nfake }";
    await api.send("/graphql?a=%0d%0afake%1b[31m", post(JSON.stringify({ query, operationName: "a\r\nb\u001b[31m" })));
    await api.send("/%0afake", { headers: { "user-agent": "\u00ff\u0081fake" } });
    const lines = api.log.slice(before);
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      // eslint-disable-next-line no-control-regex -- control characters are what must not be there
      expect(line).toMatch(/^[^\u0000-\u001f\u007f-\u009f]+\n$/);
      expect(JSON.parse(line)).toMatchObject({
        msg: "answered",
        reqId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      });
    }
  });

  test("every answer names the revision, refusals as well", async () => {
    for (const query of ["{ people { id } }", "{ __typename }", "{ nothing }", "{ people(limit: 0) { id } }", "{"]) {
      expect({ query, extensions: (await api.ask(query)).body.extensions }).toEqual({
        query,
        extensions: { revision },
      });
    }
  });
});

describe("A52 answers that are kept", () => {
  const path = (query: string, more = "") => `/graphql?query=${encodeURIComponent(query)}${more}`;
  const named = "query A { people { id } } query B { countries { id } }";
  const by = "query ($id: ID!) { countries(where: { id: { eq: $id } }) { id } }";
  const variables = (id: string) => `&variables=${encodeURIComponent(JSON.stringify({ id }))}`;

  /** Twice each, so that what is kept is given: first all of them, then all again in the other order. */
  async function bothWays(requests: readonly (readonly [string, RequestInit?])[]) {
    const first = [];
    for (const [url, init] of requests) first.push((await api.send(url, init)).body.data);
    const again = [];
    for (const [url, init] of requests.toReversed()) again.unshift((await api.send(url, init)).body.data);
    expect(again).toEqual(first);
    return first;
  }

  test("are told apart by query, variables, operation and method", async () => {
    const answers = await bothWays([
      [path(named, "&operationName=A")],
      [path(named, "&operationName=B")],
      [path(by, variables("country:my"))],
      [path(by, variables("country:us"))],
      ["/graphql", post(JSON.stringify({ query: by, variables: { id: "country:my" } }))],
      ["/graphql", post(JSON.stringify({ query: by, variables: { id: "country:us" } }))],
      ["/graphql", post(JSON.stringify({ query: named, operationName: "A" }))],
      ["/graphql", post(JSON.stringify({ query: named, operationName: "B" }))],
    ]);
    const [people, countries] = [
      { people: [{ id: "person:p" }] },
      { countries: [{ id: "country:my" }, { id: "country:us" }] },
    ];
    const [my, us] = [{ countries: [{ id: "country:my" }] }, { countries: [{ id: "country:us" }] }];
    expect(answers).toEqual([people, countries, my, us, my, us, people, countries]);
  });

  test("are told apart by Accept, and say so", async () => {
    const query = path("{ people { name } }");
    for (const type of ["application/graphql-response+json", "application/json"]) {
      for (let time = 0; time < 2; time += 1) {
        const { headers } = await api.send(query, { headers: { accept: type } });
        expect(headers.get("content-type")).toMatch(type);
        expect(headers.get("vary")).toBe("accept, accept-encoding");
      }
    }
    expect((await api.send(query, { headers: { accept: "image/png" } })).status).toBe(406);
  });

  test("no other header changes them, and no refusal is kept", async () => {
    const forged = {
      "x-forwarded-host": "evil.example",
      "x-original-url": "/evil",
      "x-http-method-override": "DELETE",
    };
    const query = path("{ people { id name } }");
    const [one, two] = [await api.send(query, { headers: forged }), await api.send(query)];
    expect(two.body).toEqual(one.body);
    const wrong = path("{ people(limit: 0) { id } }");
    for (let time = 0; time < 2; time += 1) {
      const { status, headers } = await api.send(wrong);
      expect({ status, cache: headers.get("cache-control"), etag: headers.get("etag") }).toEqual({
        status: 400,
        cache: "no-store",
        etag: null,
      });
    }
  });
});
