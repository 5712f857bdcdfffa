import { ensureConstraints } from "../../ingest/load/constraints.ts";
import { freshGraph } from "./graph.ts";
import type { TestGraph } from "./graph.ts";

/**
 * The small graph that the tests of the API ask: one series with two meetings, a statement at each, three clauses that cite, one
 * working group, and more problems than a list shows. Written in Cypher, so that it stands whatever the loader does.
 */
export async function apiGraph(): Promise<TestGraph> {
  const graph = await freshGraph();
  const session = graph.driver.session({ database: graph.name });
  await ensureConstraints(session);
  await session.close();
  for (const query of queries) await graph.driver.executeQuery(query, {}, { database: graph.name });
  return graph;
}

/** The revision of this graph. */
export const revision = "revision:of-the-tests";

const common = `aliases: [], confidence: "document", disputed: []`;
const cited = `basis: "text", rule: "test", sources: []`;

const queries = [
  `CREATE (:Revision {id: "${revision}", createdAt: "2026-01-01T00:00:00Z", counts: [], nodes: 0, edges: 0})`,
  `CREATE (series:MeetingSeries {id: "series:s", name: "Series", level: "ministers", ${common}})
   CREATE (my:Country {id: "country:my", name: "Malaysia", iso2: "MY", iso3: "MYS", ${common}})
   CREATE (us:Country {id: "country:us", name: "United States", iso2: "US", iso3: "USA", ${common}})
   CREATE (person:Person {id: "person:p", name: "A. Person", ${common}})
   CREATE (place:Place {id: "place:kl", name: "Kuala Lumpur", kind: "city", ${common}})
   CREATE (first:Meeting {id: "meeting:s-1", name: "First meeting", heldOn: "2013-06", heldOnEarliest: "2013-06-01",
     heldOnLatest: "2013-06-30", outcome: "adopted", ${common}})
   CREATE (second:Meeting {id: "meeting:s-2", name: "Second meeting", heldOn: "2025-11-01", heldOnEarliest: "2025-11-01",
     heldOnLatest: "2025-11-01", outcome: "adopted", theme: "A theme", ${common}})
   CREATE (undated:Meeting {id: "meeting:s-0", name: "Undated meeting", outcome: "unknown", ${common}})
   CREATE (first)-[:IN_SERIES {sources: []}]->(series), (second)-[:IN_SERIES {sources: ["source:web"]}]->(series)
   CREATE (second)-[:PRECEDED_BY {sources: []}]->(first)
   CREATE (second)-[:HELD_IN {sources: ["source:web"]}]->(place), (second)-[:HOSTED_BY {sources: ["source:web"]}]->(my)
   CREATE (second)-[:CHAIRED_BY {sources: ["source:web"]}]->(person)
   CREATE (my)-[:ATTENDED {as: "member", level: "minister", sources: ["source:web"]}]->(second)
   CREATE (my)-[:ATTENDED {as: "chair", level: "minister", sources: ["source:web"]}]->(second)
   CREATE (us)-[:ATTENDED {as: "plus", level: "deputy", sources: ["source:web"]}]->(second)
   CREATE (web:Source {id: "source:web", publisher: "Ministry", title: "A page", kind: "ministry"})
   CREATE (claim:Claim {id: "claim:1", subject: "meeting:s-2", property: "heldOn", value: "2025-11-01", modality: "held",
     standing: "shown", rule: "curated"})
   CREATE (claim)-[:ABOUT]->(second), (claim)-[:SUPPORTED_BY {basis: "text"}]->(web)`,
  `MATCH (first:Meeting {id: "meeting:s-1"}), (second:Meeting {id: "meeting:s-2"}), (web:Source)
   CREATE (tac:Instrument {id: "instrument:tac", name: "Treaty of Amity", kind: "treaty", status: "in force", ${common}})
   CREATE (unclos:Instrument {id: "instrument:unclos", name: "Law of the Sea", kind: "treaty", status: "in force", ${common}})
   CREATE (old:Statement {id: "statement:s-1", name: "First statement", title: "First statement", kind: "joint_statement",
     issuedOn: "2013-06", issuedOnEarliest: "2013-06-01", issuedOnLatest: "2013-06-30", authority: "consensus",
     textRead: "whole", textLoaded: false, confidence: "document", disputed: []})
   CREATE (new:Statement {id: "statement:s-2", name: "Second statement", title: "Second statement", kind: "joint_statement",
     issuedOn: "2025-11-01", issuedOnEarliest: "2025-11-01", issuedOnLatest: "2025-11-01", authority: "consensus",
     textRead: "parts", textLoaded: true, confidence: "document", disputed: []})
   CREATE (old)-[:ISSUED_AT {sources: []}]->(first), (new)-[:ISSUED_AT {sources: []}]->(second), (web)-[:HAS_COPY_OF]->(new)
   CREATE (new)-[:HAS_CLAUSE]->(third:Clause {id: "clause:s-2/op-2", ordinal: 10, part: "operative", role: "clause",
     position: 2, lead: "REAFFIRM", manner: "reaffirm", leads: ["REAFFIRM"], start: 200, end: 299})
   CREATE (new)-[:HAS_CLAUSE]->(two:Clause {id: "clause:s-2/op-1", ordinal: 2, part: "operative", role: "clause",
     position: 1, lead: "COMMEND", manner: "commend", leads: ["COMMEND"], start: 100, end: 199})
   CREATE (new)-[:HAS_CLAUSE]->(one:Clause {id: "clause:s-2/pre-1", ordinal: 1, part: "preambular", role: "clause",
     position: 1, lead: "RECALLING", manner: "recall", leads: ["RECALLING"], start: 0, end: 99})
   CREATE (one)-[:CITES {surface: "Treaty of Amity", start: 50, end: 65, verb: "RECALLING", manner: "recall", role: "object", ${cited}}]->(tac)
   CREATE (one)-[:CITES {surface: "TAC", start: 10, end: 13, verb: "RECALLING", manner: "recall", role: "object", ${cited}}]->(tac)
   CREATE (one)-[:CITES {surface: "First statement", start: 30, end: 45, verb: "RECALLING", manner: "recall", role: "object", ${cited}}]->(old)
   CREATE (third)-[:CITES {surface: "UNCLOS", start: 210, end: 216, verb: "REAFFIRM", manner: "reaffirm", role: "object", ${cited}}]->(unclos)
   CREATE (new)-[:CITES {manner: "note", basis: "report", rule: "curated", locator: "paragraph 9", sources: []}]->(unclos)
   CREATE (new)-[:CITES {manner: "note", basis: "report", rule: "curated", locator: "paragraph 10", sources: []}]->(unclos)`,
  `MATCH (us:Country {id: "country:us"}), (my:Country {id: "country:my"}), (clause:Clause {id: "clause:s-2/op-1"}),
     (second:Meeting {id: "meeting:s-1"})
   CREATE (group:WorkingGroup {id: "working-group:ct", name: "EWG on Counter-Terrorism", field: "Counter-Terrorism",
     mandatedOn: "2010-10-12", setUpOn: "2011", ${common}})
   CREATE (group)-[:MANDATED_AT {sources: []}]->(second)
   CREATE (b:Term {id: "term:ct-2", name: "Cycle 2", cycle: 2, from: "2014", to: "2017"})
   CREATE (a:Term {id: "term:ct-1", name: "Cycle 1", cycle: 1, from: "2011", to: "2014"})
   CREATE (a)-[:OF {sources: []}]->(group), (b)-[:OF {sources: []}]->(group)
   CREATE (a)-[:CO_CHAIRED_BY {side: "plus", sources: []}]->(us), (a)-[:CO_CHAIRED_BY {side: "asean", sources: []}]->(my)
   CREATE (exercise:Activity {id: "activity:ctx", name: "Exercise", kind: "field exercise", status: "held",
     heldOn: "2013-09-09", heldUntil: "2013-09-13", heldOnEarliest: "2013-09-09", ${common}})
   CREATE (planned:Activity {id: "activity:plan", name: "Workshop", kind: "workshop", status: "planned", plannedOn: "2026", ${common}})
   CREATE (exercise)-[:OF {sources: []}]->(group), (planned)-[:OF {sources: []}]->(group), (exercise)-[:HOSTED_BY {sources: []}]->(my)
   CREATE (clause)-[:MENTIONS {surface: "Counter-Terrorism", start: 120, end: 137, basis: "text", rule: "test", sources: []}]->(group)`,
  `UNWIND range(1, 25) AS n
   CREATE (:Problem {id: "problem:" + right("0" + n, 2), rule: "test", severity: "note", message: "A note", file: "file.txt"})`,
];
