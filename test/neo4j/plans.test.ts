import { afterAll, beforeAll, expect, test } from "vitest";
import { apiGraph } from "./api-graph.ts";
import { startApi } from "./api-server.ts";
import type { Api } from "./api-server.ts";
import type { TestGraph } from "./graph.ts";

/*
 * A query that is asked again is read by what was learnt of it and shaped by compiled code (src/api/plans.ts, prepare.ts). Each row
 * is asked with several values, several times over; a query with the value written into it, which is new each time, is what it
 * must agree with.
 */

let graph: TestGraph;
let api: Api;

beforeAll(async () => {
  graph = await apiGraph();
  api = await startApi(graph, { ADG_CACHE_BYTES: "0", ADG_QUERY_TIMEOUT_MS: "60000" });
});
afterAll(async () => {
  await api.stop();
  await graph.driver.close();
});

const statement = `statements(where: { id: { eq: $v } }) { __typename key: id name clauses(limit: 2) { ordinal
  citesConnection { totalCount edges { cursor properties { surface start } node { __typename id ... on Instrument { kind } } } } } }`;

test.each<[string, string, string, readonly unknown[]]>([
  [
    "a node and what is below it",
    "ID!",
    statement,
    ["statement:s-2", "statement:s-1", "statement:none", "statement:s-2"],
  ],
  [
    "a part of a name",
    "String!",
    "meetings(where: { name: { contains: $v } }) { id heldOn }",
    ["First", "meeting", "", "First"],
  ],
  [
    "one value in two places",
    "String!",
    "people(where: { OR: [{ name: { eq: $v } }, { name: { contains: $v } }] }) { id }",
    ["Person", "A. Person", "\u0000"],
  ],
  [
    "two lists",
    "ID!",
    "a: countries(where: { id: { eq: $v } }) { id } b: meetings(where: { id: { eq: $v } }) { id }",
    ["country:my", "meeting:s-1", "x"],
  ],
  ["no value at all", "ID", "countries(where: { id: { eq: $v } }) { id }", [null, "country:my", null, "country:us"]],
  ["how many", "Int!", "problems(limit: $v) { id }", [3, 25, 24, 3]],
  [
    "an interface",
    "ID!",
    "citables(where: { id: { eq: $v } }) { __typename id name }",
    ["instrument:tac", "statement:s-1", "x", "instrument:tac"],
  ],
  [
    "a page",
    "String",
    "problemsConnection(first: 5, after: $v) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }",
    [null, Buffer.from("arrayconnection:4").toString("base64"), null],
  ],
  [
    "a part that is skipped",
    "Boolean!",
    "countries @skip(if: $v) { id } people { id name @include(if: $v) }",
    [true, false, true, false],
  ],
])("%s", async (_, type, selection, values) => {
  for (let round = 0; round < 3; round += 1) {
    for (const value of values) {
      const planned = await api.ask(`query ($v: ${type}) { ${selection} }`, { v: value });
      const written = await api.ask(`{ ${selection.replaceAll("$v", JSON.stringify(value))} } # ${round}`);
      expect({ value, status: planned.status, body: planned.body }).toEqual({ value, status: 200, body: written.body });
    }
  }
});

test("a query that is asked in turns with another of the same name keeps to itself", async () => {
  const queries = [
    "query Q($v: ID!) { countries(where: { id: { eq: $v } }) { id } }",
    "query Q($v: ID!) { countries(where: { id: { eq: $v } }) { name } }",
  ];
  for (let round = 0; round < 4; round += 1) {
    const [ids, names] = await Promise.all(queries.map((query) => api.ask(query, { v: "country:my" })));
    expect(ids?.body.data).toEqual({ countries: [{ id: "country:my" }] });
    expect(names?.body.data).toEqual({ countries: [{ name: "Malaysia" }] });
  }
});
