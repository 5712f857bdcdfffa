import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askQuestion } from "../../src/api/ask.ts";
import { readQuestions } from "../../src/api/files.ts";
import { readConfig } from "../../src/config.ts";
import { apiGraph, revision } from "./api-graph.ts";
import { startApi } from "./api-server.ts";
import type { Api } from "./api-server.ts";
import type { TestGraph } from "./graph.ts";

let graph: TestGraph;
let api: Api;

beforeAll(async () => {
  graph = await apiGraph();
  // A cold database takes longer over its first plans than a query may.
  api = await startApi(graph, { ADG_QUERY_TIMEOUT_MS: "60000" });
});
afterAll(async () => {
  await api.stop();
  await graph.driver.close();
});

async function data(query: string, variables?: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { status, body } = await api.ask(query, variables);
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
  return body.data;
}

describe("answers", () => {
  test("a statement with its clauses and citations, in the order of the text, with every mention", async () => {
    const query = `{ statements(where: { id: { eq: "statement:s-2" } }) { id name issuedOn clauses { ordinal part lead
      citesConnection { edges { properties { surface start end manner } node { id name } } } } } }`;
    const tac = { id: "instrument:tac", name: "Treaty of Amity" };
    expect(await data(query)).toEqual({
      statements: [
        {
          id: "statement:s-2",
          name: "Second statement",
          issuedOn: "2025-11-01",
          clauses: [
            {
              ordinal: 1,
              part: "preambular",
              lead: "RECALLING",
              citesConnection: {
                edges: [
                  { properties: { surface: "TAC", start: 10, end: 13, manner: "recall" }, node: tac },
                  {
                    properties: { surface: "First statement", start: 30, end: 45, manner: "recall" },
                    node: { id: "statement:s-1", name: "First statement" },
                  },
                  { properties: { surface: "Treaty of Amity", start: 50, end: 65, manner: "recall" }, node: tac },
                ],
              },
            },
            { ordinal: 2, part: "operative", lead: "COMMEND", citesConnection: { edges: [] } },
            {
              ordinal: 10,
              part: "operative",
              lead: "REAFFIRM",
              citesConnection: {
                edges: [
                  {
                    properties: { surface: "UNCLOS", start: 210, end: 216, manner: "reaffirm" },
                    node: { id: "instrument:unclos", name: "Law of the Sea" },
                  },
                ],
              },
            },
          ],
        },
      ],
    });
  });

  test("mentions that differ in nothing that was asked for are all there", async () => {
    const query = `{ clauses(where: { id: { eq: "clause:s-2/pre-1" } }) {
      citesConnection { totalCount edges { properties { manner } node { id } } } only: citesConnection { totalCount } cites { id } } }`;
    const edge = (id: string) => ({ properties: { manner: "recall" }, node: { id } });
    expect(await data(query)).toEqual({
      clauses: [
        {
          citesConnection: {
            totalCount: 3,
            edges: [edge("instrument:tac"), edge("statement:s-1"), edge("instrument:tac")],
          },
          only: { totalCount: 3 },
          cites: [{ id: "statement:s-1" }, { id: "instrument:tac" }],
        },
      ],
    });
  });

  test("citations without a place in the text differ in their locator", async () => {
    const query = `{ statements(where: { id: { eq: "statement:s-2" } }) { citesConnection { totalCount edges { node { id } } } } }`;
    const edge = { node: { id: "instrument:unclos" } };
    expect(await data(query)).toEqual({ statements: [{ citesConnection: { totalCount: 2, edges: [edge, edge] } }] });
  });

  test.each([
    ["meetings by day, the undated last", "{ meetings { id } }", ["meeting:s-1", "meeting:s-2", "meeting:s-0"]],
    ["statements by day", "{ statements { id } }", ["statement:s-1", "statement:s-2"]],
    ["terms by cycle", "{ terms { id } }", ["term:ct-1", "term:ct-2"]],
    ["clauses by ordinal", "{ clauses { id } }", ["clause:s-2/pre-1", "clause:s-2/op-1", "clause:s-2/op-2"]],
    [
      "interfaces by name",
      "{ citables { id } }",
      ["statement:s-1", "instrument:unclos", "statement:s-2", "instrument:tac"],
    ],
    ["as asked for", "{ terms(sort: [{ cycle: DESC }]) { id } }", ["term:ct-2", "term:ct-1"]],
    ["dates as texts", `{ meetings(where: { heldOnEarliest: { gte: "2013-06-02" } }) { id } }`, ["meeting:s-2"]],
    [
      "without regard to case",
      `{ people(where: { name: { caseInsensitive: { contains: "PERSON" } } }) { id } }`,
      ["person:p"],
    ],
    ["nothing", `{ people(where: { id: { eq: "person:nobody" } }) { id } }`, []],
  ])("%s", async (_, query, ids) => {
    const [rows] = Object.values((await data(query)) as Readonly<Record<string, readonly { readonly id: string }[]>>);
    expect(rows?.map(({ id }) => id)).toEqual(ids);
  });

  test("interfaces and their connections below a node", async () => {
    const query = `{ meetings(where: { id: { eq: "meeting:s-2" } }) { chairedBy { __typename name }
      attendeesConnection { edges { properties { as level } node { __typename id } } } } }`;
    const edge = (as: string, level: string, id: string) => ({
      properties: { as, level },
      node: { __typename: "Country", id },
    });
    expect(await data(query)).toEqual({
      meetings: [
        {
          chairedBy: [{ __typename: "Person", name: "A. Person" }],
          attendeesConnection: {
            edges: [
              edge("chair", "minister", "country:my"),
              edge("member", "minister", "country:my"),
              edge("plus", "deputy", "country:us"),
            ],
          },
        },
      ],
    });
  });
});

describe("what was cut short is named", () => {
  test.each([
    ["by default", "{ problems { id } }", 20, { list: "problems", limit: 20, times: 1 }],
    ["as asked for", "{ problems(limit: 24) { id } }", 24, { list: "problems", limit: 24, times: 1 }],
    ["not at all", "{ problems(limit: 25) { id } }", 25, undefined],
    ["at the end of the list", "{ problems(limit: 20, offset: 20) { id } }", 5, undefined],
  ])("%s", async (_, query, count, cut) => {
    const { body } = await api.ask(query);
    expect(body.data?.problems).toHaveLength(count);
    expect(body.extensions).toEqual({ revision, ...(cut && { truncated: [cut] }) });
  });

  test("a list below a list, by its path in the answer", async () => {
    const { body } = await api.ask(`{ all: statements { clauses(limit: 2) { id } } }`);
    expect(body.extensions?.truncated).toEqual([{ list: "all.clauses", limit: 2, times: 1 }]);
  });

  test("pages go on where the last one ended", async () => {
    const query = `query ($after: String) { problemsConnection(first: 10, after: $after) { totalCount
      pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { id } } } }`;
    interface Page {
      readonly totalCount: number;
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly hasPreviousPage: boolean;
        readonly endCursor: string;
      };
      readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
    }
    const pages: Page[] = [];
    for (let after: string | undefined; pages.length === 0 || pages.at(-1)?.pageInfo.hasNextPage;) {
      const { problemsConnection } = (await data(query, { after })) as { readonly problemsConnection: Page };
      pages.push(problemsConnection);
      after = problemsConnection.pageInfo.endCursor;
    }
    expect(pages.map(({ edges }) => edges.length)).toEqual([10, 10, 5]);
    expect(pages.map(({ totalCount }) => totalCount)).toEqual([25, 25, 25]);
    expect(pages.map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual([false, true, true]);
    expect(pages.map(({ edges, pageInfo }) => edges.at(-1)?.cursor === pageInfo.endCursor)).toEqual([true, true, true]);
    const ids = pages.flatMap(({ edges }) => edges.map(({ node }) => node.id));
    expect(ids).toEqual(Array.from({ length: 25 }, (_, index) => `problem:${String(index + 1).padStart(2, "0")}`));
  });

  test("a page below a node", async () => {
    const query = `{ clauses(where: { id: { eq: "clause:s-2/pre-1" } }) { citesConnection(first: 2) {
      pageInfo { hasNextPage } edges { properties { start } } } } }`;
    const { body } = await api.ask(query);
    expect(body.data).toEqual({
      clauses: [
        {
          citesConnection: {
            pageInfo: { hasNextPage: true },
            edges: [{ properties: { start: 10 } }, { properties: { start: 30 } }],
          },
        },
      ],
    });
    expect(body.extensions?.truncated).toEqual([{ list: "clauses.citesConnection", limit: 2, times: 1 }]);
  });
});

describe("questions", () => {
  async function rowsOf(name: string, variables: Readonly<Record<string, string>>) {
    const question = (await readQuestions()).find((candidate) => candidate.name === name);
    if (question === undefined) throw new Error(`no question ${name}`);
    const parts = { driver: graph.driver, database: graph.name, config: readConfig({}) };
    const { rows } = await askQuestion(parts, question, variables);
    return rows.map((row) => Object.values(row));
  }

  test("instruments-cited: citations by clause, then those whose clause is not known", async () => {
    const pre = ["clause:s-2/pre-1", "preambular", "RECALLING", "recall"];
    expect(await rowsOf("instruments-cited", { statement: "statement:s-2" })).toEqual([
      ["instrument:tac", "Treaty of Amity", ...pre, "TAC", 10, 13, "RECALLING", "object", null],
      ["statement:s-1", "First statement", ...pre, "First statement", 30, 45, "RECALLING", "object", null],
      ["instrument:tac", "Treaty of Amity", ...pre, "Treaty of Amity", 50, 65, "RECALLING", "object", null],
      [
        "instrument:unclos",
        "Law of the Sea",
        "clause:s-2/op-2",
        "operative",
        "REAFFIRM",
        "reaffirm",
        "UNCLOS",
        210,
        216,
        "REAFFIRM",
        "object",
        null,
      ],
      ["instrument:unclos", "Law of the Sea", null, null, null, "note", null, null, null, null, null, "paragraph 10"],
      ["instrument:unclos", "Law of the Sea", null, null, null, "note", null, null, null, null, null, "paragraph 9"],
    ]);
  });

  test("working-group: what became of it, in the order of time", async () => {
    const found = await rowsOf("working-group", { group: "working-group:ct" });
    // Without within, place, disputed and sources.
    expect(
      found.map(([when, until, what, name, detail, , who, , status, , id]) => [
        when,
        until,
        what,
        name,
        detail,
        who,
        status,
        id,
      ]),
    ).toEqual([
      ["2013-09-09", "2013-09-13", "activity", "Exercise", "field exercise", "Malaysia", "held", "activity:ctx"],
      ["2025-11-01", null, "named", "Second statement", "Counter-Terrorism", null, "parts", "clause:s-2/op-1"],
      ["2026", null, "activity", "Workshop", "workshop", null, "planned", "activity:plan"],
      ["2010-10-12", null, "mandated", "First meeting", null, null, "held", "meeting:s-1"],
      ["2011", null, "set up", "EWG on Counter-Terrorism", null, null, null, "working-group:ct"],
      ["2011", "2014", "term", "Cycle 1", null, "Malaysia; United States", null, "term:ct-1"],
      ["2014", "2017", "term", "Cycle 2", null, null, null, "term:ct-2"],
    ]);
  });

  test("meeting: who and when, and what says so", async () => {
    const found = await rowsOf("meeting", { meeting: "meeting:s-2" });
    expect(
      found.map(([what, value, as, level, detail, id, , sources]) => [what, value, as, level, detail, id, sources]),
    ).toEqual([
      ["series", "Series", null, null, null, "series:s", "source:web"],
      ["preceded by", "First meeting", null, null, null, "meeting:s-1", null],
      ["held on", "2025-11-01", null, null, null, null, "source:web"],
      ["theme", "A theme", null, null, null, null, null],
      ["place", "Kuala Lumpur", "city", null, null, "place:kl", "source:web"],
      ["host", "Malaysia", null, null, null, "country:my", "source:web"],
      ["chair", "A. Person", null, null, null, "person:p", "source:web"],
      ["attended", "Malaysia", "chair", "minister", null, "country:my", "source:web"],
      ["attended", "Malaysia", "member", "minister", null, "country:my", "source:web"],
      ["attended", "United States", "plus", "deputy", null, "country:us", "source:web"],
      ["outcome", "adopted", null, null, null, null, null],
      ["statement", "Second statement", "joint_statement", null, "consensus", "statement:s-2", null],
    ]);
  });

  test("an id of nothing is said to be one", async () => {
    await expect(rowsOf("meeting", { meeting: "meeting:nowhere" })).rejects.toMatchObject({
      message: "no meeting 'meeting:nowhere'",
      code: "unknown-id",
    });
  });
});
