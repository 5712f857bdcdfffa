import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import neo4j from "neo4j-driver";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { openDriver } from "../../src/neo4j/driver.ts";
import { serve } from "./adg-process.ts";
import type { Served } from "./adg-process.ts";
import { apiGraph, revision } from "./api-graph.ts";
import { meddled, startApi } from "./api-server.ts";
import type { TestGraph } from "./graph.ts";

/*
 * The API as processes that start, stop, are killed and stand beside each other, and the ways to the database past one machine.
 */

let graph: TestGraph;
const running: Served[] = [];

beforeAll(async () => {
  graph = await apiGraph();
});
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill("SIGKILL");
    await ended;
  }
});
afterAll(async () => {
  await graph.driver.close();
});

async function served(settings: Readonly<Record<string, string>> = {}, openFiles?: number): Promise<Served> {
  const found = await serve(inject("neo4j"), settings, openFiles);
  running.push(found);
  return found;
}

const countries = `/graphql?query=${encodeURIComponent("{ countries { id } }")}`;

describe("processes", () => {
  test("two instances on one database: one is killed, and a client that tries once more sees no failed request", async () => {
    const [one, other] = await Promise.all([served(), served()]);
    const statuses: number[] = [];
    for (let request = 0; request < 60; request += 1) {
      if (request === 20) one.child.kill("SIGKILL");
      const [first, second] = request % 2 === 0 ? [one, other] : [other, one];
      const reply = await fetch(`${first.address}${countries}`).catch(() => fetch(`${second.address}${countries}`));
      statuses.push(reply.status);
      expect(await reply.json()).toMatchObject({ extensions: { revision } });
    }
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await one.ended).toBe("SIGKILL");
  });

  test("C13 SIGTERM ends it with exit code 0", async () => {
    const { child, address, ended } = await served();
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });

  test("C14 a second SIGTERM does not wait for those who are slow", async () => {
    const { child, address, ended } = await served();
    const { hostname, port } = new URL(address);
    const slow = connect(Number(port), hostname);
    slow.on("error", () => undefined);
    slow.write("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
    await pause(200);
    child.kill("SIGTERM");
    await pause(1_500);
    expect(child.exitCode).toBeNull();
    child.kill("SIGTERM");
    expect(await ended).toBe(143);
    slow.destroy();
  });

  test("C08 a wrong password ends the start with exit code 1 and is not told", async () => {
    const { ended, said } = await served({ NEO4J_PASSWORD: "a-wrong-secret" });
    expect(await ended).toBe(1);
    expect(said()).toMatch(/refuses the user or the password/);
    expect(said()).not.toContain("a-wrong-secret");
  });

  test("C10 a way that asks for a certificate is not taken without one", async () => {
    const { ended } = await served({ NEO4J_URI: inject("neo4j").uri.replace("bolt:", "bolt+s:") });
    expect(await ended).toBe(1);
  });

  test("C18 more connections than it may have files open: it goes on when they have gone", async () => {
    const { address, child } = await served({}, 64);
    const { hostname, port } = new URL(address);
    const sockets = Array.from({ length: 120 }, () => connect(Number(port), hostname).on("error", () => undefined));
    await pause(1_000);
    for (const socket of sockets) socket.destroy();
    await expect
      .poll(async () => (await fetch(`${address}${countries}`).catch(() => null))?.status, { timeout: 20_000 })
      .toBe(200);
    expect(child.exitCode).toBeNull();
  });
});

describe("ways to the database", () => {
  test("C07 a pool that is too small: those who wait too long are sent away, and then all goes on", async () => {
    const { uri, username, password } = inject("neo4j");
    const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
      maxConnectionPoolSize: 2,
      connectionAcquisitionTimeout: 1_000,
      disableLosslessIntegers: true,
    });
    const endless =
      "UNWIND range(1, 1000000000) AS a UNWIND range(1, 1000000000) AS b WITH a WHERE a < 0 RETURN a AS this";
    const slow = meddled(driver, (text, run) => run(text.includes("Person") ? endless : text));
    const api = await startApi(
      { driver: slow, name: graph.name },
      { ADG_QUERY_TIMEOUT_MS: "400", ADG_CACHE_BYTES: "0" },
    );
    try {
      const replies = await Promise.all(Array.from({ length: 30 }, () => api.ask("{ people { id } }")));
      expect(replies.filter(({ status }) => status !== 503 && status !== 504)).toEqual([]);
      await expect.poll(async () => (await api.ask("{ countries { id } }")).status, { timeout: 20_000 }).toBe(200);
    } finally {
      await api.stop();
      await driver.close();
    }
  });

  test("C09 by a routing table, where a reader sees what was written before", async () => {
    const server = inject("neo4j");
    const driver = openDriver({ ...server, uri: server.uri.replace("bolt:", "neo4j:") });
    const api = await startApi({ driver, name: graph.name }, { ADG_CACHE_BYTES: "0" });
    try {
      for (const name of ["One", "Two", "Three"]) {
        await driver.executeQuery(
          `MATCH (p:Person {id: "person:p"}) SET p.name = $name`,
          { name },
          { database: graph.name },
        );
        expect((await api.ask("{ people { name } }")).body.data).toEqual({ people: [{ name }] });
      }
    } finally {
      await api.stop();
      await driver.close();
    }
  });
});
