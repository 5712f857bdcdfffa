import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ingest, type IngestReport } from "../../ingest/index.ts";
import { questionsTo, type Ask } from "../../src/api/ask.ts";
import { readQuestions } from "../../src/api/files.ts";
import { projectPath, readConfig } from "../../src/config.ts";
import { foldersWith } from "./folders.ts";
import { freshGraph, type TestGraph } from "./graph.ts";

/*
 * What an analyst gets from the published data, and from the real documents where they are there: the questions on the whole field.
 */

const documents = process.env.ADG_DOCUMENTS ?? projectPath("..", "shared", "documents");
const withDocuments = existsSync(documents) && readdirSync(documents).some((name) => name.startsWith("000_"));

let graph: TestGraph;
let report: IngestReport;
let askQuestion: Ask;

beforeAll(async () => {
  graph = await freshGraph();
  report = await ingest(foldersWith(withDocuments ? documents : projectPath("test", "no-documents")), [], {
    driver: graph.driver,
    database: graph.name,
    maxRows: 200_000,
    dryRun: false,
    onProgress: () => undefined,
  });
  askQuestion = await questionsTo({ driver: graph.driver, database: graph.name, config: readConfig({}) });
});

afterAll(() => graph.driver.close());

type Row = Readonly<Record<string, string | number | null>>;

async function ask(name: string, variables: Readonly<Record<string, string>> = {}): Promise<readonly Row[]> {
  const question = (await readQuestions()).find((candidate) => candidate.name === name);
  if (!question) throw new Error(`no question ${name}`);
  return (await askQuestion(question, variables)).rows as readonly Row[];
}

describe("the whole field", () => {
  it("loads without an error", () => {
    expect(report.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it.each([
    ["2025-02-26", 10],
    ["2025-09-30", 10],
    ["2025-10-31", 11],
    ["1998-01-01", 9],
  ])("on %s ASEAN had %i members", async (asOf, count) => {
    const members = await ask("members", { organisation: "organisation:asean", asOf });
    expect(members.map(({ standing }) => standing)).toEqual(Array.from({ length: count }, () => "certain"));
  });

  it("says that the eleventh is possibly a member on the days that the sources leave open", async () => {
    const members = await ask("members", { organisation: "organisation:asean", asOf: "2025-10-26" });
    expect(members.filter(({ standing }) => standing === "possibly").map(({ id }) => id)).toEqual(["country:tl"]);
  });

  it("knows at least 55 parties of the TAC, each with its day", async () => {
    const parties = await ask("parties", { instrument: "instrument:tac" });
    expect(parties.length).toBeGreaterThanOrEqual(55);
    expect(parties.filter(({ signedOn }) => signedOn === null)).toEqual([]);
  });

  it("has a matrix of at least 120 citations from 2006 to 2025, unread statements marked", async () => {
    const rows = await ask("citation-matrix");
    const times = rows.map((row) => Number(row.times ?? 0)).reduce((sum, count) => sum + count, 0);
    const years = rows.map(({ issuedOn }) => String(issuedOn).slice(0, 4));
    const unread = rows.filter(({ textRead }) => textRead === "none");
    expect(times).toBeGreaterThanOrEqual(120);
    expect([years.includes("2006"), years.includes("2025")]).toEqual([true, true]);
    expect(unread.length).toBeGreaterThan(10);
  });

  it("tells a working group's story in the order of time, each event with its source", async () => {
    const rows = await ask("working-group", { group: "working-group:counter-terrorism" });
    const cycles = rows.filter(({ what }) => what === "term");
    const dates = rows.flatMap(({ when }) => (when === null ? [] : [String(when)]));
    expect(cycles.map(({ when, until, who }) => [when, until, who]).at(-1)).toEqual([
      "2024",
      "2027",
      "Malaysia; India",
    ]);
    expect(cycles).toHaveLength(5);
    expect(dates).toEqual(dates.toSorted());
    expect(rows.filter(({ sources }) => sources === null)).toEqual([]);
    expect(rows.some(({ id }) => id === "clause:admm-plus-12/pre-9")).toBe(true);
  });

  it("knows who co-chairs what, and where it does not", async () => {
    const rows = await ask("co-chairs-on", { asOf: "2025-06-30" });
    const certain = rows.filter(({ standing }) => standing === "certain");
    expect(certain).toHaveLength(7);
    expect(certain.filter(({ coChairs }) => coChairs === null).map(({ id }) => id)).toEqual([
      "term:cyber-security-5",
      "term:hadr-5",
      "term:humanitarian-mine-action-5",
    ]);
  });

  it("names Malaysia's minister on the day of a meeting", async () => {
    const rows = await ask("officeholders-on", { country: "country:my", asOf: "2015-11-04" });
    expect(rows.filter(({ standing }) => standing === "certain").map(({ person }) => person)).toEqual([
      "Hishammuddin Hussein",
    ]);
  });

  it("shows at least 40 disagreements, each with two values, what is shown and why", async () => {
    const rows = await ask("disputes");
    const disputes = Map.groupBy(rows, ({ subject, property, other }) => [subject, property, other].join(" "));
    expect(disputes.size).toBeGreaterThanOrEqual(40);
    const thin = [...disputes.values()].filter((claims) => new Set(claims.map(({ value }) => value)).size < 2);
    expect(thin).toEqual([]);
    expect(rows.filter(({ reason }) => reason === null)).toEqual([]);
  });
});

describe.skipIf(!withDocuments)("the real documents (skipped where ADG_DOCUMENTS does not hold them)", () => {
  const raw = () => readFileSync(join(documents, "000_cde87152616d8758.txt"), "utf8");

  it("cite what the annotation requires, each surface at its place", async () => {
    const rows = await ask("instruments-cited", { statement: "statement:admm-plus-12" });
    const required = [
      ...["un-charter", "asean-charter", "tac", "seanwfz", "aoip", "apsc-blueprint-2025", "acv-2025"],
      ...["unclos", "apsc-strategic-plan", "acv-2045"],
    ].map((key) => `instrument:${key}`);
    expect(rows.map(({ instrument }) => instrument)).toEqual(expect.arrayContaining(required));
    expect(rows.map(({ start, end }) => raw().slice(Number(start), Number(end)))).toEqual(
      rows.map(({ surface }) => surface),
    );
    const partOf = (id: string) => rows.find(({ instrument }) => instrument === `instrument:${id}`)?.part;
    expect(["tac", "seanwfz", "aoip", "unclos"].map(partOf)).toEqual([
      ...["preambular", "preambular", "preambular", "operative"],
    ]);
    expect(rows.find(({ instrument }) => instrument === "instrument:unclos")?.role).toBe("standard");
  });

  it("show the month of ADSOM 2025 as disputed, with the words of both", async () => {
    const rows = (await ask("disputes")).filter(({ subject }) => subject === "meeting:adsom-2025");
    const said = rows.filter(({ clause }) => clause !== null);
    expect(said.map(({ value, clause }) => `${value} ${String(clause).replace(/\/.*/, "")}`).sort()).toEqual([
      "2025-09 clause:mindef-my-2025-02-26",
      "2025-11 clause:press-2025-02-26",
    ]);
    expect(said.filter(({ surface }) => surface === null)).toEqual([]);
  });
});
