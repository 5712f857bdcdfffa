import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Parser, type Quad } from "n3";
import type { Driver } from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadRows } from "../../ingest/load/load.ts";
import { dumpStored } from "../../ingest/load/stored-graph.ts";
import { canonicalEdge, canonicalNode, graphHash } from "../../ingest/rows/canonical.ts";
import type { EdgeRow, NodeRow, Rows } from "../../ingest/rows/row.ts";
import { readContract } from "../../src/api/files.ts";
import { readConfig } from "../../src/config.ts";
import { exportFormats } from "../../src/export/formats.ts";
import { readingGraph } from "../../src/export/graph.ts";
import { modelOf } from "../../src/export/model.ts";
import { writeExport } from "../../src/export/write.ts";
import { openDriver } from "../../src/neo4j/driver.ts";
import { managedOptions } from "../../src/neo4j/find.ts";
import { startNeo4j } from "../../src/neo4j/managed.ts";
import { startApi } from "./api-server.ts";
import { freshGraph, type TestGraph } from "./graph.ts";

/* A graph of a few nodes with everything in it that a format could stumble over. */

const nasty = '=HYPERLINK("x"),\n<script>&amp; \u0007\u202eé "quoted"; {braces} 50% a_b\\c';
const known = { confidence: "document", disputed: [], aliases: [] };
const nodes: readonly NodeRow[] = [
  { id: "series:forum", properties: { ...known, name: "Forum", aliases: ["The Forum", "F; G"], level: "ministers" } },
  {
    id: "meeting:forum-1",
    properties: { ...known, name: "1st Forum", ordinal: 1, outcome: "adopted", heldOn: "2013-06" },
  },
  { id: "place:bandar", properties: { ...known, name: "Bandar" } },
  {
    id: "statement:forum-1",
    properties: {
      confidence: "document",
      disputed: [],
      name: nasty,
      title: nasty,
      kind: "joint_declaration",
      issuedOn: "2013-06-18",
      issuedOnEarliest: "2013-06-18",
      issuedOnLatest: "2013-06-18",
      authority: "consensus",
      textRead: "whole",
      textLoaded: true,
    },
  },
  {
    id: "clause:forum-1/op-1",
    properties: { ordinal: 1, part: "operative", role: "clause", position: 1, leads: [], start: 0, end: 40, text: "" },
  },
  { id: "instrument:tac", properties: { ...known, name: "Treaty", kind: "treaty", status: "in force" } },
];
const citation = { surface: "the Treaty", basis: "text", rule: "names", sources: ["source:a#page 3"] };
const edges: readonly EdgeRow[] = [
  { type: "IN_SERIES", from: "meeting:forum-1", to: "series:forum", properties: { sources: ["source:a"] } },
  { type: "ISSUED_AT", from: "statement:forum-1", to: "meeting:forum-1", properties: { sources: [] } },
  { type: "ISSUED_BY", from: "statement:forum-1", to: "series:forum", properties: { sources: [] } },
  { type: "ISSUED_IN", from: "statement:forum-1", to: "place:bandar", properties: { sources: [] } },
  { type: "HAS_CLAUSE", from: "statement:forum-1", to: "clause:forum-1/op-1", properties: {} },
  { type: "CITES", from: "clause:forum-1/op-1", to: "instrument:tac", properties: { ...citation, start: 12, end: 22 } },
  { type: "CITES", from: "clause:forum-1/op-1", to: "instrument:tac", properties: { ...citation, start: 30, end: 40 } },
];
const rows: Rows = { nodes, edges };

let graph: TestGraph;
let folder: string;
let place: Parameters<typeof writeExport>[0];

beforeAll(async () => {
  graph = await freshGraph();
  folder = await mkdtemp(join(tmpdir(), "adg-export-"));
  place = { driver: graph.driver, database: graph.name, model: modelOf(await readContract()) };
  const options = { driver: graph.driver, database: graph.name, maxRows: 1_000, dryRun: false };
  await loadRows(rows, "revision:test", { ...options, onProgress: () => undefined });
});

afterAll(async () => {
  await graph.driver.close();
  await rm(folder, { recursive: true });
});

function format(name: string) {
  const found = exportFormats.find((known) => known.name === name);
  if (!found) throw new Error(`no format ${name}`);
  return found;
}

async function exported(name: string, into = name) {
  const manifest = await writeExport(place, format(name), join(folder, into), () => undefined);
  const texts = await Promise.all(
    manifest.files.map(async (file) => [file.name, await readFile(join(folder, into, file.name), "utf8")] as const),
  );
  return { manifest, text: (file: string) => Object.fromEntries(texts)[file] ?? "" };
}

describe("an export", () => {
  it.each(exportFormats.map(({ name }) => name))("says what it holds, and is the same each time: %s", async (name) => {
    const first = await exported(name, `${name}-1`);
    const second = await exported(name, `${name}-2`);
    expect(second.manifest).toEqual(first.manifest);
    expect(first.manifest.revision).toBe("revision:test");
    expect(first.manifest.counts.nodes).toMatchObject({ Clause: 1, Instrument: 1 });
    expect(first.manifest.counts.edges).toMatchObject({ CITES: 2, HAS_CLAUSE: 1 });
    for (const file of first.manifest.files) {
      const bytes = await readFile(join(folder, `${name}-1`, file.name));
      const hash = createHash("sha256").update(bytes).digest("hex");
      expect([file.bytes, file.sha256]).toEqual([bytes.length, hash]);
    }
    expect((await readdir(join(folder, `${name}-1`))).sort()).toEqual(
      [...first.manifest.files.map((file) => file.name), "manifest.json"].sort(),
    );
  });

  it("is broken off, and leaves no half file, where the graph changes on the way", async () => {
    const changing = async function* () {
      yield "before";
      await graph.driver.executeQuery("MATCH (r:Revision) SET r.id = 'revision:other'", {}, { database: graph.name });
    };
    const broken = { ...format("jsonl"), files: [{ name: "broken.txt", mediaType: "text/plain", write: changing }] };
    await expect(writeExport(place, broken, join(folder, "broken"), () => undefined)).rejects.toMatchObject({
      code: "graph-changed",
    });
    expect(await readdir(join(folder, "broken"))).toEqual([]);
    await graph.driver.executeQuery("MATCH (r:Revision) SET r.id = 'revision:test'", {}, { database: graph.name });
  });

  it("is not made of nothing", async () => {
    const empty = { ...place, database: "system" };
    const none = async () => {
      for await (const part of readingGraph(empty, (reader) => reader.nodes())) expect(part).toBe(null);
    };
    await expect(none()).rejects.toBeInstanceOf(Error);
  });
});

describe("csv", () => {
  it("has a line a node and defuses formulas", async () => {
    const { text } = await exported("csv");
    const lines = text("nodes.csv").split("\r\n");
    expect(lines).toHaveLength(nodes.length + 2);
    expect(lines[0]?.startsWith("id,label,abbreviation,")).toBe(true);
    expect(text("nodes.csv")).toContain(`"'=HYPERLINK(""x""),\n<script>`);
    expect(text("nodes.csv")).toContain("The Forum; F; G");
  });

  it("has a line an edge, with the document in which its words stand", async () => {
    const { text } = await exported("csv");
    const [head = "", ...lines] = text("edges.csv").trimEnd().split("\r\n");
    const names = head.split(",");
    const at = (line: string, name: string) => line.split(",")[names.indexOf(name)];
    expect(lines).toHaveLength(edges.length);
    const cites = lines.filter((line) => at(line, "type") === "CITES");
    expect(
      cites.map((line) => ["from", "to", "document", "start", "end", "sources"].map((name) => at(line, name))),
    ).toEqual([
      ["clause:forum-1/op-1", "instrument:tac", "statement:forum-1", "12", "22", "source:a#page 3"],
      ["clause:forum-1/op-1", "instrument:tac", "statement:forum-1", "30", "40", "source:a#page 3"],
    ]);
  });
});

describe("jsonl", () => {
  it("holds every node and edge as it is stored", async () => {
    const { text } = await exported("jsonl");
    const read = text("graph.jsonl")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const back: Rows = {
      nodes: read
        .filter((row) => "id" in row)
        .map(({ label, ...row }) => (expect(label).toMatch(/^[A-Z]/), row as unknown as NodeRow)),
      edges: read.filter((row) => "from" in row) as unknown as EdgeRow[],
    };
    expect(graphHash(back)).toBe(graphHash(rows));
  });
});

describe("graphml", () => {
  it("is well-formed, with nothing that XML cannot hold", async () => {
    const { text } = await exported("graphml");
    const xml = text("graph.graphml");
    expect(xml.match(/<node /g)).toHaveLength(nodes.length);
    expect(xml.match(/<edge /g)).toHaveLength(edges.length);
    expect(xml).toContain("=HYPERLINK(&quot;x&quot;),\n&lt;script&gt;&amp;amp; \ufffd");
    const declared = new Set([...xml.matchAll(/<key id="([^"]+)"/g)].map(([, id]) => id));
    const used = new Set([...xml.matchAll(/<data key="([^"]+)"/g)].map(([, id]) => id));
    expect([...used].filter((id) => !declared.has(id))).toEqual([]);
  });
});

describe("linked data", () => {
  const adg = "urn:x-asean-defence-graph:";
  const eli = "http://data.europa.eu/eli/ontology#";
  const oa = "http://www.w3.org/ns/oa#";

  async function quads(): Promise<readonly Quad[]> {
    return new Parser().parse((await exported("turtle")).text("graph.ttl"));
  }

  it("says what cites what, as everybody reads it", async () => {
    const found = await quads();
    const says = (subject: string, predicate: string) =>
      found
        .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
        .map(({ object }) => object.value);
    expect(says(`${adg}clause:forum-1/op-1`, `${eli}cites`)).toEqual([`${adg}instrument:tac`]);
    expect(says(`${adg}statement:forum-1`, `${eli}has_part`)).toEqual([`${adg}clause:forum-1/op-1`]);
    expect(says(`${adg}statement:forum-1`, "http://purl.org/dc/terms/title")).toEqual([nasty]);
    const dated = found.find(({ predicate }) => predicate.value === "https://schema.org/startDate")?.object;
    expect(dated?.termType === "Literal" && [dated.value, dated.datatype.value]).toEqual([
      "2013-06",
      "http://www.w3.org/2001/XMLSchema#gYearMonth",
    ]);
  });

  it("places each citation in the text, as an annotation", async () => {
    const found = await quads();
    const value = (subject: string | undefined, predicate: string) =>
      found.find((quad) => quad.subject.value === subject && quad.predicate.value === predicate)?.object.value;
    const annotations = found
      .filter(({ object }) => object.value === `${oa}Annotation`)
      .map(({ subject }) => subject.value);
    const places = annotations.map((annotation) => {
      const target = value(annotation, `${oa}hasTarget`);
      const selectors = found.filter(
        (quad) => quad.subject.value === target && quad.predicate.value === `${oa}hasSelector`,
      );
      const of = (predicate: string) => selectors.map(({ object }) => value(object.value, predicate)).find(Boolean);
      return [
        value(annotation, `${oa}hasBody`),
        value(target, `${oa}hasSource`),
        of(`${oa}start`),
        of(`${oa}end`),
        of(`${oa}exact`),
      ];
    });
    expect(places.sort()).toEqual([
      [`${adg}instrument:tac`, `${adg}statement:forum-1`, "12", "22", "the Treaty"],
      [`${adg}instrument:tac`, `${adg}statement:forum-1`, "30", "40", "the Treaty"],
    ]);
  });

  it("says the same as JSON-LD", async () => {
    const { text } = await exported("jsonld");
    const { "@context": context, "@graph": things } = JSON.parse(text("graph.jsonld")) as {
      "@context": Record<string, string>;
      "@graph": Record<string, unknown>[];
    };
    const said = things.flatMap((thing) =>
      Object.entries(thing).flatMap(([name, value]) => (name === "@id" ? [] : value)),
    );
    expect(said).toHaveLength((await quads()).length);
    expect(context.eli).toBe(eli);
    expect(things.find((thing) => thing["@id"] === `${adg}instrument:tac`)).toMatchObject({
      "@type": ["adg:Instrument", "eli:LegalResource"],
      "rdfs:label": "Treaty",
    });
  });
});

describe("literature", () => {
  it("is BibTeX that escapes what LaTeX would run", async () => {
    const { text } = await exported("bibtex");
    expect(text("statements.bib")).toContain("@misc{forum-1,");
    expect(text("statements.bib")).toContain("\\{braces\\} 50\\% a\\_b\\textbackslash{}c");
    expect(text("statements.bib")).toContain("date = {2013-06-18}");
  });

  it("is CSL-JSON", async () => {
    const { text } = await exported("csl");
    expect(JSON.parse(text("statements.json"))).toEqual([
      {
        id: "forum-1",
        type: "document",
        title: nasty,
        author: [{ literal: "Forum" }],
        issued: { "date-parts": [[2013, 6, 18]] },
        "event-title": "1st Forum",
        "event-place": "Bandar",
        "publisher-place": "Bandar",
        genre: "Joint declaration",
        note: "statement:forum-1",
      },
    ]);
  });
});

describe("over HTTP", () => {
  it("every file of every format is the file that the command writes, and unchanged where the client has it", async () => {
    const api = await startApi(graph);
    try {
      const listed = (await (await fetch(`${api.address}/export`)).json()) as { format: string; files: string[] }[];
      expect(listed.map((entry) => entry.format)).toEqual(exportFormats.map(({ name }) => name));
      for (const { format: name, files } of listed) {
        const { text, manifest } = await exported(name);
        for (const path of files) {
          const response = await fetch(api.address + path);
          expect([path, await response.text()]).toEqual([path, text(path.split("/").at(-1) ?? "")]);
          const etag = response.headers.get("etag") ?? "";
          const again = await fetch(api.address + path, { headers: { "if-none-match": etag } });
          expect([path, again.status, again.headers.get("etag")]).toEqual([path, 304, etag]);
        }
        const told = await fetch(`${api.address}/export/${name}/manifest.json`);
        expect(await told.json()).toEqual(manifest);
      }
      const head = await fetch(`${api.address}/export/csv/nodes.csv`, { method: "HEAD" });
      expect([head.status, head.headers.get("content-type"), await head.text()]).toEqual([
        200,
        "text/csv; charset=utf-8",
        "",
      ]);
      expect((await api.send("/export/csv/../../package.json")).status).toBe(404);
    } finally {
      await api.stop();
    }
  }, 60_000);

  it("ends the reading of a client that goes away, and refuses more at a time than it may", async () => {
    const api = await startApi(graph, { ADG_EXPORTS: "1" });
    const run = (query: string) => graph.driver.executeQuery(query, {}, { database: graph.name });
    // More than the buffers between server and client hold, so that the server waits for a client that reads nothing.
    await run(`WITH reduce(text = 'long ', _ IN range(1, 11) | text + text) AS text
      UNWIND range(1, 3000) AS number CREATE (:Clause {id: 'clause:long/other-' + number, text: text})`);
    try {
      const leaving = new AbortController();
      const first = await fetch(`${api.address}/export/jsonl/graph.jsonl`, { signal: leaving.signal });
      const second = await api.send("/export/csv/nodes.csv");
      expect([first.status, second.status, second.headers.get("retry-after"), second.headers.get("etag")]).toEqual([
        200,
        503,
        "5",
        null,
      ]);
      leaving.abort();
      await expect.poll(() => reading(run), { timeout: 20_000 }).toBe(0);
      const third = await fetch(`${api.address}/export/bibtex/statements.bib`);
      expect([third.status, (await third.text()).slice(0, 6)]).toEqual([200, "@misc{"]);
    } finally {
      await api.stop();
      await run("MATCH (node:Clause) WHERE node.id STARTS WITH 'clause:long/' DELETE node");
    }
  }, 120_000);
});

async function reading(
  run: (query: string) => Promise<{ readonly records: readonly { get(key: string): unknown }[] }>,
) {
  const { records } = await run(
    "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'MATCH (node:' RETURN count(*) AS n",
  );
  return records[0]?.get("n");
}

describe("the import set", () => {
  it("makes the same graph in another Neo4j", async (context) => {
    const options = managedOptions(readConfig());
    const library = (await readdir(options.jars).catch(() => [])).find((name) => name.startsWith("lib-"));
    if (library === undefined) context.skip("needs the jars of the local Neo4j, whose importer it runs");
    await exported("neo4j");
    const server = join(folder, "server");
    await mkdir(join(server, "home", "conf"), { recursive: true });
    await writeFile(join(server, "home", "conf", "neo4j.conf"), "");
    const command = "org.neo4j.server.startup.Neo4jAdminCommand database import full neo4j --overwrite-destination";
    const files = [
      `--nodes=${join(folder, "neo4j", "neo4j-nodes.csv")}`,
      `--relationships=${join(folder, "neo4j", "neo4j-edges.csv")}`,
    ];
    const { status, stderr } = spawnSync(
      "java",
      ["-cp", join(options.jars, String(library), "*"), ...command.split(" "), ...importOptions, ...files],
      {
        cwd: folder,
        env: { ...process.env, NEO4J_HOME: join(server, "home"), NEO4J_CONF: join(server, "home", "conf") },
        encoding: "utf8",
      },
    );
    expect([status, stderr]).toEqual([0, ""]);
    const started = await startNeo4j({ ...options, folder: server, say: () => undefined });
    const driver = openDriver(started);
    try {
      await finish(driver, await readFile(join(folder, "neo4j", "neo4j-finish.cypher"), "utf8"));
      const session = driver.session();
      const stored: Rows = await session.executeRead((transaction) => dumpStored(transaction));
      const { records } = await session.run("MATCH (r:Revision) RETURN r.id AS id, r.nodes AS nodes, r.edges AS edges");
      await session.close();
      expect(records[0]?.toObject()).toEqual({ id: "revision:test", nodes: nodes.length, edges: edges.length });
      expect(sorted(stored)).toEqual(sorted(rows));
    } finally {
      await driver.close();
      await started.stop();
    }
  }, 300_000);
});

function sorted(graph: Rows) {
  return { nodes: graph.nodes.map(canonicalNode).sort(), edges: graph.edges.map(canonicalEdge).sort() };
}

/** As docs/exports.md gives them. */
const importOptions = ["--array-delimiter=U+001F", "--multiline-fields=true", "--threads=1"];

async function finish(driver: Driver, text: string): Promise<void> {
  for (const statement of text.split(";\n").filter((part) => part.trim() !== "")) await driver.executeQuery(statement);
}
