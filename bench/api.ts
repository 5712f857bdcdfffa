/*
 * Measures the API against a bare server with a query written by hand and the same JSON, on a generated field of 2,000 statements,
 * 60,000 clauses and 120,000 citations: both in one run, alternating, and the median of the pairs. `npm run bench:api [PAIRS] [SECONDS]`.
 */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import autocannon from "autocannon";
import { readConfig } from "../src/config.ts";
import { openDriver } from "../src/neo4j/driver.ts";
import { managedOptions } from "../src/neo4j/find.ts";
import { startNeo4j } from "../src/neo4j/managed.ts";
import { growField, randomOf, statementId } from "./field.ts";

const [pairs = 5, seconds = 5] = process.argv.slice(2).map(Number);
const seed = 20_251_101;

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
  readonly slowest: number;
}

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
  const any = (at: Served, statements: number) => asking(at, statements);
  await compared("uncached, 10 connections", "rps", 10, () => any(ours, 2_000), () => any(bare, 2_000)); // prettier-ignore
  await compared(
    "uncached, 1 connection",
    "mean",
    1,
    () => any(ours, 2_000),
    () => any(bare, 2_000),
  );
  await compared("uncached, 1 connection, 2,000 against 200 statements", "mean", 1, () => any(ours, 2_000), () => any(oursSmall, 200)); // prettier-ignore
  await compared("kept answer", "rps", 10, () => getting(kept, {}), () => fixed(bare)); // prettier-ignore
  await compared("304", "rps", 10, () => getting(kept, { "if-none-match": etag }), () => fixed(bare)); // prettier-ignore
  console.log(`resident memory of the API without kept answers: ${await resident(ours)}`);
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

/** Resident memory of a server now and at its highest, where the system tells. */
async function resident(server: Served): Promise<string> {
  const status = await readFile(`/proc/${server.process.pid}/status`, "utf8").catch(() => "");
  const of = (name: string): string => new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]?.slice(0, -3) ?? "?";
  return `${of("VmRSS")} MB, at most ${of("VmHWM")} MB`;
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
  other: () => autocannon.Options,
): Promise<void> {
  await measured(ours(), connections, 3);
  await measured(other(), connections, 3);
  const found: { readonly ours: Measured; readonly other: Measured }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const first = await measured(ours(), connections, seconds);
    found.push({ ours: first, other: await measured(other(), connections, seconds) });
  }
  const [a, b] = [found.map((pair) => pair.ours[of]), found.map((pair) => pair.other[of])];
  const ratios = found.map((pair) => pair.ours[of] / pair.other[of]);
  const unit = of === "rps" ? "requests a second" : "ms";
  const slowest = Math.max(...found.map((pair) => pair.ours.slowest));
  console.log(
    `${about}: ${shown(median(a))} against ${shown(median(b))} ${unit}, ratio ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}), slowest ${slowest} ms`,
  );
}

async function measured(options: autocannon.Options, connections: number, duration: number): Promise<Measured> {
  const result = await autocannon({ ...options, connections, duration });
  const { requests, latency, errors, non2xx, statusCodeStats } = result;
  const unchanged = (statusCodeStats as Record<string, { count: number }>)["304"]?.count ?? 0;
  if (errors > 0 || non2xx > unchanged) throw new Error(`${errors} errors, ${non2xx} answers that are none`);
  return { rps: requests.average, mean: latency.mean, slowest: latency.max };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function shown(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(2);
}
