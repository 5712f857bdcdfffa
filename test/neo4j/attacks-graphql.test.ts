import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { apiGraph, revision } from "./api-graph.ts";
import { post, startApi } from "./api-server.ts";
import type { Api } from "./api-server.ts";
import { attacks } from "./attack-queries.ts";
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
