import { ensureConstraints } from "../../ingest/load/constraints.ts";
import { freshGraph } from "./graph.ts";
import type { TestGraph } from "./graph.ts";

/**
 * The small graph that the tests of the questions about citations ask: a series with six statements, of which five have a day,
 * four are general and two were read whole before the one in between was not; another series with one; five instruments.
 */
export async function citationGraph(): Promise<TestGraph> {
  const graph = await freshGraph();
  const session = graph.driver.session({ database: graph.name });
  try {
    await ensureConstraints(session);
    for (const query of queries) await session.run(query);
  } finally {
    await session.close();
  }
  return graph;
}

const queries = [
  `CREATE (:Revision {id: "revision:of-the-tests", createdAt: "2026-01-01T00:00:00Z", counts: [], nodes: 0, edges: 0})`,
  `CREATE (s:MeetingSeries {id: "series:s", name: "Series S"}), (t:MeetingSeries {id: "series:t", name: "Series T"})
   CREATE (:Meeting {id: "meeting:s-0", name: "Undated", heldOnEarliest: "2011-03-01", heldOnLatest: "2011-03-31"})
   WITH s, t
   UNWIND [
     ["s-1", s, "2010-01-01", "2010-01-01", "2010-01-01", "general", "consensus", "whole"],
     ["s-0", s, NULL, NULL, NULL, NULL, "consensus", "none"],
     ["s-2", s, "2012-05", "2012-05-01", "2012-05-31", "general", "consensus", "whole"],
     ["t-1", t, "2013", "2013-01-01", "2013-12-31", "general", "chair", "whole"],
     ["s-3", s, "2014-06-01", "2014-06-01", "2014-06-01", "thematic", "consensus", "none"],
     ["s-4", s, "2015-11-01", "2015-11-01", "2015-11-01", "general", "consensus", "beginning"],
     ["s-5", s, "2016-02-02", "2016-02-02", "2016-02-02", "general", "consensus", "whole"]
   ] AS row
   WITH row[0] AS key, row[1] AS series, row[2..] AS rest
   CREATE (text:Statement {id: "statement:" + key, name: "Statement " + key, title: "Statement " + key, kind: "joint_statement",
     issuedOn: rest[0], issuedOnEarliest: rest[1], issuedOnLatest: rest[2], scope: rest[3], authority: rest[4], textRead: rest[5],
     textLoaded: rest[5] = "whole", confidence: "document", disputed: []})-[:ISSUED_BY {sources: []}]->(series)`,
  `MATCH (text:Statement {id: "statement:s-0"}), (meeting:Meeting) CREATE (text)-[:ISSUED_AT {sources: []}]->(meeting)`,
  `UNWIND [["s-2", "s-1", ["statement:s-0"]], ["s-4", "s-2", ["statement:s-3"]], ["s-5", "s-4", []]] AS row
   MATCH (later:Statement {id: "statement:" + row[0]}), (earlier:Statement {id: "statement:" + row[1]})
   CREATE (later)-[:FOLLOWS {series: "series:s", passedOver: row[2]}]->(earlier)`,
  `UNWIND [["a", "Amity", "treaty"], ["b", "Bangkok", "declaration"], ["c", "Code", "declaration"], ["d", "Decision", "decision"],
     ["e", "Echo", "treaty"]] AS row
   CREATE (:Instrument {id: "instrument:" + row[0], name: row[1], abbreviation: toUpper(row[0]), kind: row[2], status: "in force",
     adoptedOn: "1976-02-24", aliases: [], confidence: "document", disputed: []})`,
  // Citations in clauses: statement, part, ordinal, instrument, verb, manner, role.
  `UNWIND [
     ["s-1", "preambular", 1, "a", "RECALLING", "recall", "object"], ["s-1", "operative", 2, "a", "REAFFIRM", "reaffirm", "standard"],
     ["s-1", "operative", 2, "b", "REAFFIRM", "reaffirm", "object"], ["s-2", "preambular", 1, "a", "Recalling", "recall", "object"],
     ["s-2", "operative", 2, "c", "WELCOME", "welcome", "object"], ["s-5", "operative", 1, "b", "NOTE", "note", "context"],
     ["t-1", "other", 1, "a", NULL, NULL, NULL]
   ] AS row
   MATCH (text:Statement {id: "statement:" + row[0]}), (instrument:Instrument {id: "instrument:" + row[3]})
   MERGE (text)-[:HAS_CLAUSE]->(clause:Clause {id: "clause:" + row[0] + "/" + row[2], ordinal: row[2], part: row[1]})
   CREATE (clause)-[:CITES {start: size(row[3]), verb: row[4], manner: row[5], role: row[6], basis: "text", rule: "test", sources: []}]
     ->(instrument)`,
  // Citations without a clause: statement, instrument, manner, basis.
  `UNWIND [["s-3", "d", "note", "report"], ["s-4", "a", "recall", "text"], ["s-4", "c", "note", "report"]] AS row
   MATCH (text:Statement {id: "statement:" + row[0]}), (instrument:Instrument {id: "instrument:" + row[1]})
   CREATE (text)-[:CITES {manner: row[2], basis: row[3], rule: "curated", locator: "preamble", sources: []}]->(instrument)`,
  `CALL () {
     MATCH (text:Statement)-[cites:CITES]->(instrument:Instrument)
     RETURN text, instrument, cites, NULL AS part
     UNION ALL
     MATCH (text:Statement)-[:HAS_CLAUSE]->(clause)-[cites:CITES]->(instrument:Instrument)
     RETURN text, instrument, cites, clause.part AS part
   }
   WITH text, instrument, cites, part
   WITH text, instrument, count(*) AS times, collect(DISTINCT part) AS found, collect(DISTINCT cites.manner) AS verbs, max(cites.basis) AS basis
   WITH *, COLLECT { UNWIND found AS part RETURN part ORDER BY part } AS parts,
     COLLECT { UNWIND verbs AS manner RETURN manner ORDER BY manner } AS manners
   CREATE (text)-[:CITES_INSTRUMENT {times: times, parts: parts, manners: manners, basis: basis}]->(instrument)`,
  `MATCH (a:Instrument {id: "instrument:a"}), (b:Instrument {id: "instrument:b"}), (e:Instrument {id: "instrument:e"})
   CREATE (a)-[:SUCCEEDS {sources: []}]->(b), (e)-[:AMENDS {sources: []}]->(a)
   CREATE (:Country {id: "country:my", name: "Malaysia"})-[:PARTY_TO {signedOn: "1976-02-24", signedOnEarliest: "1976-02-24",
     how: "signature", sources: ["source:web"]}]->(a)
   CREATE (:Organisation {id: "organisation:eu", name: "European Union"})-[:PARTY_TO {inForceOn: "2012", inForceOnEarliest: "2012-01-01",
     how: "accession", sources: []}]->(a)`,
];
