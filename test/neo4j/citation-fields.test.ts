import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi } from "./api-server.ts";
import type { Api } from "./api-server.ts";
import { citationGraph } from "./citation-graph.ts";
import { executedPlan } from "./field-plans.ts";
import type { TestGraph } from "./graph.ts";

let graph: TestGraph;
let api: Api;

beforeAll(async () => {
  graph = await citationGraph();
  // A cold database takes longer over its first plans than a query may.
  api = await startApi(graph, { ADG_QUERY_TIMEOUT_MS: "60000" });
});
afterAll(async () => {
  await api.stop();
  await graph.driver.close();
});

async function data(query: string): Promise<Readonly<Record<string, unknown>>> {
  const { status, body } = await api.ask(query);
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
  return body.data ?? {};
}

describe("citationMatrix", () => {
  /** One line a statement: key, textRead unless whole, and each cell as instrument, times, parts and manners. */
  async function matrix(args: string): Promise<string[]> {
    const found = await data(`{ citationMatrix${args} { id textRead complete cited series { id }
      cells { instrument times parts manners basis } } }`);
    const rows = found.citationMatrix as readonly MatrixRow[];
    return rows.map(({ id, textRead, complete, cited, cells }) => {
      expect({ complete, cited }).toEqual({ complete: textRead === "whole", cited: cells.length });
      const shown = cells.map(({ instrument, times, parts, manners, basis }) =>
        [short(instrument), times, parts.map((part) => part.slice(0, 2)).join("+"), manners.join("+"), basis].join("/"),
      );
      return [short(id), ...(complete ? [] : [textRead]), ...shown].join(" ");
    });
  }

  const first = "s-1 a/2/op+pr/reaffirm+recall/text b/1/op/reaffirm/text";
  const all = [
    first,
    "s-2 a/1/pr/recall/text c/1/op/welcome/text",
    "t-1 a/1/ot//text",
    "s-3 none d/1//note/report",
    "s-4 beginning a/1//recall/text c/1//note/report",
    "s-5 b/1/op/note/text",
    "s-0 none",
  ];

  it.each<[string, string, readonly string[]]>([
    ["everything, in the order of time, undated statements last", "", all],
    ["one series", '(series: "series:t")', [all[2] ?? ""]],
    ["a series that is not there", '(series: "series:x")', []],
    ["a time, which leaves out what has no day", '(from: "2012-05-31", to: "2014")', all.slice(1, 4)],
    ["a month in which a statement may have been issued", '(from: "2012-05", to: "2012-05")', all.slice(1, 2)],
    ["one page", "(limit: 2, offset: 1)", all.slice(1, 3)],
    [
      "instruments, unread statements still marked",
      '(series: "series:s", instruments: ["instrument:c"])',
      ["s-1", "s-2 c/1/op/welcome/text", "s-3 none", "s-4 beginning c/1//note/report", "s-5", "s-0 none"],
    ],
    ["kinds", '(to: "2010", kinds: ["treaty"])', ["s-1 a/2/op+pr/reaffirm+recall/text"]],
    ["parts", '(to: "2012", parts: ["preambular"])', ["s-1 a/1/pr/recall/text", "s-2 a/1/pr/recall/text"]],
    [
      "manners, those without a clause too",
      '(series: "series:s", from: "2014", manners: ["note", "recall"])',
      ["s-3 none d/1//note/report", "s-4 beginning a/1//recall/text c/1//note/report", "s-5 b/1/op/note/text"],
    ],
    ["parts and manners", '(to: "2010", parts: ["operative"], manners: ["recall"])', ["s-1"]],
  ])("shows %s", async (_, args, rows) => {
    expect(await matrix(args)).toEqual(rows);
  });

  it("names its series and its instruments", async () => {
    expect(
      await data(`{ citationMatrix(series: "series:t") { name kind issuedOn authority scope series { id name kind }
        cells { instrument name abbreviation kind } } }`),
    ).toEqual({
      citationMatrix: [
        {
          name: "Statement t-1",
          kind: "joint_statement",
          issuedOn: "2013",
          authority: "chair",
          scope: "general",
          series: [{ id: "series:t", name: "Series T", kind: "series" }],
          cells: [{ instrument: "instrument:a", name: "Amity", abbreviation: "A", kind: "treaty" }],
        },
      ],
    });
  });
});

interface MatrixRow {
  readonly id: string;
  readonly textRead: string;
  readonly complete: boolean;
  readonly cited: number;
  readonly cells: readonly {
    readonly instrument: string;
    readonly times: number;
    readonly parts: readonly string[];
    readonly manners: readonly string[];
    readonly basis: string;
  }[];
}

describe("citationChanges", () => {
  const item = "id standing";
  const query = (
    id: string,
    named: string | null = null,
  ) => `{ citationChanges(statement: "statement:${id}", with: ${named === null ? "null" : `"statement:${named}"`}) { explanation before { id } after { id }
    passedOver { id scope } added { ${item} } addedStanding dropped { ${item} } droppedStanding
    kept { ${item} parts partsBefore manners mannersBefore } first { ${item} } firstStanding last { ${item} } lastStanding } }`;

  /** The comparison in few words: `a established`. */
  async function changes(id: string) {
    const { citationChanges } = await data(query(id));
    const found = citationChanges as Readonly<Record<string, unknown>>;
    const items = (name: string) =>
      (found[name] as readonly { id: string; standing: string }[]).map((one) => `${short(one.id)} ${one.standing}`);
    const list = (name: string) => [String(found[`${name}Standing`]), ...items(name)];
    return {
      explanation: found.explanation,
      added: list("added"),
      dropped: list("dropped"),
      kept: items("kept"),
      first: list("first"),
      last: list("last"),
    };
  }

  it("establishes what is new and what was dropped where both texts were read whole", async () => {
    expect(await changes("s-2")).toEqual({
      explanation: "Compared with Statement s-1 (2010-01-01).",
      added: ["established", "c established"],
      dropped: ["established", "b established"],
      kept: ["a established"],
      first: ["established", "c established"],
      // Two statements came after it, of which one was not read whole.
      last: ["cannot tell"],
    });
  });

  it("gives a lower bound of what is new where only the text before was read whole", async () => {
    expect(await changes("s-4")).toEqual({
      explanation: "Compared with Statement s-2 (2012-05).",
      added: ["lower bound"],
      dropped: ["cannot tell"],
      kept: ["a established", "c cannot tell"],
      first: ["lower bound"],
      last: ["lower bound", "a established", "c lower bound"],
    });
  });

  it("cannot tell what is new where the text before was not read whole, and gives a lower bound of what was dropped", async () => {
    expect(await changes("s-5")).toEqual({
      explanation: "Compared with Statement s-4 (2015-11-01).",
      added: ["cannot tell", "b cannot tell"],
      dropped: ["lower bound", "a established", "c cannot tell"],
      kept: [],
      first: ["cannot tell"],
      last: ["established", "b established"],
    });
  });

  it("takes the first of a series for the first of all", async () => {
    const none = ["cannot tell"];
    expect(await changes("s-1")).toEqual({
      explanation: "No general statement with the same authority is known before it in its series.",
      added: none,
      dropped: none,
      kept: [],
      first: ["established", "a established", "b established"],
      last: none,
    });
  });

  it.each([
    ["s-3", "This statement is thematic, so it is compared with none."],
    ["s-0", "Whether this statement is general or thematic is not known, so it is compared with none."],
  ])("compares %s with nothing", async (id, explanation) => {
    const none = ["cannot tell"];
    expect(await changes(id)).toEqual({ explanation, added: none, dropped: none, kept: [], first: none, last: none });
  });

  it("shows between which it stands, what it passes over, and how what was kept has moved", async () => {
    const { citationChanges } = await data(query("s-4"));
    expect(citationChanges).toMatchObject({
      before: { id: "statement:s-2" },
      after: { id: "statement:s-5" },
      passedOver: [{ id: "statement:s-3", scope: "thematic" }],
      kept: [
        { parts: [], partsBefore: ["preambular"], manners: ["recall"], mannersBefore: ["recall"] },
        { parts: [], partsBefore: ["operative"], manners: ["note"], mannersBefore: ["welcome"] },
      ],
    });
  });

  it("compares with the statement that is named, of whatever series", async () => {
    const { citationChanges } = await data(query("s-5", "s-1"));
    expect(citationChanges).toMatchObject({
      explanation: "Compared with Statement s-1 (2010-01-01).",
      before: { id: "statement:s-1" },
      passedOver: [],
      added: [],
      addedStanding: "established",
      dropped: [{ id: "instrument:a", standing: "established" }],
      droppedStanding: "established",
      kept: [{ id: "instrument:b" }],
    });
    const other = await data(query("s-2", "t-1"));
    expect(other).toMatchObject({
      citationChanges: { before: { id: "statement:t-1" }, added: [{ id: "instrument:c" }] },
    });
  });

  it.each([
    [
      "a thematic one with a general one",
      "s-3",
      "s-2",
      "One of the two is thematic and the other is not, so they are not compared.",
    ],
    [
      "a general one with a thematic one",
      "s-2",
      "s-3",
      "One of the two is thematic and the other is not, so they are not compared.",
    ],
    [
      "with one of which that is not known",
      "s-2",
      "s-0",
      "Whether the statement to compare it with is general or thematic is not known, so the two are not compared.",
    ],
    [
      "one of which that is not known",
      "s-0",
      "s-2",
      "Whether this statement is general or thematic is not known, so it is compared with none.",
    ],
    ["with itself", "s-2", "s-2", "A statement is not compared with itself."],
    ["with one that there is not", "s-2", "x", "No statement has the id statement:x, so it is compared with none."],
  ])("does not compare %s", async (_, id, named, explanation) => {
    const { citationChanges } = await data(query(id, named));
    expect(citationChanges).toMatchObject({
      explanation,
      before: null,
      added: [],
      addedStanding: "cannot tell",
      dropped: [],
      kept: [],
    });
  });

  it("is null for an id of nothing", async () => {
    expect(await data(query("x"))).toEqual({ citationChanges: null });
    expect(await data(query("x", "s-1"))).toEqual({ citationChanges: null });
  });
});

describe("instrumentLife", () => {
  it("tells when, by whom and how it is cited, and how sure that is", async () => {
    expect(
      await data(`{ instrumentLife(id: "instrument:a") { statements times firstStanding lastStanding
        first { statement { id } } last { statement { id } }
        series { series { id } statements times firstStanding first { statement { id } } lastStanding last { statement { id } } }
        citations { statement { id name kind } series { id } issuedOn authority textRead times parts manners verbs roles basis } } }`),
    ).toEqual({
      instrumentLife: {
        statements: 4,
        times: 5,
        first: { statement: { id: "statement:s-1" } },
        firstStanding: "established",
        last: { statement: { id: "statement:s-4" } },
        // The one after it was read whole, the undated one was issued before.
        lastStanding: "established",
        series: [
          {
            series: { id: "series:s" },
            statements: 3,
            times: 4,
            first: { statement: { id: "statement:s-1" } },
            firstStanding: "established",
            last: { statement: { id: "statement:s-4" } },
            lastStanding: "established",
          },
          {
            series: { id: "series:t" },
            statements: 1,
            times: 1,
            first: { statement: { id: "statement:t-1" } },
            firstStanding: "established",
            last: { statement: { id: "statement:t-1" } },
            lastStanding: "established",
          },
        ],
        citations: [
          citation("s-1", "2010-01-01", {
            times: 2,
            parts: ["preambular", "operative"],
            manners: ["recall", "reaffirm"],
            verbs: ["RECALLING", "REAFFIRM"],
            roles: ["object", "standard"],
          }),
          citation("s-2", "2012-05", {
            parts: ["preambular"],
            manners: ["recall"],
            verbs: ["Recalling"],
            roles: ["object"],
          }),
          citation("t-1", "2013", { series: [{ id: "series:t" }], authority: "chair", parts: ["other"] }),
          citation("s-4", "2015-11-01", { textRead: "beginning", manners: ["recall"] }),
        ],
      },
    });
  });

  function citation(key: string, issuedOn: string, changes: object): object {
    return {
      statement: { id: `statement:${key}`, name: `Statement ${key}`, kind: "statement" },
      series: [{ id: "series:s" }],
      issuedOn,
      authority: "consensus",
      textRead: "whole",
      times: 1,
      parts: [],
      manners: [],
      verbs: [],
      roles: [],
      basis: "text",
      ...changes,
    };
  }

  it("gives lower bounds where texts before or after were not read, or where a citation is reported only", async () => {
    const query = (id: string) =>
      `{ instrumentLife(id: "instrument:${id}") { firstStanding lastStanding first { basis } last { basis } } }`;
    const found = async (id: string) => (await data(query(id))).instrumentLife;
    const [text, report] = [{ basis: "text" }, { basis: "report" }];
    // c: s-2, before which the undated statement of 2011 was not read; last in s-4 by report.
    expect(await found("c")).toEqual({
      first: text,
      firstStanding: "lower bound",
      last: report,
      lastStanding: "lower bound",
    });
    expect(await found("d")).toEqual({
      first: report,
      firstStanding: "lower bound",
      last: report,
      lastStanding: "lower bound",
    });
    expect(await found("b")).toEqual({
      first: text,
      firstStanding: "established",
      last: text,
      lastStanding: "established",
    });
    expect(await found("e")).toEqual({
      first: null,
      firstStanding: "cannot tell",
      last: null,
      lastStanding: "cannot tell",
    });
    expect(await found("x")).toBeNull();
  });

  it("has a row for each year in which the series that cite it issued something", async () => {
    const { instrumentLife } =
      await data(`{ instrumentLife(id: "instrument:c") { years { year times statements issued unread
      by { id } parts manners verbs } } }`);
    const empty = { times: 0, statements: 0, by: [], parts: [], manners: [], verbs: [] };
    const cited = { times: 1, statements: 1, by: [{ id: "series:s" }] };
    expect((instrumentLife as { years: unknown }).years).toEqual([
      { ...empty, year: "2010", issued: 1, unread: 0 },
      { ...cited, year: "2012", issued: 1, unread: 0, parts: ["operative"], manners: ["welcome"], verbs: ["WELCOME"] },
      { ...empty, year: "2014", issued: 1, unread: 1 },
      { ...cited, year: "2015", issued: 1, unread: 1, parts: [], manners: ["note"], verbs: [] },
      { ...empty, year: "2016", issued: 1, unread: 0 },
    ]);
  });

  it("has its company, its parties, and what it followed", async () => {
    const named = "{ id name kind }";
    expect(
      await data(`{ instrumentLife(id: "instrument:a") { id name abbreviation kind status adoptedOn inForceOn
        company { instrument ${named} statements clauses } parties { party ${named} signedOn inForceOn how sources }
        succeeds ${named} succeededBy ${named} amends ${named} amendedBy ${named} establishes ${named} adoptedAt ${named} } }`),
    ).toEqual({
      instrumentLife: {
        ...{ id: "instrument:a", name: "Amity", abbreviation: "A", kind: "treaty", status: "in force" },
        ...{ adoptedOn: "1976-02-24", inForceOn: null },
        company: [
          { instrument: { id: "instrument:c", name: "Code", kind: "instrument" }, statements: 2, clauses: 0 },
          { instrument: { id: "instrument:b", name: "Bangkok", kind: "instrument" }, statements: 1, clauses: 1 },
        ],
        parties: [
          {
            party: { id: "country:my", name: "Malaysia", kind: "country" },
            ...{ signedOn: "1976-02-24", inForceOn: null, how: "signature", sources: ["source:web"] },
          },
          {
            party: { id: "organisation:eu", name: "European Union", kind: "organisation" },
            ...{ signedOn: null, inForceOn: "2012", how: "accession", sources: [] },
          },
        ],
        succeeds: [{ id: "instrument:b", name: "Bangkok", kind: "instrument" }],
        amendedBy: [{ id: "instrument:e", name: "Echo", kind: "instrument" }],
        ...{ succeededBy: [], amends: [], establishes: [], adoptedAt: [] },
      },
    });
  });
});

describe("coCitations", () => {
  it.each<[string, string, readonly string[]]>([
    ["all pairs", "", ["a c 2 0 of 7, 2012-05-01 to 2015-11-01", "a b 1 1 of 7, 2010-01-01 to 2010-01-01"]],
    ["those of an instrument, named first", '(instrument: "instrument:c")', ["c a 2 0 of 2, 2012-05-01 to 2015-11-01"]],
    ["those of a series in a time", '(series: "series:s", from: "2011")', ["a c 2 0 of 4, 2012-05-01 to 2015-11-01"]],
    ["those of an instrument in a series", '(instrument: "instrument:a", series: "series:t")', []],
    ["one page", "(limit: 1, offset: 1)", ["a b 1 1 of 7, 2010-01-01 to 2010-01-01"]],
    ["none for an id of nothing", '(instrument: "instrument:x")', []],
  ])("counts %s", async (_, args, rows) => {
    const found = await data(
      `{ coCitations${args} { instrument { id } with { id } statements clauses among first last } }`,
    );
    const shown = (found.coCitations as readonly Pair[]).map(
      ({ instrument, with: other, statements, clauses, among, first, last }) =>
        `${short(instrument.id)} ${short(other.id)} ${statements} ${clauses} of ${among}, ${first} to ${last}`,
    );
    expect(shown).toEqual(rows);
  });
});

interface Pair {
  readonly instrument: { readonly id: string };
  readonly with: { readonly id: string };
  readonly statements: number;
  readonly clauses: number;
  readonly among: number;
  readonly first: string;
  readonly last: string;
}

describe("coverage", () => {
  it("counts by series and year how much was read", async () => {
    const found = await data(
      `{ coverage { series { id } year statements whole parts beginning none loaded texts { id textRead clauses instruments } } }`,
    );
    const rows = found.coverage as readonly Readonly<Record<string, unknown>>[];
    const shown = rows.map(({ series, year, statements, whole, parts, beginning, none, loaded, texts }) =>
      [
        short((series as { id: string }).id),
        year,
        ...[statements, whole, parts, beginning, none, loaded],
        ...(texts as readonly CoverageText[]).map(
          ({ id, textRead, clauses, instruments }) => `${short(id)}:${textRead}:${clauses}:${instruments}`,
        ),
      ].join(" "),
    );
    expect(shown).toEqual([
      "s 2010 1 1 0 0 0 1 s-1:whole:2:2",
      "s 2012 1 1 0 0 0 1 s-2:whole:2:2",
      "s 2014 1 0 0 0 1 0 s-3:none:0:1",
      "s 2015 1 0 0 1 0 0 s-4:beginning:0:2",
      "s 2016 1 1 0 0 0 1 s-5:whole:1:1",
      "s  1 0 0 0 1 0 s-0:none:0:0",
      "t 2013 1 1 0 0 0 1 t-1:whole:1:1",
    ]);
  });

  it.each([
    ['(series: "series:t")', ["2013"]],
    ['(series: "series:s", from: "2014", to: "2015-11")', ["2014", "2015"]],
    ["(limit: 2, offset: 4)", ["2016", null]],
    ['(series: "series:x")', []],
  ])("of %s has the years %j", async (args, years) => {
    const found = await data(`{ coverage${args} { year } }`);
    expect((found.coverage as readonly { year: string }[]).map(({ year }) => year)).toEqual(years);
  });
});

interface CoverageText {
  readonly id: string;
  readonly textRead: string;
  readonly clauses: number;
  readonly instruments: number;
}

function short(id: string): string {
  return id.replace(/^\w+:/, "");
}

describe("plans", () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["citationMatrix", { series: "series:s", limit: 100, offset: 0 }],
    ["citationMatrix", { series: "series:s", limit: 100, offset: 0, parts: ["operative"], from: "2010", to: "2012" }],
    ["citationChanges", { statement: "statement:s-4", with: null }],
    ["citationChanges", { statement: "statement:s-4", with: "statement:s-1" }],
    ["instrumentLife", { id: "instrument:a" }],
    ["coCitations", { instrument: "instrument:a", limit: 20, offset: 0 }],
    ["coCitations", { series: "series:s", limit: 20, offset: 0 }],
    ["coverage", { series: "series:s", limit: 100, offset: 0 }],
  ])("of %s(%j) begin at an index", async (field, given) => {
    const work = await executedPlan(graph, field, given);
    expect(work.filter(({ name, dbHits }) => name.includes("Scan") && dbHits > 0)).toEqual([]);
    expect(work.filter(({ name, dbHits }) => name.includes("NodeUniqueIndexSeek") && dbHits > 0)).not.toEqual([]);
  });
});
