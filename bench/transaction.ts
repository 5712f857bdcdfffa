/*
 * Measures the largest load in one transaction against the memory of the managed Neo4j: a third nodes, two thirds edges, ten
 * properties each, sent in batches of 5,000, in a server of its own. `node bench/transaction.ts [ROWS] [CHARACTERS]`, where
 * CHARACTERS is the length of the text of a node.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Driver, Transaction } from "neo4j-driver";
import { readConfig } from "../src/config.ts";
import { openDriver } from "../src/neo4j/driver.ts";
import { managedOptions } from "../src/neo4j/find.ts";
import { runningServer, startNeo4j } from "../src/neo4j/managed.ts";

const [rows = 200_000, characters = 300] = process.argv.slice(2).map(Number);
const batch = 5_000;
const nodes = Math.floor(rows / 3);
const revision = "0123456789abcdef".repeat(4);

const folder = await mkdtemp(join(tmpdir(), "adg-bench-"));
const started = performance.now();
const server = await startNeo4j({ ...managedOptions(readConfig({})), folder, say: console.error });
console.log(`boot ${seconds(started)} s, resident ${await resident()}`);
const driver = openDriver(server);
try {
  await measure(driver);
} finally {
  await driver.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(driver: Driver): Promise<void> {
  const session = driver.session();
  await session.run("CREATE CONSTRAINT clause_id FOR (clause:Clause) REQUIRE clause.id IS UNIQUE");
  const transaction = session.beginTransaction();
  const writing = performance.now();
  await inBatches(transaction, "UNWIND $rows AS row MERGE (n:Clause {id: row.id}) SET n = row.properties", nodes, node);
  await inBatches(
    transaction,
    "UNWIND $rows AS row MATCH (a:Clause {id: row.from}) MATCH (b:Clause {id: row.to}) CREATE (a)-[r:CITES]->(b) SET r = row.properties",
    rows - nodes,
    edge,
  );
  console.log(`${rows} rows, texts of ${characters} characters: written in ${seconds(writing)} s`);
  const committing = performance.now();
  await transaction.commit();
  console.log(`committed in ${seconds(committing)} s, resident ${await resident()}`);
  await session.close();
}

async function inBatches(
  transaction: Transaction,
  query: string,
  count: number,
  rowOf: (index: number) => object,
): Promise<void> {
  for (let first = 0; first < count; first += batch) {
    const indexes = Array.from({ length: Math.min(batch, count - first) }, (_, index) => first + index);
    await transaction.run(query, { rows: indexes.map(rowOf) });
  }
}

function node(index: number): object {
  const text = `${"lorem ipsum dolor sit amet ".repeat(characters / 27 + 1).slice(0, characters - 8)}${String(index).padStart(8)}`;
  const words = {
    part: "operative",
    role: "paragraph",
    number: `${index}.`,
    lead: "reaffirmed",
    text,
    title: `Clause ${index}`,
  };
  return {
    id: idOf(index),
    properties: { id: idOf(index), ordinal: index, start: index, end: index + 9, ...words, revision },
  };
}

function edge(index: number): object {
  const words = {
    surface: `Treaty of Amity and Cooperation ${index}`,
    manner: "reaffirms",
    role: "object",
    basis: "text",
  };
  const properties = {
    key: `edge-${index}`,
    start: index,
    end: index + 30,
    times: 1,
    rule: "known-name",
    ...words,
    revision,
  };
  return { from: idOf(index % nodes), to: idOf((index * 7 + 1) % nodes), properties };
}

function idOf(index: number): string {
  return `clause:statement-${index}/op-${index}`;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

/** Resident memory of the server now and at its highest, where the system tells. */
async function resident(): Promise<string> {
  const pid = (await runningServer(folder))?.pid ?? 0;
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const of = (name: string): string => new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]?.slice(0, -3) ?? "?";
  return `${of("VmRSS")} MB, at most ${of("VmHWM")} MB`;
}
