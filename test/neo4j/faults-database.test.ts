import type { Driver } from "neo4j-driver";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { ensureConstraints, textIndexes } from "../../ingest/load/constraints.ts";
import { askedIndexes } from "../../src/api/indexes.ts";
import { startServer } from "../../src/api/server.ts";
import { readConfig } from "../../src/config.ts";
import { openDriver } from "../../src/neo4j/driver.ts";
import { apiGraph, revision } from "./api-graph.ts";
import { meddled, post, startApi } from "./api-server.ts";
import type { Api, Meddling } from "./api-server.ts";
import { startBoltProxy } from "./bolt-proxy.ts";
import type { BoltProxy } from "./bolt-proxy.ts";
import type { TestGraph } from "./graph.ts";

const query = "{ people { id } }";
const answered = { status: 200, body: { data: { people: [{ id: "person:p" }] }, extensions: { revision } } };
const gone = { status: 503, body: { errors: [{ extensions: { code: "SERVICE_UNAVAILABLE" } }] } };

let graph: TestGraph;
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  graph = await apiGraph();
});
afterEach(async () => {
  for (const stop of stops.reverse()) await stop();
  stops = [];
});
afterAll(async () => {
  await graph.driver.close();
});

async function started(driver: Driver, settings: Readonly<Record<string, string>> = {}): Promise<Api> {
  // What the database does is seen on answers that come from it.
  const api = await startApi({ driver, name: graph.name }, { ADG_CACHE_BYTES: "0", ...settings });
  stops.push(api.stop);
  return api;
}

describe("the database goes away", () => {
  let proxy: BoltProxy;
  let api: Api;

  async function behindProxy(): Promise<void> {
    const server = inject("neo4j");
    proxy = await startBoltProxy(server.uri);
    stops.push(proxy.close);
    const driver = openDriver({ ...server, uri: proxy.uri });
    stops.push(() => driver.close());
    api = await started(driver);
  }

  async function expectGone(): Promise<void> {
    expect(await api.ask(query)).toMatchObject(gone);
    expect(await api.send("/readyz")).toMatchObject({
      status: 503,
      body: { status: "not ready", reason: "the database cannot be reached" },
    });
    expect(await api.send("/healthz")).toMatchObject({ status: 200 });
    expect(await api.ask("{ __typename }")).toMatchObject({ status: 200, body: { data: { __typename: "Query" } } });
  }

  /** Answers again, at the first question or a little later: dead connections are found out one by one. */
  async function expectBack(): Promise<void> {
    await expect.poll(() => api.ask(query), { timeout: 20_000 }).toMatchObject(answered);
    expect(await api.send("/readyz")).toMatchObject({ status: 200, body: { status: "ready", revision } });
  }

  test("C02 refusing connections, and comes back", async () => {
    await behindProxy();
    expect(await api.ask(query)).toMatchObject(answered);
    await proxy.refuse();
    await expectGone();
    await proxy.mend();
    await expectBack();
  });

  test("C03 without a word, and comes back", async () => {
    await behindProxy();
    expect(await api.ask(query)).toMatchObject(answered);
    proxy.hang();
    await expectGone();
    await proxy.mend();
    await expectBack();
  });

  test("C01 before the API starts, and comes later", async () => {
    await behindProxy();
    await proxy.refuse();
    await expectGone();
    await proxy.mend();
    await expectBack();
  });

  test("C04 in the middle of a query", async () => {
    await behindProxy();
    let broken = false;
    const slow = meddled(openDriver({ ...inject("neo4j"), uri: proxy.uri }), async (text, run) => {
      if (text.includes("Person") && !broken) {
        broken = true;
        await proxy.refuse();
      }
      return run(text);
    });
    stops.push(() => slow.close());
    api = await started(slow);
    expect(await api.ask(query)).toMatchObject({
      status: 503,
      body: { errors: [{ extensions: { code: "SERVICE_UNAVAILABLE" } }] },
    });
    await proxy.mend();
    await expectBack();
  });

  test("a client is told when to come back", async () => {
    await behindProxy();
    await proxy.refuse();
    expect((await api.ask(query)).headers.get("retry-after")).toBe("2");
  });
});

describe("a query goes wrong", () => {
  async function meddledApi(meddle: Meddling, settings: Readonly<Record<string, string>> = {}): Promise<Api> {
    return started(meddled(graph.driver, meddle), settings);
  }

  const only =
    (change: (text: string) => string): Meddling =>
    (text, run) =>
      run(text.includes("Person") ? change(text) : text);
  const endless =
    "UNWIND range(1, 1000000000) AS a UNWIND range(1, 1000000000) AS b WITH a WHERE a < 0 RETURN a AS this";

  test("C05 it takes too long: the database ends it, and the next one is answered", async () => {
    const api = await meddledApi(
      only(() => endless),
      { ADG_QUERY_TIMEOUT_MS: "500" },
    );
    const { status, body } = await api.ask(query);
    expect({ status, body }).toEqual({
      status: 504,
      body: {
        errors: [
          { message: "The query took longer than the limit; ask for less.", extensions: { code: "QUERY_TIMEOUT" } },
        ],
        extensions: { revision },
      },
    });
    expect(await api.ask("{ countries { id } }")).toMatchObject({ status: 200 });
  });

  test("it is wrong: nobody is told how, but the log", async () => {
    const api = await meddledApi(only((text) => text.replace("MATCH", "MATCHH")));
    const { status, body } = await api.ask(query);
    expect({ status, body }).toEqual({
      status: 500,
      body: {
        data: null,
        errors: [
          {
            message: "Something went wrong here; the log knows what.",
            extensions: { code: "INTERNAL_SERVER_ERROR" },
          },
        ],
        extensions: { revision },
      },
    });
    expect(api.log.filter((line) => line.includes("MATCHH"))).toHaveLength(1);
  });

  test("C11 it writes: the database refuses", async () => {
    const api = await meddledApi(only(() => "CREATE (p:Person {id: 'person:new'}) RETURN p AS this"));
    expect(await api.ask(query)).toMatchObject({ status: 500 });
    const { records } = await graph.driver.executeQuery("MATCH (p:Person) RETURN count(p) AS people");
    expect(records[0]?.get("people")).toBe(1);
  });
});

describe("a client goes away, or too many come", () => {
  const endless =
    "UNWIND range(1, 1000000000) AS a UNWIND range(1, 1000000000) AS b WITH a WHERE a < 0 RETURN a AS this";
  const slow: Meddling = (text, run) => run(text.includes("Person") ? endless : text);

  /** How many transactions the database works on for the endless query. */
  async function atWork(): Promise<number> {
    const { records } = await graph.driver.executeQuery(
      `SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH "UNWIND range(1, 1000000000)" RETURN count(*) AS n`,
    );
    return Number(records[0]?.get("n"));
  }

  test("B18 the database stops what nobody waits for any more", async () => {
    const api = await started(meddled(graph.driver, slow), { ADG_QUERY_TIMEOUT_MS: "60000" });
    const leaving = new AbortController();
    const body = JSON.stringify({ query });
    const reply = fetch(`${api.address}/graphql`, { ...post(body), signal: leaving.signal });
    await expect.poll(atWork, { timeout: 20_000 }).toBe(1);
    leaving.abort();
    await expect(reply).rejects.toThrow("aborted");
    await expect.poll(atWork, { timeout: 10_000 }).toBe(0);
    expect(api.log.filter((line) => line.includes("query failed"))).toEqual([]);
  });

  test("more queries than may be worked on: the next is told when to come, and all goes on when one has gone", async () => {
    const api = await started(meddled(graph.driver, slow), { ADG_QUERY_TIMEOUT_MS: "60000", ADG_CONCURRENCY: "2" });
    const leaving = new AbortController();
    const waiting = [0, 1].map(() =>
      fetch(`${api.address}/graphql`, { ...post(JSON.stringify({ query })), signal: leaving.signal }),
    );
    await expect.poll(atWork, { timeout: 20_000 }).toBe(2);
    const refused = await api.ask("{ countries { id } }");
    expect(refused).toMatchObject({ status: 503, body: { errors: [{ extensions: { code: "OVERLOADED" } }] } });
    expect(refused.headers.get("retry-after")).toBe("1");
    expect(await api.send("/healthz")).toMatchObject({ status: 200 });
    leaving.abort();
    await Promise.allSettled(waiting);
    await expect.poll(async () => (await api.ask("{ countries { id } }")).status, { timeout: 10_000 }).toBe(200);
  });
});

describe("what is kept", () => {
  const countries = `/graphql?query=${encodeURIComponent("{ countries { id } }")}`;

  test("is given without the database, until a new revision is loaded", async () => {
    const asked: string[] = [];
    const listening: Meddling = (text, run) => {
      asked.push(text);
      return run(text);
    };
    const api = await startApi({ driver: meddled(graph.driver, listening), name: graph.name });
    stops.push(api.stop);
    const first = await api.send(countries);
    const before = asked.length;
    const etag = first.headers.get("etag") ?? "";
    expect((await api.send(countries)).body).toEqual(first.body);
    expect((await fetch(`${api.address}${countries}`, { headers: { "if-none-match": etag } })).status).toBe(304);
    expect(asked.length).toBe(before);
    await graph.driver.executeQuery(
      `MATCH (r:Revision) SET r.id = "revision:next", r.createdAt = "2026-01-02T00:00:00Z"`,
    );
    stops.push(() =>
      graph.driver.executeQuery(`MATCH (r:Revision) SET r.id = $revision, r.createdAt = "2026-01-01T00:00:00Z"`, {
        revision,
      }),
    );
    await expect
      .poll(async () => (await api.send(countries)).body.extensions?.revision, { timeout: 20_000 })
      .toBe("revision:next");
    expect((await api.send(countries)).headers.get("etag")).not.toBe(etag);
    expect((await fetch(`${api.address}${countries}`, { headers: { "if-none-match": etag } })).status).toBe(200);
  });

  test("C20 is of the load it came from, also where an earlier revision comes back", async () => {
    const api = await startApi(graph);
    stops.push(api.stop);
    const ids = async () =>
      ((await api.send(countries)).body.data?.countries as readonly { readonly id: string }[]).length;
    expect(await ids()).toBe(2);
    await graph.driver.executeQuery(
      `CREATE (:Country {id: "country:xx", name: "X", iso2: "XX", iso3: "XXX", aliases: [], confidence: "document", disputed: []})
       WITH 1 AS one MATCH (r:Revision) SET r.createdAt = "2026-01-03T00:00:00Z"`,
    );
    stops.push(() => graph.driver.executeQuery(`MATCH (c:Country {id: "country:xx"}) DELETE c`));
    await expect.poll(ids, { timeout: 20_000 }).toBe(3);
  });
});

describe("start and stop", () => {
  test("C12 a graph without a revision is not ready, but answers", async () => {
    const without: Meddling = (text, run) => run(text);
    const driver = meddled(graph.driver, without);
    await graph.driver.executeQuery("MATCH (r:Revision) SET r:Kept REMOVE r:Revision");
    stops.push(() => graph.driver.executeQuery("MATCH (r:Kept) SET r:Revision REMOVE r:Kept"));
    const api = await started(driver);
    expect(await api.send("/readyz")).toMatchObject({
      status: 503,
      body: { status: "not ready", reason: "nothing is loaded yet: run adg ingest" },
    });
    expect(await api.ask(query)).toMatchObject({ status: 200, body: { extensions: { revision: null } } });
  });

  test("C12 a graph without the index that the search asks is not ready", async () => {
    expect(askedIndexes).toEqual(Object.values(textIndexes).map(({ name }) => name));
    await graph.driver.executeQuery("DROP INDEX search_clauses");
    stops.push(async () => {
      const session = graph.driver.session({ database: graph.name });
      await ensureConstraints(session);
      await session.close();
    });
    const api = await started(graph.driver);
    expect(await api.send("/readyz")).toMatchObject({
      status: 503,
      body: { status: "not ready", reason: "the index search_clauses is missing: run adg ingest" },
    });
  });

  test("C19 a port in use is one clear line", async () => {
    const api = await started(graph.driver);
    const { port } = new URL(api.address);
    const second = startServer({
      driver: graph.driver,
      database: graph.name,
      config: readConfig({ ADG_PORT: port }),
      log: () => undefined,
    });
    await expect(second).rejects.toMatchObject({
      message: `port ${port} of 127.0.0.1 is in use`,
      remedy: "Stop what uses it, or set ADG_PORT to a free port.",
      code: "port-in-use",
    });
  });

  test("C13 a request under way is finished, and the next one finds nobody", async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let reached = (): void => undefined;
    const underWay = new Promise<void>((resolve) => (reached = resolve));
    const waiting: Meddling = async (text, run) => {
      if (text.includes("Person")) {
        reached();
        await held;
      }
      return run(text);
    };
    const api = await startApi({ driver: meddled(graph.driver, waiting), name: graph.name });
    const reply = api.ask(query);
    await underWay;
    const stopped = api.stop();
    await expect
      .poll(() =>
        fetch(`${api.address}/healthz`).then(
          ({ status }) => status,
          () => "nobody",
        ),
      )
      .not.toBe(200);
    release();
    const { status, body, headers } = await reply;
    expect({ status, body, connection: headers.get("connection") }).toEqual({ ...answered, connection: "close" });
    await stopped;
    await expect(fetch(`${api.address}/healthz`)).rejects.toThrow("fetch failed");
  });

  test("the questions are asked ahead, and nothing but the log would know", async () => {
    const asked: string[] = [];
    const listening: Meddling = (text, run) => {
      asked.push(text);
      return run(text);
    };
    const server = await startServer({
      driver: meddled(graph.driver, listening),
      database: graph.name,
      config: readConfig({ ADG_PORT: "0" }),
      log: () => undefined,
    });
    stops.push(server.stop);
    await server.warmUp();
    const about = ["Statement", "Meeting", "WorkingGroup"].map((label) =>
      asked.some((text) => text.includes(`(this:${label})`)),
    );
    expect(about).toEqual([true, true, true]);
  });
});
