/*
 * Measures the API against a bare server with a query written by hand and the same JSON, on a generated field of 2,000 statements,
 * 60,000 clauses and 120,000 citations: both in one run, alternating, and the median of the pairs; then its exports, and the
 * attacks of docs/faults.md. `npm run bench:api -- [PAIRS] [SECONDS of a pair]` prints the table of docs/scale.md in about six minutes.
 */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { loadavg } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import autocannon from "autocannon";
import { format } from "prettier";
import { readConfig } from "../src/config.ts";
import { openDriver } from "../src/neo4j/driver.ts";
import { managedOptions } from "../src/neo4j/find.ts";
import { startNeo4j } from "../src/neo4j/managed.ts";
import { attacked } from "./attacked.ts";
import { exported } from "./exported.ts";
import { growField, randomOf, statementId } from "./field.ts";
import { memoryOf } from "./memory.ts";

const [pairs = 5, seconds = 10] = process.argv.slice(2).map(Number);
const seed = 20_251_101;
const loads = loadavg();

const query = `query Bench($id: ID!) { statements(where: { id: { eq: $id } }) { id name issuedOn clauses { id ordinal part lead
  citesConnection { edges { properties { surface start end manner } node { id name } } } } } }`;

const keptQuery = `{ instruments(limit: 12) { id name kind } }`;

interface Served {
  readonly address: string;
  readonly process: ChildProcess;
}

interface Measured {
  readonly rps: number;
  /** Mean latency, in milliseconds. */
  readonly mean: number;
}

const exports: readonly (readonly [name: string, files: readonly string[]])[] = [
  ["jsonl", ["jsonl/graph.jsonl"]],
  ["csv", ["csv/nodes.csv", "csv/edges.csv"]],
];

/** The table as docs/scale.md has it. */
const table = ["| What | API | Beside it | Ratio | Goal |", "| --- | --- | --- | --- | --- |"];

const started: ChildProcess[] = [];
const stops: (() => Promise<void>)[] = [];
try {
  await main();
} finally {
  for (const child of started) child.kill("SIGTERM");
  for (const stop of stops) await stop();
}

async function main(): Promise<void> {
  const large = await fieldOf(2_000);
  const small = await fieldOf(200);
  const uncached = { ADG_CACHE_BYTES: "0" };
  const bare = await served("bare", large);
  const ours = await served("ours", large, uncached);
  const oursSmall = await served("ours", small, uncached);
  await ask(oursSmall);
  const kept = await served("ours", large);
  await expectSame(bare, ours);
  const etag = await etagOf(kept);
  await compared("not kept, 10 connections, requests a second", "rps", 10, () => asking(ours, 2_000), ["bare", () => asking(bare, 2_000)], "0.70 at least"); // prettier-ignore
  await compared("not kept, one connection, mean latency in ms", "mean", 1, () => asking(ours, 2_000), ["bare", () => asking(bare, 2_000)], "1.5 at most"); // prettier-ignore
  await compared("the same, 2,000 statements against 200", "mean", 1, () => asking(ours, 2_000), ["200 statements", () => asking(oursSmall, 200)], "1.3 at most"); // prettier-ignore
  await compared("a kept answer, requests a second", "rps", 10, () => getting(kept, {}), ["bare, fixed", () => fixed(bare)], "0.40 at least"); // prettier-ignore
  await compared("304, requests a second", "rps", 10, () => getting(kept, { "if-none-match": etag }), ["bare, fixed", () => fixed(bare)], "0.60 at least"); // prettier-ignore
  for (const [name, files] of exports) await compareExport(await served("ours", large), name, files);
  await attack(await served("ours", large, uncached));
  const written = await format(table.join("\n"), { parser: "markdown" });
  console.log(
    `\nLoad of the machine: ${loads[0]?.toFixed(1)} before, ${loadavg()[0]?.toFixed(1)} after.\n\n${written}`,
  );
}

/** Three times after one that is not measured; the memory is that of a server that has done nothing before. */
async function compareExport(server: Served, name: string, files: readonly string[]): Promise<void> {
  await ask(server);
  const idle = (await memoryOf(pidOf(server))).now;
  await exported(server.address, files);
  const once = (await memoryOf(pidOf(server))).most;
  const speeds: number[] = [];
  for (let time = 0; time < 3; time += 1) speeds.push(await exported(server.address, files));
  const { most } = await memoryOf(pidOf(server));
  add(`export as ${name}, rows a second`, shown(median(speeds)), "", spread(speeds, shown), "50,000 at least");
  add("its memory at most, in MB", shown(most), `idle: ${idle}, after the first: ${once}`, (most / once).toFixed(2), "flat"); // prettier-ignore
}

async function attack(server: Served): Promise<void> {
  const found = await attacked(server.address, pidOf(server), () => ask(server));
  const median = `their median: ${shown(found.median)}`;
  add(`slowest accepted attack (${found.worst}), ms`, shown(found.slowest), median, shown(found.slowest / found.median), "50 and 2 s at most"); // prettier-ignore
  add("memory under all attacks at most, in MB", shown(found.most), `idle: ${found.idle}`, (found.most / found.idle).toFixed(2), "2 at most"); // prettier-ignore
}

function add(...cells: readonly string[]): void {
  const line = `| ${cells.join(" | ")} |`;
  table.push(line);
  console.log(line);
}

async function fieldOf(statements: number) {
  const folder = join(readConfig({}).ADG_STATE, `bench-${statements}`);
  const server = await startNeo4j({ ...managedOptions(readConfig({})), folder, say: console.error });
  stops.push(server.stop);
  const driver = openDriver(server);
  await growField(driver, statements, seed);
  await driver.close();
  return server;
}

async function served(
  which: string,
  { uri, password }: { readonly uri: string; readonly password: string },
  settings = {},
): Promise<Served> {
  const environment = {
    ...process.env,
    ADG_PORT: "0",
    ADG_LOG_LEVEL: "info",
    ADG_QUERY_TIMEOUT_MS: "60000",
    ...settings,
  };
  const words = ["--max-semi-space-size=8", join(import.meta.dirname, "api-server.ts"), which, uri, password];
  // The log goes where a service manager's would, and costs what it costs.
  const child = spawn(process.execPath, words, { env: environment, stdio: ["ignore", "pipe", "ignore"] });
  started.push(child);
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { address: line.toString().trim(), process: child };
}

async function expectSame(bare: Served, ours: Served): Promise<void> {
  const [one, other] = await Promise.all([ask(bare), ask(ours)]);
  if (!isDeepStrictEqual(one, other)) throw new Error("the two servers do not answer alike");
  console.log(`each answer is ${JSON.stringify(one).length} characters`);
}

/** One answer, without its extensions; the first takes a cold database long. */
async function ask({ address }: Served): Promise<unknown> {
  const body = JSON.stringify({ query, variables: { id: statementId(7) } });
  const reply = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  return ((await reply.json()) as { readonly data: unknown }).data;
}

function pidOf({ process }: Served): number {
  return process.pid ?? NaN;
}

function asking({ address }: Served, statements: number): autocannon.Options {
  const random = randomOf(seed);
  const body = () => JSON.stringify({ query, variables: { id: statementId(random(statements)) } });
  const requests = Array.from({ length: 500 }, () => ({ body: body() }));
  return { url: `${address}/graphql`, method: "POST", headers: { "content-type": "application/json" }, requests };
}

function getting({ address }: Served, headers: Readonly<Record<string, string>>): autocannon.Options {
  return { url: `${address}/graphql?query=${encodeURIComponent(keptQuery)}`, headers };
}

async function etagOf({ address }: Served): Promise<string> {
  const reply = await fetch(`${address}/graphql?query=${encodeURIComponent(keptQuery)}`);
  console.log(`the kept answer is ${(await reply.text()).length} characters`);
  return reply.headers.get("etag") ?? "";
}

function fixed({ address }: Served): autocannon.Options {
  return { url: `${address}/fixed` };
}

/** One line of the table: ours and the other's median, and the median of their ratios, pair by pair. */
async function compared(
  about: string,
  of: "rps" | "mean",
  connections: number,
  ours: () => autocannon.Options,
  [name, other]: readonly [name: string, options: () => autocannon.Options],
  goal: string,
): Promise<void> {
  await measured(ours(), connections, 3);
  await measured(other(), connections, 3);
  const found: { readonly ours: number; readonly other: number }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const first = await measured(ours(), connections, seconds / 2);
    found.push({ ours: first[of], other: (await measured(other(), connections, seconds / 2))[of] });
  }
  const [a, b] = [found.map((pair) => pair.ours), found.map((pair) => pair.other)];
  const ratios = found.map((pair) => pair.ours / pair.other);
  const ratio = `${median(ratios).toFixed(2)} (${spread(ratios, (value) => value.toFixed(2))})`;
  add(about, shown(median(a)), `${name}: ${shown(median(b))}`, ratio, goal);
}

function spread(values: readonly number[], show: (value: number) => string): string {
  return `${show(Math.min(...values))} to ${show(Math.max(...values))}`;
}

async function measured(options: autocannon.Options, connections: number, duration: number): Promise<Measured> {
  const result = await autocannon({ ...options, connections, duration });
  const { requests, latency, errors, non2xx, statusCodeStats } = result;
  const unchanged = (statusCodeStats as Record<string, { count: number }>)["304"]?.count ?? 0;
  if (errors > 0 || non2xx > unchanged) throw new Error(`${errors} errors, ${non2xx} answers that are none`);
  return { rps: requests.average, mean: latency.mean };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function shown(value: number): string {
  return value >= 10 ? Math.round(value).toLocaleString("en-GB") : value.toFixed(1);
}
