import type { Driver } from "neo4j-driver";
import { ensureConstraints } from "../ingest/load/constraints.ts";

/** Clauses of a statement and citations of a clause in the generated field. */
const clausesEach = 30;
const citationsEach = 2;
const instruments = 200;
const batch = 200;

const parts = ["preambular", "operative", "other"] as const;
const manners = ["recall", "reaffirm", "note", "welcome", "commit"] as const;

/** Id of a generated statement, counted from 0. */
export function statementId(index: number): string {
  return `statement:bench-${index}`;
}

/**
 * Fills an empty database with a field of so many statements, 30 clauses in each and two citations in each clause, the same
 * for the same seed. Does nothing where it is there already.
 */
export async function growField(driver: Driver, statements: number, seed: number): Promise<void> {
  const revision = `revision:bench-${statements}-${seed}`;
  const { records } = await driver.executeQuery("MATCH (r:Revision {id: $revision}) RETURN r", { revision });
  if (records.length > 0) return;
  await driver.executeQuery("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").catch(async () => {
    const session = driver.session();
    await session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS");
    await session.close();
  });
  const session = driver.session();
  await ensureConstraints(session);
  await session.close();
  const random = randomOf(seed);
  const rows = Array.from({ length: instruments }, (_, index) => ({
    id: `instrument:bench-${index}`,
    name: `Instrument ${index} on Cooperation`,
  }));
  await driver.executeQuery(
    `UNWIND $rows AS row CREATE (:Instrument {id: row.id, name: row.name, kind: "treaty", status: "in force",
       aliases: [], confidence: "document", disputed: []})`,
    { rows },
  );
  for (let first = 0; first < statements; first += batch) {
    const count = Math.min(batch, statements - first);
    const some = Array.from({ length: count }, (_, index) => statementRow(first + index, random));
    await driver.executeQuery(writing, { rows: some });
  }
  await driver.executeQuery(
    `CREATE (:Revision {id: $revision, createdAt: "2026-01-01T00:00:00Z", counts: [], nodes: 0, edges: 0})`,
    { revision },
  );
}

const writing = `
UNWIND $rows AS row
CREATE (statement:Statement {id: row.id, name: row.name, title: row.name, kind: "joint_statement", issuedOn: row.day,
  issuedOnEarliest: row.day, issuedOnLatest: row.day, authority: "consensus", textRead: "whole", textLoaded: false,
  confidence: "document", disputed: []})
WITH statement, row
UNWIND row.clauses AS clause
CREATE (statement)-[:HAS_CLAUSE]->(node:Clause)
SET node = clause.properties
WITH node, clause
UNWIND clause.citations AS citation
MATCH (instrument:Instrument {id: citation.to})
CREATE (node)-[edge:CITES]->(instrument)
SET edge = citation.properties`;

function statementRow(index: number, random: (below: number) => number): object {
  const day = `${2006 + (index % 20)}-${String(1 + (index % 12)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`;
  const clauses = Array.from({ length: clausesEach }, (_, ordinal) => clauseRow(index, ordinal, random));
  return { id: statementId(index), name: `Joint Statement ${index} of the Ministers`, day, clauses };
}

function clauseRow(statement: number, ordinal: number, random: (below: number) => number): object {
  const start = ordinal * 300;
  const manner = manners[random(manners.length)];
  const properties = {
    id: `clause:bench-${statement}/op-${ordinal + 1}`,
    ordinal: ordinal + 1,
    part: parts[ordinal < 8 ? 0 : 1],
    role: "clause",
    position: ordinal + 1,
    lead: manner?.toUpperCase(),
    manner,
    leads: [],
    start,
    end: start + 280,
  };
  const citations = Array.from({ length: citationsEach }, (_, at) => ({
    to: `instrument:bench-${random(instruments)}`,
    properties: {
      surface: "the Treaty of Amity and Cooperation",
      start: start + 40 + at * 100,
      end: start + 75 + at * 100,
      verb: manner?.toUpperCase(),
      manner,
      role: "object",
      basis: "text",
      rule: "known-name",
      sources: [],
    },
  }));
  return { properties, citations };
}

/** A number below another, from a linear congruential generator: the same numbers for the same seed. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}
