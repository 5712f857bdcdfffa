import { ensureConstraints } from "../../ingest/load/constraints.ts";
import { freshGraph } from "./graph.ts";
import type { TestGraph } from "./graph.ts";

/**
 * The small graph that the tests of the questions about actors, time and texts ask: a country with a minister, a working group, a
 * series with two meetings, a statement whose text is loaded and one of which only a place in words is known, and a dispute.
 * It has the full-text indexes, as after a load.
 */
export async function actorGraph(): Promise<TestGraph> {
  const graph = await freshGraph();
  const session = graph.driver.session({ database: graph.name });
  await ensureConstraints(session);
  await session.close();
  for (const query of queries) await graph.driver.executeQuery(query, {}, { database: graph.name });
  return graph;
}

/** Text of the second clause of the loaded statement, which begins at 100 of the document. */
export const clauseText =
  "REAFFIRM the Treaty of Friendship,\nsigned in Ha Noi, and welcome the group on 🌊 Sea Safety";

const common = `aliases: [], confidence: "document", disputed: []`;
const said = `sources: ["source:web#paragraph 2"]`;

function day(name: string, date: string, earliest = date, latest = date): string {
  return `${name}: "${date}", ${name}Earliest: "${earliest}", ${name}Latest: "${latest}"`;
}

const queries = [
  `CREATE (:Revision {id: "revision:actors", createdAt: "2026-01-01T00:00:00Z", counts: [], nodes: 0, edges: 0})`,
  `CREATE (my:Country {id: "country:my", name: "Malaysia", iso2: "MY", iso3: "MYS", ${common}})
   CREATE (us:Country {id: "country:us", name: "United States", iso2: "US", iso3: "USA", ${common}})
   CREATE (asean:Organisation {id: "organisation:asean", name: "ASEAN", kind: "intergovernmental", ${common}})
   CREATE (series:MeetingSeries {id: "series:s-plus", name: "Ministers' Meeting-Plus", abbreviation: "MM-Plus", level: "ministers",
     aliases: ["MM+"], confidence: "document", disputed: []})
   CREATE (hanoi:Place {id: "place:ha-noi", name: "Ha Noi", kind: "city", aliases: ["Hanoi"], confidence: "document", disputed: []})
   CREATE (p:Person {id: "person:p", name: "Nguyễn Văn Ân", aliases: ["A. N. Person"], confidence: "document", disputed: []})
   CREATE (web:Source {id: "source:web", publisher: "Ministry", title: "A page", kind: "ministry", ${day("publishedOn", "2020")},
     address: "https://example.org/a"})
   CREATE (news:Source {id: "source:news", publisher: "News", title: "An article", kind: "press"})
   CREATE (my)-[:MEMBER_OF {${day("from", "1967-08-08")}, ${said}}]->(asean)
   CREATE (us)-[:MEMBER_OF {${day("from", "2010", "2010-01-01", "2010-12-31")}, ${day("to", "2012-06", "2012-06-01", "2012-06-30")}, ${said}}]->(asean)
   CREATE (us)-[:PARTICIPATES_IN {as: "plus", ${said}}]->(series)
   CREATE (t1:Tenure {id: "tenure:p-1", name: "A", office: "Minister of Defence", capacity: "minister", disputed: ["from"],
     ${day("from", "2013-05", "2013-05-01", "2013-05-31")}, ${day("to", "2018-05-10")}})
   CREATE (t2:Tenure {id: "tenure:p-2", name: "B", office: "Prime Minister", capacity: "minister", disputed: [],
     ${day("from", "2020-01-01")}, ${day("incumbentAsOf", "2021-03-04")}})
   CREATE (p)-[:HELD {${said}}]->(t1), (p)-[:HELD {${said}}]->(t2), (t1)-[:OF {${said}}]->(my), (t2)-[:OF {${said}}]->(my)`,
  `MATCH (my:Country {id: "country:my"}), (us:Country {id: "country:us"}), (series:MeetingSeries), (hanoi:Place), (p:Person {id: "person:p"}), (web:Source {id: "source:web"}), (news:Source {id: "source:news"})
   CREATE (one:Meeting {id: "meeting:s-plus-1", name: "1st MM-Plus", ${day("heldOn", "2010-10-12")}, outcome: "adopted", ${common}})
   CREATE (two:Meeting {id: "meeting:s-plus-2", name: "2nd MM-Plus", ordinal: 2, ${day("plannedOn", "2013", "2013-01-01", "2013-12-31")},
     ${day("heldOn", "2013-06", "2013-06-01", "2013-06-30")}, outcome: "adopted", theme: "Trust", mode: "in-person", aliases: [],
     confidence: "document", disputed: ["heldOn"]})
   CREATE (side:Meeting {id: "meeting:side", name: "Side meeting", ${day("plannedOn", "2014")}, outcome: "unknown", ${common}})
   CREATE (one)-[:IN_SERIES {${said}}]->(series), (two)-[:IN_SERIES {${said}}]->(series), (two)-[:PRECEDED_BY {${said}}]->(one)
   CREATE (side)-[:ON_MARGINS_OF {${said}}]->(two)
   CREATE (two)-[:HELD_IN {${said}}]->(hanoi), (two)-[:HOSTED_BY {${said}}]->(my), (two)-[:CHAIRED_BY {${said}}]->(p)
   CREATE (us)-[:ATTENDED {as: "plus", level: "deputy", presence: "online", ${said}}]->(two)
   CREATE (p)-[:ATTENDED {as: "member", level: "acting", actingFor: "person:q", ${said}}]->(two)
   CREATE (:Person {id: "person:q", name: "Q. Absent", ${common}})
   CREATE (statement:Statement {id: "statement:s-plus-2", name: "Joint Statement of the Ministers", title: "Joint Statement of the Ministers",
     kind: "joint_statement", ${day("issuedOn", "2013-06-18")}, authority: "consensus", textRead: "whole", textLoaded: true,
     confidence: "document", disputed: []})
   CREATE (unread:Statement {id: "statement:s-plus-1", name: "Vision", title: "Vision", kind: "joint_declaration", ${day("issuedOn", "2010-10-12")},
     authority: "chair", textRead: "none", textLoaded: false, confidence: "document", disputed: []})
   CREATE (statement)-[:ISSUED_AT {${said}}]->(two), (statement)-[:ISSUED_IN {${said}}]->(hanoi), (unread)-[:ISSUED_AT {${said}}]->(one)
   CREATE (pre:Clause {id: "clause:s-plus-2/pre-1", ordinal: 1, part: "preambular", role: "opening", position: 1, leads: [], start: 0, end: 90,
     summary: "Names those who speak", text: "We, the Ministers"})
   CREATE (op:Clause {id: "clause:s-plus-2/op-1", ordinal: 2, part: "operative", role: "clause", position: 1, lead: "REAFFIRM", manner: "reaffirm",
     leads: ["REAFFIRM"], start: 100, end: ${100 + clauseText.length}, text: ${JSON.stringify(clauseText)}})
   CREATE (statement)-[:HAS_CLAUSE]->(pre), (statement)-[:HAS_CLAUSE]->(op)
   CREATE (treaty:Instrument {id: "instrument:treaty", name: "Treaty of Friendship", abbreviation: "TOF", kind: "treaty", status: "in force",
     aliases: ["Friendship Treaty"], ${day("adoptedOn", "1976-02-24")}, confidence: "document", disputed: []})
   CREATE (op)-[:CITES {surface: "Treaty of Friendship", start: 113, end: 133, verb: "REAFFIRM", manner: "reaffirm", role: "object", basis: "text",
     rule: "name", ${said}}]->(treaty)
   CREATE (unread)-[:CITES {manner: "note", basis: "report", rule: "curated", locator: "paragraph 4", ${said}}]->(treaty)
   CREATE (my)-[:PARTY_TO {${day("signedOn", "1976-02-24")}, how: "signature", ${said}}]->(treaty)
   CREATE (c1:Claim {id: "claim:1", subject: "meeting:s-plus-2", property: "heldOn", value: "2013-06", modality: "held", standing: "shown", rule: "curated"})
   CREATE (c2:Claim {id: "claim:2", subject: "meeting:s-plus-2", property: "heldOn", value: "2013-07", modality: "held", standing: "disputed", rule: "meeting-date"})
   CREATE (c3:Claim {id: "claim:3", subject: "meeting:s-plus-2", property: "hostedBy", value: "country:my", modality: "held", standing: "agreeing", rule: "curated"})
   CREATE (c4:Claim {id: "claim:4", subject: "meeting:s-plus-2", property: "mode", value: "in-person", modality: "held", standing: "unsourced", rule: "curated"})
   CREATE (d:Dispute {id: "dispute:1", subject: "meeting:s-plus-2", property: "heldOn", modality: "held", shown: "2013-06", reason: "ministry before press"})
   CREATE (c1)-[:ABOUT]->(two), (c2)-[:ABOUT]->(two), (c3)-[:ABOUT]->(two), (c4)-[:ABOUT]->(two), (d)-[:ABOUT]->(two)
   CREATE (d)-[:AMONG]->(c1), (d)-[:AMONG]->(c2)
   CREATE (c1)-[:SUPPORTED_BY {basis: "text", locator: "paragraph 2"}]->(web), (c1)-[:SUPPORTED_BY {basis: "text"}]->(news)
   CREATE (c2)-[:SUPPORTED_BY {basis: "text", surface: "signed", start: 135, end: 141}]->(op), (c3)-[:SUPPORTED_BY {basis: "report"}]->(web)`,
  `MATCH (my:Country {id: "country:my"}), (us:Country {id: "country:us"}), (op:Clause {id: "clause:s-plus-2/op-1"}), (one:Meeting {id: "meeting:s-plus-1"}),
     (web:Source {id: "source:web"}), (hanoi:Place)
   CREATE (group:WorkingGroup {id: "working-group:sea", name: "EWG on Sea Safety", field: "Sea Safety", ${day("mandatedOn", "2010-10-12")},
     ${day("setUpOn", "2011", "2011-01-01", "2011-12-31")}, ${common}})
   CREATE (group)-[:MANDATED_AT {${said}}]->(one)
   CREATE (a:Term {id: "term:sea-1", name: "Term 1", cycle: 1, ${day("from", "2011", "2011-01-01", "2011-12-31")},
     ${day("to", "2014", "2014-01-01", "2014-12-31")}, disputed: []})
   CREATE (b:Term {id: "term:sea-2", name: "Term 2", cycle: 2, ${day("from", "2014-06-01")}, disputed: ["to"]})
   CREATE (a)-[:OF {${said}}]->(group), (b)-[:OF {${said}}]->(group)
   CREATE (a)-[:CO_CHAIRED_BY {side: "plus", ${said}}]->(us), (a)-[:CO_CHAIRED_BY {side: "asean", ${said}}]->(my)
   CREATE (exercise:Activity {id: "activity:ex", name: "Exercise", kind: "field exercise", status: "held", ${day("heldOn", "2013-09-09")},
     ${day("heldUntil", "2013-09-13")}, ${common}})
   CREATE (planned:Activity {id: "activity:plan", name: "Workshop", kind: "workshop", status: "planned", ${day("plannedOn", "2026", "2026-01-01", "2026-12-31")}, ${common}})
   CREATE (undated:Activity {id: "activity:undated", name: "Meeting", kind: "meeting", status: "held", ${common}})
   CREATE (exercise)-[:OF {${said}}]->(group), (planned)-[:OF {${said}}]->(group), (undated)-[:OF {${said}}]->(group)
   CREATE (exercise)-[:HOSTED_BY {${said}}]->(my), (exercise)-[:HELD_IN {${said}}]->(hanoi)
   CREATE (op)-[:MENTIONS {surface: "group on 🌊 Sea Safety", start: 169, end: 191, basis: "text", rule: "name", ${said}}]->(group)
   CREATE (claim:Claim {id: "claim:5", subject: "working-group:sea", property: "setUpOn", value: "2011", modality: "held", standing: "agreeing", rule: "curated"})
   CREATE (claim)-[:ABOUT]->(group), (claim)-[:SUPPORTED_BY {basis: "text"}]->(web)`,
];
