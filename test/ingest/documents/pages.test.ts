import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { courteousFetch } from "../../../ingest/documents/courtesy.ts";
import { keptAddresses, readCorpus, removeFromCorpus } from "../../../ingest/documents/corpus.ts";
import { addPages, type PageOptions } from "../../../ingest/documents/pages.ts";

/* A server of the test stands for the official sites: it says what was asked of it, and when. */

let server: Server;
let site: string;
let state: string;
let asked: { path: string; at: number }[] = [];
let text = "The forum met in Kuala Lumpur.";
let busy = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? "/";
    asked.push({ path, at: performance.now() });
    if (path === "/robots.txt") response.end("User-agent: *\nDisallow: /private/\n");
    else if (path === "/gone") response.writeHead(404).end();
    else if (path === "/busy" && busy-- > 0) response.writeHead(503, { "retry-after": "0" }).end();
    else if (path === "/regret") response.end("<!doctype html><title>404 - Page not found</title><p>Sorry.</p>");
    else if (path === "/latin") response.setHeader("content-type", "text/plain; charset=windows-1258").end("Vi\xeat", "latin1");
    else response.setHeader("content-type", "text/plain; charset=utf-8").end(`${text} ${path}`);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), "adg-pages-"));
  asked = [];
  text = "The forum met in Kuala Lumpur.";
  return () => rm(state, { recursive: true });
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

interface Changes extends Partial<Omit<PageOptions, "fetchOne">> {
  readonly pause?: number;
}

function add(paths: readonly string[], { pause = 0, ...changes }: Changes = {}) {
  const stop = changes.stop ?? new AbortController().signal;
  const fetchOne = courteousFetch({ trusted: [new URL(site).host], timeout: 5_000, stop }, { pause, patience: 5_000 });
  const options = { fetchOne, refresh: false, onAddress: () => undefined, stop, ...changes };
  return addPages(state, paths.map((path) => site + path), options);
}

const kept = async () => (await readCorpus(join(state, "none"), state)).documents.map(({ raw }) => raw);
const askedPaths = () => asked.map(({ path }) => path);

describe("pages of the corpus", () => {
  it("are kept as they came, under their addresses", async () => {
    expect(await add(["/a", "/b#part", "/b"])).toEqual({ added: [`${site}/a`, `${site}/b`], problems: [], known: 0 });
    const { documents } = await readCorpus(join(state, "none"), state);
    expect(documents.map(({ file, address, raw }) => [file, address, raw])).toEqual([
      [`${site}/a`, `${site}/a`, "The forum met in Kuala Lumpur. /a"],
      [`${site}/b`, `${site}/b`, "The forum met in Kuala Lumpur. /b"],
    ]);
  });

  it("are not fetched twice but by a refresh, which takes what is new", async () => {
    await add(["/a"]);
    text = "The forum met again.";
    expect(await add(["/a"])).toMatchObject({ added: [], known: 1 });
    expect(await kept()).toEqual(["The forum met in Kuala Lumpur. /a"]);
    expect(await add(["/a"], { refresh: true })).toMatchObject({ added: [`${site}/a`], known: 0 });
    expect(await kept()).toEqual(["The forum met again. /a"]);
  });

  it("stay where a refresh cannot have them", async () => {
    await add(["/busy"]);
    busy = 9;
    const { problems } = await add(["/busy"], { refresh: true });
    busy = 0;
    expect(problems.map(({ rule }) => rule)).toEqual(["fetch-status"]);
    expect(await kept()).toEqual(["The forum met in Kuala Lumpur. /busy"]);
  });

  it("go on where a run was broken off", async () => {
    const stopping = new AbortController();
    const onAddress = (_: string, done: number) => {
      if (done === 2) stopping.abort();
    };
    const first = await add(["/a", "/b", "/c", "/d"], { stop: stopping.signal, onAddress });
    expect(first).toEqual({ added: [`${site}/a`, `${site}/b`], problems: [], known: 0 });
    asked = [];
    expect(await add(["/a", "/b", "/c", "/d"])).toMatchObject({ added: [`${site}/c`, `${site}/d`], known: 2 });
    expect(askedPaths()).toEqual(["/robots.txt", "/c", "/d"]);
  });

  it("that cannot be had are problems, and the others come in", async () => {
    const { added, problems } = await add(["/gone", "/regret", "/private/page", "/a"]);
    expect(added).toEqual([`${site}/a`]);
    expect(problems.map(({ rule, severity, file }) => [rule, severity, file])).toEqual([
      ["fetch-status", "error", `${site}/gone`],
      ["error-page", "error", `${site}/regret`],
      ["robots-disallow", "error", `${site}/private/page`],
    ]);
    expect(askedPaths()).not.toContain("/private/page");
  });

  it("are asked for once more where a busy server says when", async () => {
    busy = 1;
    expect(await add(["/busy"])).toMatchObject({ added: [`${site}/busy`], problems: [] });
  });

  it("are asked for one at a time, with a pause", async () => {
    await add(["/a", "/b"], { pause: 120 });
    const gaps = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0));
    expect(gaps.filter((gap) => gap >= 115)).toHaveLength(2);
  });

  it("keep the encoding that the server named", async () => {
    await add(["/latin"]);
    expect(await kept()).toEqual(["Viêt"]);
  });

  it("go by their address", async () => {
    await add(["/a", "/b"]);
    expect(await removeFromCorpus(state, `${site}/a`)).toEqual([`${site}/a`]);
    expect([...(await keptAddresses(state))]).toEqual([`${site}/b`]);
  });
});
