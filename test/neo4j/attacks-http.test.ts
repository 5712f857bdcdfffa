import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
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
    ["B09 a body as large as may be", "/graphql", post(padded(bodyBytes)), 200, null],
    ["B09 a body one byte larger", "/graphql", post(padded(bodyBytes + 1)), 413, "PAYLOAD_TOO_LARGE"],
    [
      "B10 a body without an end",
      "/graphql",
      { ...post(""), body: endless(), duplex: "half" },
      413,
      "PAYLOAD_TOO_LARGE",
    ],
    ["B06 half a JSON", "/graphql", post("{"), 400, "BAD_REQUEST"],
    ["B06 no body", "/graphql", post(""), 400, "BAD_REQUEST"],
    ["B06 null", "/graphql", post("null"), 400, "BAD_REQUEST"],
    ["B06 a number", "/graphql", post("1"), 400, "BAD_REQUEST"],
    ["B06 an empty batch", "/graphql", post("[]"), 400, "BAD_REQUEST"],
    ["B06 no query", "/graphql", post("{}"), 400, "BAD_REQUEST"],
    ["B06 variables that are none", "/graphql", post(`{"query":"{ __typename }","variables":[1]}`), 400, "BAD_REQUEST"],
    ["B07 bytes that are not UTF-8", "/graphql", post(Buffer.from([0x7b, 0xff, 0x7d])), 415, "UNSUPPORTED_MEDIA_TYPE"],
    [
      "B08 another encoding",
      "/graphql",
      post(typename, { "content-type": "application/json; charset=utf-16" }),
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    [
      "B11 a compressed body",
      "/graphql",
      post(typename, { "content-encoding": "gzip" }),
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    ["B04 plain text", "/graphql", post(typename, { "content-type": "text/plain" }), 415, "UNSUPPORTED_MEDIA_TYPE"],
    [
      "B04 a form",
      "/graphql",
      post("query=1", { "content-type": "application/x-www-form-urlencoded" }),
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    ["B01 GET, which is allowed", "/graphql?query={__typename}", {}, 200, null],
    ["GET without a query", "/graphql", {}, 400, "BAD_REQUEST"],
    [
      "B02 GET with a body's type",
      "/graphql?query={__typename}",
      { headers: { "content-type": "message/http" } },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    ["B03 GET of a mutation", "/graphql?query=mutation{a}", {}, 405, "METHOD_NOT_ALLOWED"],
    ["B13 an address of 8,193 characters", `/graphql?query=${"a".repeat(8_178)}`, {}, 414, "URI_TOO_LONG"],
    [
      "B23 nothing but commas",
      "/graphql",
      post(JSON.stringify({ query: ",".repeat(200_000) })),
      400,
      "GRAPHQL_PARSE_FAILED",
    ],
    [
      "B23 a megabyte of commas",
      "/graphql",
      post(JSON.stringify({ query: ",".repeat(1_000_000) })),
      413,
      "PAYLOAD_TOO_LARGE",
    ],
    [
      "B19 an Accept of nothing that there is",
      "/graphql",
      post(typename, { accept: "image/png" }),
      406,
      "NOT_ACCEPTABLE",
    ],
    ["an address of nothing", "/nothing", {}, 404, "NOT_FOUND"],
    ["B24 a way out of the folder", "/..%2f..%2fetc/passwd", {}, 404, "NOT_FOUND"],
    ["B24 a percent sign too many", "/%zz", {}, 400, "BAD_REQUEST"],
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
  ])("B05 %s of %s is not allowed", async (method, path, allowed) => {
    const { status, body, headers } = await api.send(path, { method });
    expect({ status, code: body.errors?.[0]?.extensions.code, allow: headers.get("allow") }).toEqual({
      status: 405,
      code: "METHOD_NOT_ALLOWED",
      allow: allowed,
    });
  });

  test.each([
    ["B12 no HTTP", "hello\r\n\r\n", 400],
    ["B13 headers without an end", `GET /healthz HTTP/1.1\r\nHost: a\r\nX-A: ${"a".repeat(20_000)}\r\n\r\n`, 431],
    ["B20 a host that is none", "GET /healthz HTTP/1.1\r\nHost: a b[\r\nConnection: close\r\n\r\n", 400],
    ["B12 two lengths", "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}", 400],
  ])("%s", async (_, text, status) => {
    const reply = await raw(text);
    expect(reply).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(reply.slice(reply.indexOf("\r\n\r\n")))).toMatchObject({
      errors: [{ message: expect.any(String) as string }],
    });
  });

  test("B25 headers keep a browser from doing anything with an answer", async () => {
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

describe("what a client has already", () => {
  const path = `/graphql?query=${encodeURIComponent("{ countries { id name } }")}`;
  const large = `/graphql?query=${encodeURIComponent("{ __schema { types { name description } } }")}`;

  test("B26 the same answer has the same ETag, and 304 where it is named", async () => {
    const first = await api.send(path);
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    expect(first.headers.get("cache-control")).toBe(
      "public, max-age=5, stale-while-revalidate=5, stale-if-error=86400",
    );
    for (const given of [etag, etag.slice(2), `"other", ${etag}`, "*"]) {
      const { status, headers, body } = await whole(path, { "if-none-match": given });
      expect({ given, status, etag: headers.etag, body: body.length }).toEqual({ given, status: 304, etag, body: 0 });
    }
    const other = await whole(path, { "if-none-match": `"other"` });
    expect({ status: other.status, etag: other.headers.etag }).toEqual({ status: 200, etag });
  });

  test("B26 HEAD is GET without the body; a part of an answer is not given", async () => {
    const get = await whole(path, {});
    const head = await whole(path, {}, "HEAD");
    const length = String(get.body.length);
    expect(head).toMatchObject({ status: 200, headers: { etag: get.headers.etag, "content-length": length } });
    expect(head.body.length).toBe(0);
    expect(await whole(path, { range: "bytes=0-1" })).toMatchObject({ status: 200, body: get.body });
  });

  test.each([
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ])("a large answer goes out as %s, with the ETag that it has without", async (coding, decoded) => {
    const plain = await whole(large, {});
    const packed = await whole(large, { "accept-encoding": coding });
    expect(packed.headers).toMatchObject({ "content-encoding": coding, etag: plain.headers.etag });
    expect(packed.headers.vary).toMatch(/accept-encoding/);
    expect(decoded(packed.body).equals(plain.body)).toBe(true);
    const etag = packed.headers.etag ?? "";
    expect(await whole(large, { "accept-encoding": coding, "if-none-match": etag })).toMatchObject({ status: 304 });
  });
});

describe("a kept answer", () => {
  const long = `/graphql?query=${encodeURIComponent("{ __schema { types { name kind } } }")}`;
  const short = `/graphql?query=${encodeURIComponent("{ people { id } }")}`;
  const unlike = ["date", "x-request-id", "connection", "keep-alive", "transfer-encoding", "content-length"];

  function told(headers: Readonly<Record<string, unknown>>) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !unlike.includes(name)));
  }

  test.each([
    ["plain", short, {}],
    ["in one packing", long, { "accept-encoding": "gzip" }],
    ["in the better of two", long, { "accept-encoding": "gzip, deflate, br" }],
    ["as the client weighs it", long, { "accept-encoding": "br;q=0, gzip" }],
    ["too short to pack", short, { "accept-encoding": "br" }],
    ["in another form", short, { accept: "application/graphql-response+json" }],
  ])("says what the listener would: %s", async (_, path, headers) => {
    await whole(path, headers);
    // A host that is written so is out of the ordinary, and goes the way of an answer that is not kept.
    const first = await whole(path, { ...headers, host: "[::1]" });
    const second = await whole(path, headers);
    expect({ ...second, headers: told(second.headers) }).toEqual({ ...first, headers: told(first.headers) });
    expect(second.headers["x-request-id"]).not.toBe(first.headers["x-request-id"]);
  });

  test("may be read by a page of any site where the settings say so, on a 304 as well", async () => {
    const other = await startApi(graph, { ADG_CORS_ORIGINS: "*" });
    const allowed = async (headers: Readonly<Record<string, string>>) => {
      const { status, headers: got } = await whole(short, headers, "GET", other.address);
      return [status, got["access-control-allow-origin"]];
    };
    const { headers } = await whole(short, {}, "GET", other.address);
    const again = [await allowed({}), await allowed({ "if-none-match": headers.etag ?? "" })];
    await other.stop();
    expect(again).toEqual([[200, "*"], [304, "*"]]); // prettier-ignore
  });

  test("is told apart by the site that reads it, where sites are named", async () => {
    const other = await startApi(graph, { ADG_CORS_ORIGINS: "https://a.example,https://b.example" });
    const allowed = async (origin: string) => {
      const { headers } = await whole(short, { origin }, "GET", other.address);
      return [headers["access-control-allow-origin"], headers.vary?.toLowerCase()];
    };
    const found = [await allowed("https://a.example"), await allowed("https://b.example")];
    await other.stop();
    const varies = "origin, accept, accept-encoding";
    expect(found).toEqual([["https://a.example", varies], ["https://b.example", varies]]); // prettier-ignore
  });

  test("is one line of the log with what it was", async () => {
    await whole(short, {});
    const { headers } = await whole(short, {});
    const line = api.log.find((found) => found.includes(String(headers["x-request-id"])));
    expect(JSON.parse(line ?? "{}")).toMatchObject({
      path: "/graphql",
      status: 200,
      source: "kept",
      operation: "none",
    });
  });
});

describe("who may ask", () => {
  async function within(settings: Readonly<Record<string, string>>, work: (other: Api) => Promise<void>) {
    const other = await startApi(graph, settings);
    await work(other).finally(other.stop);
  }

  test("B21 no page of another site, unless it is named", async () => {
    const evil = { headers: { origin: "https://evil.example" } };
    expect((await api.send("/healthz", evil)).headers.get("access-control-allow-origin")).toBeNull();
    await within({ ADG_CORS_ORIGINS: "https://a.example,https://b.example" }, async (other) => {
      const allowed = async (origin: string) =>
        (await other.send("/healthz", { headers: { origin } })).headers.get("access-control-allow-origin");
      expect(await allowed("https://a.example")).toBe("https://a.example");
      expect(await allowed("https://b.example")).toBe("https://b.example");
      expect(await allowed("https://evil.example")).not.toBe("https://evil.example");
      expect((await other.send("/healthz", evil)).headers.get("access-control-allow-credentials")).toBeNull();
    });
    await within({ ADG_CORS_ORIGINS: "*" }, async (other) => {
      const { headers } = await other.send("/healthz", evil);
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-allow-credentials")).toBeNull();
    });
  });

  test("B22 so often in a minute, by the address that the proxy names, and then with word when to come back", async () => {
    await within({ ADG_RATE_PER_MINUTE: "3", ADG_TRUST_PROXY: "1" }, async (other) => {
      const from = async (client: string, path = "/graphql?query={__typename}") =>
        await other.send(path, { headers: { "x-forwarded-for": `9.9.9.9, ${client}` } });
      for (let time = 0; time < 3; time += 1) expect((await from("1.1.1.1")).status).toBe(200);
      const { status, body, headers } = await from("1.1.1.1");
      expect({ status, code: body.errors?.[0]?.extensions.code }).toEqual({ status: 429, code: "TOO_MANY_REQUESTS" });
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
      expect((await from("2.2.2.2")).status).toBe(200);
      expect((await from("1.1.1.1", "/healthz")).status).toBe(200);
    });
  });

  test("B22 this machine itself as often as it likes, whatever it calls itself", async () => {
    await within({ ADG_RATE_PER_MINUTE: "1" }, async (other) => {
      for (let time = 0; time < 3; time += 1) {
        expect(
          await other.send("/graphql?query={__typename}", { headers: { "x-forwarded-for": "1.1.1.1" } }),
        ).toMatchObject({ status: 200 });
      }
    });
  });

  test("B01 a GET with the sign of a client alone, where the setting says so", async () => {
    await within({ ADG_PREFLIGHT: "yes" }, async (other) => {
      const query = "/graphql?query={people{id}}";
      const sign = { headers: { "apollo-require-preflight": "1" } };
      for (let time = 0; time < 2; time += 1) {
        expect((await other.send(query)).status).toBe(400);
        expect((await other.send(query, sign)).status).toBe(200);
      }
    });
  });

  test("B17 so many connections at a time; the next is closed, and the others go on", async () => {
    await within({ ADG_CONNECTIONS: "2" }, async (other) => {
      const { hostname, port } = new URL(other.address);
      const sockets = await Promise.all(
        [0, 1, 2].map(
          () =>
            new Promise<ReturnType<typeof connect>>((resolve) => {
              const socket = connect(Number(port), hostname, () => { resolve(socket); }); // prettier-ignore
            }),
        ),
      );
      await expect.poll(() => sockets.filter(({ readyState }) => readyState === "open").length).toBe(2);
      for (const socket of sockets) socket.destroy();
      await expect.poll(async () => (await other.send("/healthz").catch(() => null))?.status).toBe(200);
    });
  });
});

describe("metrics", () => {
  test("count what was asked, under few names", async () => {
    await api.send("/graphql", post(JSON.stringify({ query: "query Disputes { people { id } }" })));
    await api.send("/graphql", post(JSON.stringify({ query: "query Whatever { people { id } }" })));
    await api.send("/graphql", post(JSON.stringify({ query: "{ people(limit: 0) { id } }" })));
    const { text, type } = await fetch(`${api.address}/metrics`).then(async (reply) => ({
      text: await reply.text(),
      type: reply.headers.get("content-type"),
    }));
    expect(type).toMatch(/^text\/plain/);
    expect(text).toMatch(/^adg_query_seconds_count\{operation="Disputes",source="database"\} [1-9]/m);
    expect(text).toMatch(/^adg_query_seconds_count\{operation="other",source="database"\} [1-9]/m);
    expect(text).toMatch(/^adg_errors_total\{code="BAD_USER_INPUT"\} [1-9]/m);
    expect(text).toMatch(/^adg_query_cost_count [1-9]/m);
    expect(text).toMatch(/^adg_queries_in_flight 0$/m);
    expect(text).toContain(`adg_revision_info{revision="${revision}"} 1`);
    expect(text).not.toContain("Whatever");
  });
});

/** A request as it is, with nothing unpacked on the way. */
function whole(path: string, headers: Readonly<Record<string, string>>, method = "GET", address = api.address) {
  return new Promise<{ status: number; headers: Readonly<Record<string, string | undefined>>; body: Buffer }>(
    (resolve, reject) => {
      const call = httpRequest(`${address}${path}`, { method, headers }, (reply) => {
        const parts: Buffer[] = [];
        reply.on("data", (part: Buffer) => parts.push(part));
        reply.on("end", () => {
          const given = reply.headers as Readonly<Record<string, string | undefined>>;
          resolve({ status: reply.statusCode ?? 0, headers: given, body: Buffer.concat(parts) });
        });
      });
      call.on("error", reject);
      call.end();
    },
  );
}

describe("health", () => {
  test("alive and ready", async () => {
    expect(await api.send("/healthz")).toMatchObject({ status: 200, body: { status: "ok" } });
    expect(await api.send("/readyz")).toMatchObject({ status: 200, body: { status: "ready", revision } });
  });
});
