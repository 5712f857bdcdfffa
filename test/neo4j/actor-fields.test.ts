import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorGraph, clauseText } from "./actor-graph.ts";
import { startApi } from "./api-server.ts";
import type { Api } from "./api-server.ts";
import { executedPlan } from "./field-plans.ts";
import type { TestGraph } from "./graph.ts";

let graph: TestGraph;
let api: Api;

beforeAll(async () => {
  graph = await actorGraph();
  // A cold database takes longer over its first plans than a query may.
  api = await startApi(graph, { ADG_QUERY_TIMEOUT_MS: "60000", ADG_PUBLIC_URL: "https://field.example" });
});
afterAll(async () => {
  await api.stop();
  await graph.driver.close();
});

type Row = Readonly<Record<string, unknown>>;

/** The rows of one field. */
async function rows(field: string, selection: string): Promise<readonly Row[]> {
  const { status, body } = await api.ask(`{ rows: ${field} { ${selection} } }`);
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
  return body.data?.rows as readonly Row[];
}

describe("timeline", () => {
  /** One line an event: kind, from/to where they are known, id, what stands beside it. */
  async function line(args: string): Promise<string[]> {
    const found = await rows(
      `timeline(${args})`,
      "kind id title from to period status detail lastSeen within { id } actors { id as } places { id } disputed sources",
    );
    return found.map((row) => {
      const actors = (row.actors as readonly Row[]).map(({ id, as }) => `${String(id)}=${String(as)}`);
      const places = (row.places as readonly Row[]).map(({ id }) => String(id));
      const when = [row.from, row.to].map((date) => (typeof date === "string" ? date : "")).join("/");
      const marks = [
        row.period === true ? "period" : null,
        row.lastSeen,
        row.status,
        row.detail,
        (row.within as Row | null)?.id,
      ];
      return [row.kind, when, row.id, ...marks, ...actors, ...places, ...(row.disputed as string[])]
        .filter((part) => part !== null && part !== undefined)
        .map(String)
        .join(" ");
    });
  }

  it("of a working group: mandate, terms, activities, what names it; undated last", async () => {
    expect(await line('id: "working-group:sea"')).toEqual([
      "mandated 2010-10-12/ meeting:s-plus-1 held",
      "set up 2011/ working-group:sea",
      "term 2011/2014 term:sea-1 period working-group:sea country:my=asean country:us=plus",
      `named 2013-06-18/ clause:s-plus-2/op-1 whole group on 🌊 Sea Safety statement:s-plus-2`,
      "activity 2013-09-09/2013-09-13 activity:ex held field exercise country:my=host place:ha-noi",
      "term 2014-06-01/ term:sea-2 period working-group:sea to",
      "activity 2026/ activity:plan planned workshop",
      "activity / activity:undated held meeting",
    ]);
  });

  it("of a country: what it hosted, co-chaired, attended, belongs to, and who held office", async () => {
    expect(await line('id: "country:my"')).toEqual([
      "member of 1967-08-08/ organisation:asean period",
      "party to 1976-02-24/ instrument:treaty signature",
      "co-chaired 2011/2014 term:sea-1 period asean working-group:sea country:my=asean country:us=plus",
      "tenure 2013-05/2018-05-10 tenure:p-1 period minister country:my person:p=minister from",
      "hosted 2013-06/ meeting:s-plus-2 held country:my=host place:ha-noi heldOn",
      "hosted 2013-09-09/2013-09-13 activity:ex held field exercise country:my=host place:ha-noi",
      "tenure 2020-01-01/ tenure:p-2 period 2021-03-04 minister country:my person:p=minister",
    ]);
    expect(await line('id: "country:us", kinds: ["attended", "participates in"]')).toEqual([
      "attended 2013-06/ meeting:s-plus-2 held plus, deputy, online country:my=host place:ha-noi heldOn",
      "participates in / series:s-plus period plus",
    ]);
  });

  it("of a person: offices, meetings chaired and attended", async () => {
    expect(await line('id: "person:p"')).toEqual([
      "held office 2013-05/2018-05-10 tenure:p-1 period minister country:my person:p=minister from",
      "attended 2013-06/ meeting:s-plus-2 held member, acting country:my=host place:ha-noi heldOn",
      "chaired 2013-06/ meeting:s-plus-2 held country:my=host place:ha-noi heldOn",
      "held office 2020-01-01/ tenure:p-2 period 2021-03-04 minister country:my person:p=minister",
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['from: "2013-06-10", to: "2013-06"', ["co-chaired", "tenure", "hosted", "member of"]],
    ['from: "2019"', ["member of", "tenure"]],
    ['to: "1970"', ["member of"]],
    ['from: "", to: null, kinds: []', ["member of", "party to", "co-chaired", "tenure", "hosted", "hosted", "tenure"]],
    ['kinds: ["tenure"], offset: 1', ["tenure"]],
    ["limit: 1", ["member of"]],
  ])("shows what may lie within %s", async (args, kinds) => {
    const found = await rows(`timeline(id: "country:my", ${args})`, "kind");
    expect(found.map(({ kind }) => kind).sort()).toEqual(kinds.toSorted());
  });

  it("says where it was cut, and has nothing of an id of nothing", async () => {
    const { body } = await api.ask(
      '{ timeline(id: "country:my", limit: 3) { kind } none: timeline(id: "country:xx") { kind } }',
    );
    expect(body.data).toMatchObject({ timeline: { length: 3 }, none: [] });
    expect(body.extensions?.truncated).toEqual([{ list: "timeline", limit: 3, times: 1 }]);
  });
});

describe("meetingRecord", () => {
  it("tells everything of a meeting, each fact with its sources", async () => {
    const found = await rows(
      'meetingRecord(id: "meeting:s-plus-2")',
      "what value earliest latest id as level presence actingFor { id } detail textRead disputed sources",
    );
    const web = "source:web#paragraph 2";
    const short = found.map(({ earliest, latest, disputed, sources, actingFor, ...row }) => [
      ...Object.values(row).filter((value) => value !== null),
      ...(earliest === null ? [] : [`${earliest as string}..${latest as string}`]),
      ...(actingFor === null ? [] : [(actingFor as Row).id]),
      ...(disputed === true ? ["!"] : []),
      (sources as string[]).join("; "),
    ]);
    expect(short).toEqual([
      ["series", "Ministers' Meeting-Plus", "series:s-plus", web],
      ["preceded by", "1st MM-Plus", "meeting:s-plus-1", web],
      ["announced for", "2013", "2013-01-01..2013-12-31", ""],
      ["held on", "2013-06", "2013-06-01..2013-06-30", "!", "source:news; source:web"],
      ["mode", "in-person", ""],
      ["theme", "Trust", ""],
      ["place", "Ha Noi", "place:ha-noi", "city", web],
      ["host", "Malaysia", "country:my", web],
      ["chair", "Nguyễn Văn Ân", "person:p", web],
      ["attended", "United States", "country:us", "plus", "deputy", "online", web],
      ["attended", "Nguyễn Văn Ân", "person:p", "member", "acting", "person:q", web],
      ["on its margins", "Side meeting", "meeting:side", web],
      ["outcome", "adopted", ""],
      [
        "statement",
        "Joint Statement of the Ministers",
        "statement:s-plus-2",
        "joint_statement",
        "consensus",
        "whole",
        web,
      ],
      ["disputed", "heldOn", "dispute:1", "2013-06 or 2013-07: ministry before press", "!", "source:news; source:web"],
    ]);
  });
});

describe("on a day", () => {
  it.each<[string, readonly string[]]>([
    ["1967-08-07", []],
    ["1967-08-08", ["my certain"]],
    ["2010-01-01", ["my certain", "us possibly"]],
    ["2010-12-31", ["my certain", "us certain"]],
    ["2012-06-01", ["my certain", "us certain"]],
    ["2012-06-02", ["my certain", "us possibly"]],
    ["2012-06-30", ["my certain", "us possibly"]],
    ["2012-07-01", ["my certain"]],
  ])("%s: members %j", async (asOf, expected) => {
    const found = await rows(`membersOn(id: "organisation:asean", asOf: "${asOf}")`, "id standing of { id }");
    expect(found.map(({ id, standing }) => `${String(id).slice(8)} ${String(standing)}`)).toEqual(expected);
  });

  it("a membership without any day is possible on every day", async () => {
    expect(await rows('membersOn(id: "series:s-plus", asOf: "1900-01-01")', "id as standing from to")).toEqual([
      { id: "country:us", as: "plus", standing: "possibly", from: null, to: null },
    ]);
  });

  it.each<[string, string, readonly string[]]>([
    ["2013-05-15", 'country: "country:my", ', ["p-1 possibly"]],
    ["2013-05-31", "", ["p-1 certain"]],
    ["2018-05-10", "", ["p-1 certain"]],
    ["2018-05-11", "", []],
    ["2021-03-04", "", ["p-2 certain"]],
    ["2021-03-05", 'country: "country:my", ', ["p-2 possibly"]],
    ["2021-03-05", 'country: "country:us", ', []],
  ])("%s: office holders, of %j all, are %j", async (asOf, country, expected) => {
    const found = await rows(
      `officeHoldersOn(${country}asOf: "${asOf}")`,
      "id name standing lastSeen actors { id } of { id }",
    );
    expect(found.map(({ id, standing }) => `${String(id).slice(7)} ${String(standing)}`)).toEqual(expected);
  });

  it.each<[string, readonly unknown[]]>([
    ["2011-06-01", [["term:sea-1", "possibly", ["asean country:my", "plus country:us"]]]],
    ["2012-01-01", [["term:sea-1", "certain", ["asean country:my", "plus country:us"]]]],
    [
      "2014-07-01",
      [
        ["term:sea-1", "possibly", ["asean country:my", "plus country:us"]],
        ["term:sea-2", "certain", []],
      ],
    ],
    ["2015-01-01", [["term:sea-2", "certain", []]]],
  ])("%s: co-chairs", async (asOf, expected) => {
    for (const group of ["", 'workingGroup: "working-group:sea", ']) {
      const found = await rows(`coChairsOn(${group}asOf: "${asOf}")`, "id standing actors { as id }");
      const short = found.map(({ id, standing, actors }) => [
        id,
        standing,
        (actors as readonly Row[]).map(({ as, id: country }) => `${String(as)} ${String(country)}`),
      ]);
      expect(short).toEqual(expected);
    }
  });
});

describe("why", () => {
  it("gives every claim with what supports it, the shown value first, disputed and unsourced ones marked", async () => {
    const found = await rows(
      'why(id: "meeting:s-plus-2")',
      "property value valueName standing shown reason source { id } sourceKind locator web clause surface start end basis reference { footnote address }",
    );
    expect(found.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)))).toEqual([
      {
        ...{
          property: "heldOn",
          value: "2013-06",
          standing: "shown",
          shown: "2013-06",
          reason: "ministry before press",
          basis: "text",
        },
        ...{ source: { id: "source:news" }, sourceKind: "press" },
      },
      {
        ...{
          property: "heldOn",
          value: "2013-06",
          standing: "shown",
          shown: "2013-06",
          reason: "ministry before press",
          basis: "text",
        },
        ...{
          source: { id: "source:web" },
          sourceKind: "ministry",
          locator: "paragraph 2",
          web: "https://example.org/a",
        },
      },
      {
        ...{
          property: "heldOn",
          value: "2013-07",
          standing: "disputed",
          shown: "2013-06",
          reason: "ministry before press",
          basis: "text",
        },
        ...{ clause: "clause:s-plus-2/op-1", surface: "signed", start: 135, end: 141 },
        reference: {
          footnote: "MM-Plus Joint Statement, Ha Noi, 18 June 2013, operative clause 1",
          address: "https://field.example/statement/s-plus-2#op-1",
        },
      },
      {
        property: "hostedBy",
        value: "country:my",
        valueName: "Malaysia",
        standing: "agreeing",
        basis: "report",
        source: { id: "source:web" },
        sourceKind: "ministry",
        web: "https://example.org/a",
      },
      { property: "mode", value: "in-person", standing: "unsourced" },
    ]);
  });

  it("of one property", async () => {
    expect(await rows('why(id: "meeting:s-plus-2", property: "mode")', "property claim")).toEqual([
      { property: "mode", claim: "claim:4" },
    ]);
  });
});

describe("mentionsInContext", () => {
  const all = "kind thing { id } document { id } clause locator before words after reference { footnote }";
  const loaded = {
    ...{ kind: "citation", thing: { id: "instrument:treaty" }, document: { id: "statement:s-plus-2" } },
    ...{ clause: "clause:s-plus-2/op-1", locator: null, words: "Treaty of Friendship" },
    reference: { footnote: "MM-Plus Joint Statement, Ha Noi, 18 June 2013, operative clause 1" },
  };

  it("shows the words around a citation where the text is loaded, and a footnote where only a place is known", async () => {
    expect(await rows('mentionsInContext(named: "instrument:treaty", around: 12)', all)).toEqual([
      {
        ...{ kind: "citation", thing: { id: "instrument:treaty" }, document: { id: "statement:s-plus-1" } },
        ...{ clause: null, locator: "paragraph 4", before: null, words: null, after: null },
        reference: { footnote: "Vision, 12 October 2010, paragraph 4, as reported by Ministry" },
      },
      { ...loaded, before: "the ", after: ",\nsigned in" },
    ]);
  });

  it("in a text, in a clause, of a thing in a clause", async () => {
    const named = await rows('mentionsInContext(within: "statement:s-plus-2")', "thing { id } before words after");
    expect(named.map(({ before, words, after }) => `${String(before)}${String(words)}${String(after)}`)).toEqual([
      clauseText,
      clauseText,
    ]);
    expect(named.map(({ words }) => words)).toEqual(["Treaty of Friendship", "group on 🌊 Sea Safety"]);
    expect(
      await rows('mentionsInContext(within: "clause:s-plus-2/op-1", named: "working-group:sea")', "thing { id }"),
    ).toHaveLength(1);
    expect(await rows("mentionsInContext", "kind")).toEqual([]);
    expect(await rows('mentionsInContext(within: "clause:x", named: "instrument:treaty")', "kind")).toEqual([]);
  });
});

it("refers to statements, reports and clauses", async () => {
  const reference = "reference { footnote address }";
  const found = await rows(
    'statements(where: { id: { eq: "statement:s-plus-2" } })',
    `${reference} clauses { ${reference} }`,
  );
  const title = "MM-Plus Joint Statement, Ha Noi, 18 June 2013";
  const page = "https://field.example/statement/s-plus-2";
  expect(found).toEqual([
    {
      reference: { footnote: title, address: page },
      clauses: [
        { reference: { footnote: `${title}, opening`, address: `${page}#pre-1` } },
        { reference: { footnote: `${title}, operative clause 1`, address: `${page}#op-1` } },
      ],
    },
  ]);
});

describe("plans", () => {
  const page = { limit: 100, offset: 0 };

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["timeline", { id: "country:my", kinds: [], from: "", to: "", ...page }],
    ["timeline", { id: "working-group:sea", kinds: ["term"], from: "2011", to: "2012", ...page }],
    ["meetingRecord", { id: "meeting:s-plus-2", ...page }],
    ["membersOn", { id: "organisation:asean", asOf: "2012-01-01", ...page }],
    ["officeHoldersOn", { country: "country:my", asOf: "2012-01-01", ...page }],
    ["coChairsOn", { workingGroup: "working-group:sea", asOf: "2012-01-01", ...page }],
    ["why", { id: "meeting:s-plus-2", property: "", ...page }],
    ["mentionsInContext", { named: "instrument:treaty", within: "", around: 120, ...page }],
    ["mentionsInContext", { named: "", within: "statement:s-plus-2", around: 120, ...page }],
  ])("of %s(%j) begin at an index", async (field, given) => {
    const work = await executedPlan(graph, field, given);
    expect(work.filter(({ name, dbHits }) => name.includes("Scan") && dbHits > 0)).toEqual([]);
    expect(work.filter(({ name, dbHits }) => name.includes("NodeUniqueIndexSeek") && dbHits > 0)).not.toEqual([]);
  });
});
