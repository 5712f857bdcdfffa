import neo4j from "neo4j-driver";
import type { Driver } from "neo4j-driver";
import { DatabaseTrouble } from "../watch.ts";
import { indexQueryOf, namesQueryOf, phraseOf } from "./phrase.ts";
import { rank } from "./rank.ts";
import type { Candidate, Hit } from "./rank.ts";

/** Arguments of the field `search`. */
export interface SearchArguments {
  readonly phrase: string;
  readonly kinds?: readonly string[] | null;
  readonly perKind?: number | null;
  readonly limit?: number | null;
}

/** What of the context of a request a search needs; the engine puts it there. */
export interface SearchContext {
  readonly executionContext: Pick<Driver, "session" | "executeQueryBookmarkManager">;
  readonly sessionConfig: { readonly database: string };
  /** Longest time in the database, in milliseconds. */
  readonly transaction: { readonly timeout: number };
}

/** Best candidates that each index is asked for; the ranking looks at each of them once. */
const asked = 100;

/*
 * Names and clauses are asked apart, so that a thousand clauses that name a thing do not keep the thing itself out. A text is
 * cut at a length that no clause of the genre comes near to.
 */
const statement = `
CALL () {
  CALL db.index.fulltext.queryNodes("search_names", $names, CASE $kinds WHEN [] THEN {limit: toInteger($asked)} ELSE {} END) YIELD node
  WITH node WHERE $kinds = [] OR split(node.id, ":")[0] IN $kinds
  RETURN node, NULL AS text LIMIT toInteger($asked)
  UNION ALL
  CALL db.index.fulltext.queryNodes("search_clauses", $words, {limit: toInteger($asked)}) YIELD node
  WITH node WHERE $kinds = [] OR "clause" IN $kinds
  MATCH (node)<-[:HAS_CLAUSE]-(text:Statement|Report)
  RETURN node, text
}
RETURN node {
  .id, .name, .abbreviation, .aliases, .title, .symbol, .officialName, text: left(node.text, 5000), summary: left(node.summary, 5000),
  date: coalesce(node.heldOn, node.plannedOn, node.issuedOn, node.adoptedOn, text.issuedOn),
  reference: CASE WHEN text IS NOT NULL THEN {
    text: text {.id, .name, .kind, .issuedOn,
      series: COLLECT {
        MATCH (text)-[:ISSUED_AT]->(meeting:Meeting)-[:IN_SERIES]->(series:MeetingSeries)
        WHERE split(meeting.id, ":")[1] = split(text.id, ":")[1]
        RETURN coalesce(series.abbreviation, series.name) ORDER BY series.id
      }[0],
      place: COLLECT { MATCH (text)-[:ISSUED_IN]->(place:Place) RETURN place.name ORDER BY place.id }[0],
      publisher: COLLECT { MATCH (text)<-[:HAS_COPY_OF]-(source:Source) RETURN source.publisher ORDER BY source.id }[0]},
    clause: node {.id, .part, .role, .position, .number,
      itemOf: COLLECT { MATCH (node)-[:PART_OF]->(whole:Clause) RETURN whole {.part, .role, .position, .number} }[0]},
    locator: NULL
  } END
} AS candidate`;

/** What a phrase finds, best first, at most as many hits as asked for. */
export async function search(
  { phrase: text, kinds, perKind, limit }: SearchArguments,
  context: SearchContext,
): Promise<readonly Hit[]> {
  const phrase = phraseOf(text);
  const words = indexQueryOf(phrase);
  if (words === "") return [];
  const candidates = await candidatesOf({ names: namesQueryOf(phrase), words, kinds: kinds ?? [], asked }, context);
  return rank(phrase, candidates, perKind ?? asked).slice(0, limit ?? asked);
}

async function candidatesOf(
  parameters: Readonly<Record<string, unknown>>,
  { executionContext: driver, sessionConfig, transaction }: SearchContext,
): Promise<readonly Candidate[]> {
  const session = driver.session({
    ...sessionConfig,
    bookmarkManager: driver.executeQueryBookmarkManager,
    defaultAccessMode: neo4j.session.READ,
  });
  try {
    const { records } = await session.executeRead((work) => work.run(statement, parameters), transaction);
    return records.map((record) => record.get("candidate") as Candidate);
  } catch (error) {
    throw isWithoutIndex(error) ? new DatabaseTrouble("SERVICE_UNAVAILABLE", error) : error;
  } finally {
    await session.close();
  }
}

/** A database that was loaded before there was a search has no such index; one that was just loaded may still be filling it. */
function isWithoutIndex(error: unknown): boolean {
  return error instanceof Error && /no such fulltext schema index|still populating/i.test(error.message);
}
