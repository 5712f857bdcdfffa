import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { graphOf, ingest, readMaterial, type IngestReport, type LoadOptions } from "../../ingest/index.ts";
import { lockLabel } from "../../ingest/load/constraints.ts";
import { loadRows } from "../../ingest/load/load.ts";
import { dumpStored } from "../../ingest/load/stored-graph.ts";
import { graphHash } from "../../ingest/rows/canonical.ts";
import type { Rows } from "../../ingest/rows/row.ts";
import { foldersWith } from "./folders.ts";
import { freshGraph, type TestGraph } from "./graph.ts";

const first = `Joint Statement of the Third Forum on Calm Seas

The Forum met in Kuala Lumpur, Malaysia, on 3 March 2024;
RECALLING the ASEAN Charter and the Treaty of Amity and Cooperation in Southeast Asia (TAC);
WE HEREBY DECLARE TO:
SUPPORT the ADMM-Plus EWG on Maritime Security.
ADOPTED in Kuala Lumpur, Malaysia, on 3 March 2024.
`;
const second = `GEORGE TOWN, 4 March 2024: The ministry said that the ADMM-Plus would look at the work on mine action again.

Malaysia named no date.
`;

const made: string[] = [];
let graph: TestGraph;
let both: string;
let one: string;
let bothRows: Rows;
let oneRows: Rows;

beforeAll(async () => {
  graph = await freshGraph();
  both = await folder({ "statement.txt": first, "news.txt": second });
  one = await folder({ "statement.txt": first });
  bothRows = await built(both);
  oneRows = await built(one);
});

afterAll(async () => {
  await graph.driver.close();
  for (const path of made) await rm(path, { recursive: true });
});

describe("loading", () => {
  it("writes everything once, then nothing, and the same graph as was built", async () => {
    await emptied();
    const report = await load(both);
    expect([report.documents, report.written]).toEqual([2, report.nodes + report.edges]);
    expect(await storedHash()).toBe(graphHash(bothRows));
    const again = await load(both);
    expect(again).toMatchObject({ written: 0, revision: report.revision });
  }, 120_000);

  it("takes the rows of a document away with it, and gives the revision back when it returns", async () => {
    const before = await load(both);
    const without = await load(one);
    expect(without.deletedNodes).toBeGreaterThan(0);
    expect(without.revision).not.toBe(before.revision);
    expect(await storedHash()).toBe(graphHash(oneRows));
    expect(await load(both)).toMatchObject({ revision: before.revision, nodes: before.nodes, edges: before.edges });
    expect(await storedHash()).toBe(graphHash(bothRows));
  });

  it("heals a graph that somebody has changed", async () => {
    await loadRows(bothRows, "revision:both", options());
    await run("MATCH (i:Instrument {id: 'instrument:tac'}) SET i.name = 'Treaty of nothing'");
    await run("MATCH (:Clause)-[e:CITES]->() WITH e LIMIT 1 DELETE e");
    await run("CREATE (:Topic {id: 'topic:intruder', name: 'x'})");
    expect(await loadRows(bothRows, "revision:both", options())).toMatchObject({
      updatedNodes: 1,
      deletedNodes: 1,
      createdEdges: 1,
    });
    expect(await storedHash()).toBe(graphHash(bothRows));
  });

  it("writes nothing on a dry run", async () => {
    await emptied();
    const report = await load(both, { dryRun: true });
    expect(report.written).toBe(report.nodes + report.edges);
    expect(await count()).toBe(0);
  });

  it.each([
    ["at the limit", 0, null],
    ["one past it", -1, "difference-too-large"],
  ])("writes a difference %s", async (_, beyond, code) => {
    await emptied();
    const size = oneRows.nodes.length + oneRows.edges.length;
    const loaded = loadRows(oneRows, "revision:limit", options({ maxRows: size + beyond }));
    if (code === null) await expect(loaded).resolves.toMatchObject({ written: size });
    else
      await expect(loaded).rejects.toMatchObject({ code, remedy: expect.stringContaining("ADG_LOAD_ROWS") as string });
    expect(await count()).toBe(code === null ? oneRows.nodes.length + 1 : 0);
  });

  it("refuses a database that holds somebody else's graph", async () => {
    await emptied();
    await run("CREATE (:Person {id: 'somebody', name: 'Somebody'})");
    await expect(load(one)).rejects.toMatchObject({ code: "foreign-graph" });
    expect(await count()).toBe(1);
  });

  it("lets two loaders at once make one graph, without duplicates", async () => {
    await emptied();
    const loading = () => loadRows(bothRows, "revision:both", options());
    const reports = await Promise.all([loading(), loading(), loading()]);
    const [writer] = reports.filter(({ written }) => written > 0);
    expect(reports.map(({ written }) => written).sort((a, b) => a - b)).toEqual([0, 0, writer?.written]);
    expect(await storedHash()).toBe(graphHash(bothRows));
  });
});

describe("a loader that is killed", () => {
  it("leaves the old graph or the new one, twenty times, and the same graph in the end", async () => {
    await emptied();
    const rows = { both: withoutClaims(bothRows), one: withoutClaims(oneRows) };
    const files = { both: await rowsFile(rows.both), one: await rowsFile(rows.one) };
    const whole = [rows.both, rows.one, { nodes: [], edges: [] }].map(graphHash);
    const started = performance.now();
    expect(await loaderProcess(files.both, null)).toBe("finished");
    const duration = performance.now() - started;
    await emptied();
    const outcomes: string[] = [];
    for (let kill = 0; kill < 20; kill++) {
      const target = kill % 2 === 0 ? files.both : files.one;
      outcomes.push(await loaderProcess(target, ((kill * 37) % 100) * 0.012 * duration));
      expect(whole).toContain(await storedHash());
    }
    expect(outcomes.filter((outcome) => outcome === "killed").length).toBeGreaterThan(5);
    await loadRows(rows.both, "revision:both", options());
    expect(await storedHash()).toBe(whole[0]);
    expect((await loadRows(rows.both, "revision:both", options())).written).toBe(0);
  }, 180_000);
});

/** Runs a loader of the rows in a process of its own and kills it after so many milliseconds; null: never. */
function loaderProcess(rows: string, killAfter: number | null): Promise<"finished" | "killed"> {
  const { uri, username, password } = inject("neo4j");
  const program = join(import.meta.dirname, "loader-process.ts");
  const child = spawn(process.execPath, [program, uri, username, password, rows], { stdio: "ignore" });
  const timer = killAfter === null ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      clearTimeout(timer);
      if (signal === "SIGKILL") resolve("killed");
      else if (code === 0) resolve("finished");
      else reject(new Error(`the loader ended with ${code ?? signal}`));
    });
  });
}

/** Two thirds of the rows are claims, which are written as all others are: twenty kills are quicker without them. */
function withoutClaims({ nodes, edges }: Rows): Rows {
  const isClaim = (id: string) => /^(claim|dispute|problem):/.test(id);
  return {
    nodes: nodes.filter(({ id }) => !isClaim(id)),
    edges: edges.filter(({ from, to }) => !isClaim(from) && !isClaim(to)),
  };
}

/** Reading documents touches no database: the loaders that are killed begin where the rows are made. */
async function rowsFile(rows: Rows): Promise<string> {
  const path = join(await folder({ "rows.json": JSON.stringify(rows) }), "rows.json");
  return path;
}

async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "adg-load-"));
  made.push(path);
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return path;
}

function options(changes: Partial<LoadOptions> = {}): LoadOptions {
  return {
    driver: graph.driver,
    database: graph.name,
    maxRows: 200_000,
    dryRun: false,
    onProgress: () => undefined,
    ...changes,
  };
}

function load(documents: string, changes: Partial<LoadOptions> = {}): Promise<IngestReport> {
  return ingest(foldersWith(documents), [], options(changes));
}

async function built(documents: string): Promise<Rows> {
  return graphOf(await readMaterial(foldersWith(documents), [])).rows;
}

/**
 * Hash of the stored graph while no loader is at work: the server may still be carrying out the last wish of a loader that
 * was killed, so this waits for the loaders' own lock.
 */
async function storedHash(): Promise<string> {
  const session = graph.driver.session({ database: graph.name });
  try {
    const transaction = session.beginTransaction();
    await transaction.run(`MERGE (lock:${lockLabel} {id: 'load'})`);
    const stored: Rows = await dumpStored(transaction);
    await transaction.rollback();
    return graphHash(stored);
  } finally {
    await session.close();
  }
}

async function emptied(): Promise<void> {
  await run("MATCH (n) DETACH DELETE n");
}

async function count(): Promise<number> {
  const { records } = await run("MATCH (n) RETURN count(n) AS nodes");
  return Number(records[0]?.get("nodes"));
}

function run(query: string) {
  return graph.driver.executeQuery(query, {}, { database: graph.name });
}
