import { connect } from "node:net";
import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiGraph, revision } from "./api-graph.ts";
import { post, startApi } from "./api-server.ts";
import type { Api } from "./api-server.ts";
import type { TestGraph } from "./graph.ts";

const bodyBytes = 262_144;

let graph: TestGraph;
let api: Api;

beforeAll(async () => {
  graph = await apiGraph();
  api = await startApi(graph, { ADG_QUERY_TIMEOUT_MS: "60000" });
});
afterAll(async () => {
  await api.stop();
  await graph.driver.close();
});

const typename = JSON.stringify({ query: "{ __typename }" });

/** A body of so many bytes, white space at its end. */
function padded(bytes: number): string {
  return typename.padEnd(bytes, " ");
}

describe("requests", () => {
  test.each<[string, string, RequestInit, number, string | null]>([
    ["a query", "/graphql", post(typename), 200, null],
    [
      "a query in UTF-8 by name",
      "/graphql",
      post(typename, { "content-type": "application/json; charset=utf-8" }),
      200,
      null,
    ],
    ["a body as large as may be", "/graphql", post(padded(bodyBytes)), 200, null],
    ["a body one byte larger", "/graphql", post(padded(bodyBytes + 1)), 413, "PAYLOAD_TOO_LARGE"],
    ["a body without an end", "/graphql", { ...post(""), body: endless(), duplex: "half" }, 413, "PAYLOAD_TOO_LARGE"],
    ["half a JSON", "/graphql", post("{"), 400, "BAD_REQUEST"],
    ["no body", "/graphql", post(""), 400, "BAD_REQUEST"],
    ["null", "/graphql", post("null"), 400, "BAD_REQUEST"],
    ["a number", "/graphql", post("1"), 400, "BAD_REQUEST"],
    ["a batch", "/graphql", post(`[${typename},${typename}]`), 400, "BAD_REQUEST"],
    ["an empty batch", "/graphql", post("[]"), 400, "BAD_REQUEST"],
    ["no query", "/graphql", post("{}"), 400, "BAD_REQUEST"],
    ["variables that are none", "/graphql", post(`{"query":"{ __typename }","variables":[1]}`), 400, "BAD_REQUEST"],
    ["bytes that are not UTF-8", "/graphql", post(Buffer.from([0x7b, 0xff, 0x7d])), 415, "UNSUPPORTED_MEDIA_TYPE"],
    [
      "another encoding",
      "/graphql",
      post(typename, { "content-type": "application/json; charset=utf-16" }),
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    ["a compressed body", "/graphql", post(typename, { "content-encoding": "gzip" }), 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["plain text", "/graphql", post(typename, { "content-type": "text/plain" }), 415, "UNSUPPORTED_MEDIA_TYPE"],
    [
      "a form",
      "/graphql",
      post("query=1", { "content-type": "application/x-www-form-urlencoded" }),
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    ["GET", "/graphql?query={__typename}", {}, 200, null],
    ["GET without a query", "/graphql", {}, 400, "BAD_REQUEST"],
    ["an Accept of nothing that there is", "/graphql", post(typename, { accept: "image/png" }), 406, "NOT_ACCEPTABLE"],
    [
      "names of JavaScript",
      "/graphql",
      post(`{"query":"{ __typename }","variables":{"__proto__":{"a":1},"constructor":1}}`),
      200,
      null,
    ],
    [
      "a stored query",
      "/graphql",
      post(`{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}`),
      200,
      "PERSISTED_QUERY_NOT_SUPPORTED",
    ],
    ["an address of nothing", "/nothing", {}, 404, "NOT_FOUND"],
    ["a way out of the folder", "/..%2f..%2fetc/passwd", {}, 404, "NOT_FOUND"],
    ["a percent sign too many", "/%zz", {}, 400, "BAD_REQUEST"],
  ])("%s", async (_, path, init, status, code) => {
    const reply = await api.send(path, init);
    expect({ status: reply.status, code: reply.body.errors?.[0]?.extensions.code ?? null }).toEqual({ status, code });
    expect(reply.headers.get("content-type")).toMatch(/^application\/json/);
    expect(JSON.stringify(reply.body)).not.toMatch(tellTale);
  });

  test.each([
    ["PUT", "/graphql", "GET, HEAD, POST"],
    ["DELETE", "/graphql", "GET, HEAD, POST"],
    ["PATCH", "/graphql", "GET, HEAD, POST"],
    ["OPTIONS", "/graphql", "GET, HEAD, POST"],
    ["POST", "/healthz", "GET, HEAD"],
    ["DELETE", "/readyz", "GET, HEAD"],
  ])("%s of %s is not allowed", async (method, path, allowed) => {
    const { status, body, headers } = await api.send(path, { method });
    expect({ status, code: body.errors?.[0]?.extensions.code, allow: headers.get("allow") }).toEqual({
      status: 405,
      code: "METHOD_NOT_ALLOWED",
      allow: allowed,
    });
  });

  test.each([
    ["no HTTP", "hello\r\n\r\n", 400],
    ["headers without an end", `GET /healthz HTTP/1.1\r\nHost: a\r\nX-A: ${"a".repeat(20_000)}\r\n\r\n`, 431],
    ["a host that is none", "GET /healthz HTTP/1.1\r\nHost: a b[\r\nConnection: close\r\n\r\n", 400],
    ["two lengths", "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}", 400],
  ])("%s", async (_, text, status) => {
    const reply = await raw(text);
    expect(reply).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(reply.slice(reply.indexOf("\r\n\r\n")))).toMatchObject({
      errors: [{ message: expect.any(String) as string }],
    });
  });

  test("headers keep a browser from doing anything with an answer", async () => {
    const { headers } = await api.send("/graphql", post(typename));
    expect(headers.get("content-security-policy")).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("x-powered-by")).toBeNull();
  });
});

/** What must not stand in any answer: the database, its language, our files, a stack. */
const tellTale = /neo4j|cypher|\bMATCH\b|lucene|node_modules|\.ts\b|\.js\b|\/work|stack|bolt/i;

function endless(): ReadableStream {
  const part = new TextEncoder().encode(" ".repeat(65_536));
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      sent += part.length;
      if (sent > 64 * bodyBytes) controller.close();
      else controller.enqueue(part);
    },
  });
}

function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(api.address);
  return new Promise((resolve, reject) => {
    let reply = "";
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on("data", (part) => (reply += part.toString()));
    socket.on("end", () => {
      resolve(reply);
    });
    socket.on("error", reject);
  });
}

describe("queries", () => {
  const many = (count: number, part: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => part(index)).join(" ");

  test.each<[string, string, string]>([
    ["half a query", "{ a", "GRAPHQL_PARSE_FAILED"],
    ["20,000 braces", "{".repeat(20_000), "GRAPHQL_PARSE_FAILED"],
    ["20,000 levels", "{ a ".repeat(20_000), "QUERY_TOO_COMPLEX"],
    ["1,000 aliases", `{ ${many(1_000, (index) => `a${index}: statements { id }`)} }`, "QUERY_TOO_COMPLEX"],
    ["a field that is none", "{ nothing }", "GRAPHQL_VALIDATION_FAILED"],
    ["300 directives that are none", `{ __typename ${many(300, () => "@nothing")} }`, "GRAPHQL_VALIDATION_FAILED"],
    ["a long name that is none", `{ ${"a".repeat(10_000)} }`, "GRAPHQL_VALIDATION_FAILED"],
    [
      "fragments in a circle",
      "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["a mutation", "mutation { createStatements { id } }", "GRAPHQL_VALIDATION_FAILED"],
    ["a subscription", "subscription { statementCreated { id } }", "GRAPHQL_VALIDATION_FAILED"],
    ["defer", "{ statements { ... @defer { id } } }", "GRAPHQL_VALIDATION_FAILED"],
    ["a regular expression", `{ people(where: { name: { matches: "(a+)+$" } }) { id } }`, "GRAPHQL_VALIDATION_FAILED"],
    ["a number beyond all numbers", "{ clauses(limit: 99999999999) { id } }", "GRAPHQL_VALIDATION_FAILED"],
    [
      "the schema in circles",
      `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["two queries without a choice", "query A { __typename } query B { __typename }", "OPERATION_RESOLUTION_FAILURE"],
    ["no limit at all", "{ clauses(limit: 0) { id } }", "BAD_USER_INPUT"],
    ["a cursor that is none", `{ clausesConnection(after: "x") { totalCount } }`, "BAD_USER_INPUT"],
    [
      "eight levels in circles",
      `{ statements { clauses { statement { clauses { statement { clauses { statement { id } } } } } } } }`,
      "COST_LIMIT_EXCEEDED",
    ],
    [
      "nine levels",
      `{ meetings { precededBy { precededBy { precededBy { precededBy { precededBy { precededBy { precededBy { id } } } } } } } } }`,
      "QUERY_TOO_COMPLEX",
    ],
  ])("%s", async (_, query, code) => {
    const { status, body } = await api.ask(query);
    expect({ status, code: body.errors?.[0]?.extensions.code }).toEqual({ status: 400, code });
    expect(body.data).toBeUndefined();
    expect(JSON.stringify(body).length).toBeLessThan(5_000);
    expect(body.errors?.length).toBeLessThanOrEqual(10);
    expect(JSON.stringify(body)).not.toMatch(tellTale);
  });

  test.each<[string, string, object]>([
    ["missing", "query ($id: ID!) { people(where: { id: { eq: $id } }) { id } }", {}],
    ["null", "query ($id: ID!) { people(where: { id: { eq: $id } }) { id } }", { id: null }],
    ["of the wrong kind", "query ($n: Int) { people(limit: $n) { id } }", { n: "seven" }],
    ["with a key that is none", "query ($w: PersonWhere) { people(where: $w) { id } }", { w: { nothing: 1 } }],
    ["nested 2,000 levels", "query ($w: PersonWhere) { people(where: $w) { id } }", { w: nested(2_000) }],
  ])("a variable that is %s", async (_, query, variables) => {
    const { status, body } = await api.ask(query, variables as Readonly<Record<string, unknown>>);
    expect({ status, code: body.errors?.[0]?.extensions.code }).toEqual({ status: 400, code: "BAD_USER_INPUT" });
  });

  test.each(["' OR 1=1 //", "`}) DETACH DELETE n //", "\\u0060", "$param0", "\u0000", "\u202e", "\ud800", "person:p'"])(
    "a value that means something elsewhere finds nothing and changes nothing: %j",
    async (value) => {
      const query = `query ($v: String!, $id: ID!) { people(where: { OR: [{ name: { contains: $v } }, { id: { eq: $id } }] }) { id } }`;
      expect((await api.ask(query, { v: value, id: value })).body.data).toEqual({ people: [] });
      expect((await api.ask("{ peopleConnection { totalCount } }")).body.data).toEqual({
        peopleConnection: { totalCount: 1 },
      });
    },
  );

  test("the schema can be asked for, and says what it means", async () => {
    const { status, body } = await api.ask(getIntrospectionQuery());
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain("Instruments and statements that it cites, one edge a mention.");
  });

  test("every answer names the revision, refusals as well", async () => {
    for (const query of ["{ people { id } }", "{ __typename }", "{ nothing }", "{ people(limit: 0) { id } }", "{"]) {
      expect({ query, extensions: (await api.ask(query)).body.extensions }).toEqual({
        query,
        extensions: { revision },
      });
    }
  });

  test("no extension tells how the answer was made", async () => {
    const { body } = await api.send(
      "/graphql",
      post(typename, { "apollo-tracing": "1", "apollo-federation-include-trace": "ftv1" }),
    );
    expect(Object.keys(body.extensions ?? {})).toEqual(["revision"]);
  });
});

function nested(levels: number): unknown {
  let value: unknown = { name: { eq: "a" } };
  for (let level = 0; level < levels; level += 1) value = { AND: [value] };
  return value;
}

describe("health and log", () => {
  test("alive and ready", async () => {
    expect(await api.send("/healthz")).toMatchObject({ status: 200, body: { status: "ok" } });
    expect(await api.send("/readyz")).toMatchObject({ status: 200, body: { status: "ready", revision } });
  });

  test("one line a request, whatever stands in it", async () => {
    const before = api.log.length;
    await api.send("/graphql?a=%0d%0afake%1b[31m", { ...post(JSON.stringify({ query: "{ a \u001b[31m\r\nfake" })) });
    await api.send("/%0afake", { headers: { "user-agent": "\u00ff\u0081fake" } });
    const lines = api.log.slice(before);
    expect(lines.length).toBe(2);
    for (const line of lines) {
      // eslint-disable-next-line no-control-regex -- control characters are what must not be there
      expect(line).toMatch(/^[^\u0000-\u001f\u007f-\u009f]+\n$/);
      expect(JSON.parse(line)).toMatchObject({ msg: "answered" });
    }
  });
});
