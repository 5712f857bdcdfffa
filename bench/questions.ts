/*
 * Measures the questions about citations on two generated fields, of 200 and of 2,000 statements with 30 clauses and 60 citations
 * each: the median of alternating asks, and how much more the larger takes. A series has 40 statements and shares its 20
 * instruments with four others, in both fields: the larger one has more of them, not larger ones. `npm run bench:questions [ASKS]`.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import neo4j from "neo4j-driver";
import type { Driver } from "neo4j-driver";
import { ensureConstraints } from "../ingest/load/constraints.ts";
import { createEngine, type Engine } from "../src/api/engine.ts";
import { readContract } from "../src/api/files.ts";
import { limitsOf } from "../src/api/limits/limit.ts";
import { buildApiSchema } from "../src/api/schema.ts";
import { readConfig } from "../src/config.ts";
import { openDriver } from "../src/neo4j/driver.ts";
import { managedOptions } from "../src/neo4j/find.ts";
import { startNeo4j } from "../src/neo4j/managed.ts";

const [asks = 50] = process.argv.slice(2).map(Number);
const config = readConfig();
const statements = { small: 200, large: 2_000 };

/** The questions, with whatever their answer can hold. */
const questions: Readonly<Record<string, string>> = {
  "citationMatrix(series)": `{ citationMatrix(series: "series:1", limit: 40) { id textRead cells { instrument times parts manners } } }`,
  "citationMatrix(series, parts)": `{ citationMatrix(series: "series:1", parts: ["operative"], limit: 40) { id cells { instrument times } } }`,
  citationChanges: `{ citationChanges(statement: "statement:39") { added { id standing } dropped { id } kept { id } first { id } last { id } } }`,
  instrumentLife: `{ instrumentLife(id: "instrument:1") { statements series { firstStanding } citations { issuedOn verbs }
    years { year times unread } company { statements clauses } } }`,
  "coCitations(instrument)": `{ coCitations(instrument: "instrument:1") { with { id } statements clauses } }`,
  "coCitations(series)": `{ coCitations(series: "series:1", limit: 100) { with { id } statements clauses } }`,
  "coverage(series)": `{ coverage(series: "series:1") { year statements texts { id textRead clauses } } }`,
  "citationMatrix, no start": `{ citationMatrix(limit: 100) { id cells { instrument times } } }`,
  "coCitations, no start": `{ coCitations(limit: 100) { with { id } statements clauses } }`,
  "coverage, no start": `{ coverage(limit: 100) { year statements texts { id textRead } } }`,
};

const writing = [
  `CREATE (:Revision {id: "revision:bench", createdAt: "2026-01-01T00:00:00Z", counts: [], nodes: 0, edges: 0})`,
  `UNWIND range(0, $count / 10 - 1) AS n
   CREATE (:Instrument {id: "instrument:" + n, name: "Instrument " + n, kind: "treaty", status: "in force", aliases: [],
     confidence: "document", disputed: []})`,
  `UNWIND range(0, $count / 40 - 1) AS n CREATE (:MeetingSeries {id: "series:" + n, name: "Series " + n})`,
  `UNWIND range(0, $count - 1) AS n
   CALL (n) {
     WITH n, toString(2006 + (n % 40) / 2) + CASE n % 2 WHEN 0 THEN "-03-01" ELSE "-10-01" END AS day
     MATCH (series:MeetingSeries {id: "series:" + (n / 40)})
     CREATE (statement:Statement {id: "statement:" + n, name: "Statement " + n, title: "Statement " + n, kind: "joint_statement",
       issuedOn: day, issuedOnEarliest: day, issuedOnLatest: day, authority: "consensus", scope: "general",
       textRead: CASE n % 3 WHEN 0 THEN "beginning" ELSE "whole" END, textLoaded: false, confidence: "document", disputed: []})
     CREATE (statement)-[:ISSUED_BY {sources: []}]->(series)
     WITH n, statement
     UNWIND range(0, 29) AS ordinal
     CREATE (statement)-[:HAS_CLAUSE]->(clause:Clause {id: "clause:" + n + "/" + ordinal, ordinal: ordinal, position: ordinal,
       part: CASE WHEN ordinal < 10 THEN "preambular" ELSE "operative" END, role: "clause", leads: [], start: 0, end: 1})
     WITH n, clause, ordinal
     UNWIND [0, 1] AS one
     MATCH (instrument:Instrument {id: "instrument:" + (n / 200 * 20 + (n * 7 + ordinal * 3 + one) % 20)})
     CREATE (clause)-[:CITES {start: one, end: one + 1, verb: "RECALL", manner: "recall", role: "object", basis: "text", rule: "bench",
       sources: []}]->(instrument)
   } IN TRANSACTIONS OF 100 ROWS`,
  `MATCH (later:Statement) WITH later, toInteger(substring(later.id, 10)) AS n WHERE n % 40 > 0
   MATCH (earlier:Statement {id: "statement:" + (n - 1)})
   CREATE (later)-[:FOLLOWS {series: "series:" + (n / 40), passedOver: []}]->(earlier)`,
  `MATCH (statement:Statement)
   CALL (statement) {
     MATCH (statement)-[:HAS_CLAUSE]->(clause)-[cites:CITES]->(instrument)
     WITH statement, instrument, count(*) AS times, collect(DISTINCT clause.part) AS parts, collect(DISTINCT cites.manner) AS manners
     CREATE (statement)-[:CITES_INSTRUMENT {times: times, parts: parts, manners: manners, basis: "text"}]->(instrument)
   } IN TRANSACTIONS OF 100 ROWS`,
];

const folder = await mkdtemp(join(tmpdir(), "adg-bench-questions-"));
const stops: (() => Promise<unknown>)[] = [];
try {
  const small = await engineOn("small");
  const large = await engineOn("large");
  console.log(`question                          small ms  large ms  ratio  large, slowest`);
  for (const [name, query] of Object.entries(questions)) console.log(await measured(name, query, small, large));
} finally {
  for (const stop of stops) await stop();
  await rm(folder, { recursive: true, force: true });
}

async function measured(name: string, query: string, small: Engine, large: Engine): Promise<string> {
  const times = { small: [] as number[], large: [] as number[] };
  for (let round = 0; round < asks + 10; round += 1) {
    for (const [size, engine] of [
      ["small", small],
      ["large", large],
    ] as const) {
      // prettier-ignore
      const begun = performance.now();
      const { status, result } = await engine.ask(query, {});
      if (status !== 200) throw new Error(`${name}: ${JSON.stringify(result.errors)}`);
      // The first rounds plan, and warm the caches.
      if (round >= 10) times[size].push(performance.now() - begun);
    }
  }
  const [a, b] = [median(times.small), median(times.large)];
  const cells = [name.padEnd(32), a.toFixed(1).padStart(9), b.toFixed(1).padStart(9), (b / a).toFixed(2).padStart(6)];
  return [
    ...cells,
    Math.max(...times.large)
      .toFixed(0)
      .padStart(14),
  ].join(" ");
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function engineOn(size: keyof typeof statements): Promise<Engine> {
  const server = await startNeo4j({ ...managedOptions(config), folder: join(folder, size), say: console.error });
  const driver = openDriver(server);
  stops.push(() => driver.close().then(server.stop));
  await grow(driver, statements[size]);
  return createEngine({
    schema: await buildApiSchema(await readContract()),
    driver,
    database: server.database,
    timeout: 60_000,
    limits: limitsOf(config),
    report: console.error,
  });
}

async function grow(driver: Driver, count: number): Promise<void> {
  const session = driver.session();
  await ensureConstraints(session);
  for (const query of writing) await session.run(query, { count: neo4j.int(count) });
  await session.close();
}
