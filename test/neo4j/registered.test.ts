import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { run } from "../../src/cli/main.ts";
import { projectPath } from "../../src/config.ts";
import { freshGraph, type TestGraph } from "./graph.ts";

/* The official sites, all of them, stand on a server of the test; one of them has the page that the data names. */

const page = `<!doctype html><html lang="en"><head><title>Ministry - News</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/about">About</a></nav>
<main><h1>Joint Declaration of the Ministers on Calm Seas</h1>
<p>RECALLING the Treaty of Amity and Cooperation in Southeast Asia (TAC);</p>
<p>DO HEREBY AGREE TO:</p>
<ol><li>SUPPORT the ADMM-Plus EWG on Maritime Security.</li></ol>
<p>Adopted in Kuala Lumpur, Malaysia, on 31 October 2025.</p></main>
<footer>Copyright of the ministry. All rights reserved.</footer></body></html>`;
const place = "/www.mindef.gov.sg/news-and-events/latest-releases/31oct25-fs";

let graph: TestGraph;
let server: Server;
let root: string;
let asked: string[] = [];

beforeAll(async () => {
  graph = await freshGraph();
  root = await mkdtemp(join(tmpdir(), "adg-registered-"));
  server = createServer((request, response) => {
    asked.push(request.url ?? "/");
    if (request.url === place) response.setHeader("content-type", "text/html; charset=utf-8").end(page);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  await cp(projectPath("data"), join(root, "data"), { recursive: true });
  const sources = join(root, "data", "sources.yaml");
  const text = await readFile(sources, "utf8");
  await writeFile(sources, text.replace(/^( {2}address: )"?https?:\/\/(.*?)"?$/gm, `$1"http://${host()}/$2"`));
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await graph.driver.close();
  await rm(root, { recursive: true });
});

function host(): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function adg(...words: string[]) {
  const { uri, username, password, database } = inject("neo4j");
  const said: string[] = [];
  const environment = {
    NEO4J_URI: uri,
    NEO4J_USERNAME: username,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: database,
    ADG_DATA: join(root, "data"),
    ADG_STATE: join(root, "state"),
    ADG_DOCUMENTS: join(root, "none"),
    ADG_FETCH_TRUSTED: host(),
    ADG_FETCH_PAUSE_MS: "0",
  };
  const say = (line: string) => said.push(line);
  asked = [];
  const code = await run(words, { environment, out: say, say, interactive: false, stop: new AbortController().signal });
  return { code, said };
}

describe("the official pages of the data", () => {
  it("come in with one command, become the text of their statement, and stay", async () => {
    const first = await adg("ingest", "--registered");
    const official = asked.filter((path) => path !== "/robots.txt");
    expect([first.code, official.length > 80, official.length]).toEqual([1, true, new Set(official).size]);
    expect(official.filter((path) => path.includes("thestar.com.my"))).toEqual([]);
    expect(first.said.filter((line) => line.startsWith("added "))).toEqual([`added http://${host()}${place}`]);
    expect(first.said.filter((line) => line.includes("the server answered 404")).length).toBe(official.length - 1);
    const { records } = await graph.driver.executeQuery(
      `MATCH (s:Statement {id: 'statement:admm-19'})-[:HAS_CLAUSE]->(c)-[e:CITES]->(i)
       RETURN s.textLoaded AS loaded, i.id AS instrument, e.surface AS surface`,
      {},
      { database: graph.name },
    );
    expect(records.map((record) => record.toObject())).toEqual([
      {
        loaded: true,
        instrument: "instrument:tac",
        surface: "Treaty of Amity and Cooperation in Southeast Asia (TAC)",
      },
    ]);
    const second = await adg("ingest", "--registered");
    expect(asked).not.toContain(place);
    expect(second.said.at(-1)).toContain("; 0 rows written");
    const third = await adg("ingest");
    expect([third.code, asked]).toEqual([0, []]);
  }, 240_000);
});
