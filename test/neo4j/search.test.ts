import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textIndexes } from "../../ingest/load/constraints.ts";
import { actorGraph, clauseText } from "./actor-graph.ts";
import { startApi } from "./api-server.ts";
import type { Api } from "./api-server.ts";
import type { TestGraph } from "./graph.ts";

let graph: TestGraph;
let api: Api;

beforeAll(async () => {
  graph = await actorGraph();
  api = await startApi(graph, { ADG_QUERY_TIMEOUT_MS: "60000" });
});
afterAll(async () => {
  await api.stop();
  await graph.driver.close();
});

interface Found {
  readonly id: string;
  readonly fit: string;
  readonly field: string;
  readonly snippet: string;
  readonly hits: readonly { readonly start: number; readonly end: number }[];
}

const query = `query ($phrase: String!, $kinds: [String!], $perKind: Int, $limit: Int) {
  search(phrase: $phrase, kinds: $kinds, perKind: $perKind, limit: $limit) { id fit field snippet hits { start end } }
}`;

async function search(phrase: string, more: object = {}): Promise<readonly Found[]> {
  const { status, body } = await api.ask(query, { phrase, ...more });
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
  return body.data?.search as readonly Found[];
}

/** `id fit field: hits as they stand in the snippet`. */
function line({ id, fit, field, snippet, hits }: Found): string {
  return `${id} ${fit} ${field}: ${hits.map(({ start, end }) => snippet.slice(start, end)).join(" | ")}`;
}

describe("search", () => {
  it.each<[string, readonly string[]]>([
    [
      "MM+",
      [
        "series:s-plus exact abbreviation: MM-Plus",
        "meeting:s-plus-1 phrase name: MM-Plus",
        "meeting:s-plus-2 phrase name: MM-Plus",
      ],
    ],
    [
      "mm plus",
      [
        "series:s-plus exact abbreviation: MM-Plus",
        "meeting:s-plus-1 phrase name: MM-Plus",
        "meeting:s-plus-2 phrase name: MM-Plus",
      ],
    ],
    ["hanoi", ["place:ha-noi exact name: Ha Noi", "clause:s-plus-2/op-1 phrase text: Ha Noi"]],
    ["HÀ NỘI", ["place:ha-noi exact name: Ha Noi", "clause:s-plus-2/op-1 phrase text: Ha Noi"]],
    ["nguyen van an", ["person:p exact name: Nguyễn Văn Ân"]],
    ["Friend", ["instrument:treaty beginning alias: Friendship", "clause:s-plus-2/op-1 phrase text: Friendship"]],
    [
      "treaty of friendship",
      ["instrument:treaty exact name: Treaty of Friendship", "clause:s-plus-2/op-1 phrase text: Treaty of Friendship"],
    ],
    ["friendship sea", ["clause:s-plus-2/op-1 words text: Friendship | Sea"]],
    ["those who speak", ["clause:s-plus-2/pre-1 phrase summary: those who speak"]],
    ["no such thing", []],
    ["", []],
    ["the", []],
  ])("%j", async (phrase, expected) => {
    expect((await search(phrase)).map(line)).toEqual(expected);
  });

  it("finds the clause of a pasted sentence, whatever its gaps, and with words missing", async () => {
    const pasted = clauseText.replace(/\s+/g, "\n\n").toUpperCase();
    expect((await search(pasted)).map(({ id, fit }) => [id, fit])).toEqual([["clause:s-plus-2/op-1", "phrase"]]);
    const other = clauseText.replace("Ha Noi", "Jakarta");
    expect((await search(other)).map(({ id, fit }) => [id, fit])).toEqual([["clause:s-plus-2/op-1", "some words"]]);
  });

  it("keeps to the kinds, to so many of each, and says where it was cut", async () => {
    expect((await search("mm", { kinds: ["meeting"] })).map(({ id }) => id)).toEqual([
      "meeting:s-plus-1",
      "meeting:s-plus-2",
    ]);
    expect((await search("m", { perKind: 1 })).map(({ id }) => id.replace(/:.*/, "")).toSorted()).toEqual(
      [...new Set((await search("m")).map(({ id }) => id.replace(/:.*/, "")))].toSorted(),
    );
    const { body } = await api.ask(query, { phrase: "mm", limit: 1 });
    expect(body.data?.search).toHaveLength(1);
    expect(body.extensions?.truncated).toEqual([{ list: "search", limit: 1, times: 1 }]);
  });

  it.each([
    ["wildcards", "*a* ?b? *"],
    ["a thousand ORs", "a OR ".repeat(199)],
    ["a regular expression", "/reg(ex/ /(a+)+$/"],
    ["fuzzy words", "treaty~2 friendship~0.1"],
    ["fields", "name:treaty abbreviation:* _exists_:name"],
    ["open quotation marks and brackets", '"treaty (of [friendship {'],
    ["operators alone", "AND OR NOT && || ! + - ^ ~"],
    ["Cypher", "'}) DETACH DELETE n // \u0060"],
    ["nothing that prints", "\u0000\u202e\u200b"],
    ["half a character", "\ud83d"],
    ["a word without end", "x".repeat(1_000)],
    ["a letter a hundred times", "a ".repeat(499)],
  ])("answers %s without an error of the index", async (_about, phrase) => {
    expect(Array.isArray(await search(phrase))).toBe(true);
  });

  it("says that it cannot answer where the index is not there, without a word of the database", async () => {
    await graph.driver.executeQuery(`DROP INDEX ${textIndexes.names.name}`, {}, { database: graph.name });
    const { status, body } = await api.ask(query, { phrase: "treaty" });
    expect(status).toBe(503);
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(["SERVICE_UNAVAILABLE"]);
    expect(JSON.stringify(body)).not.toMatch(/neo4j|lucene|index|procedure/i);
  });
});
