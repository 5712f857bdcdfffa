import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { describeProblem } from "../../../ingest/problem.ts";
import { readRegistry } from "../../../ingest/registry/read.ts";

const root = resolve(import.meta.dirname, "../../..");
const { registry, problems } = readRegistry(join(root, "data"));
const { records } = registry;

describe("the curated facts", () => {
  it("have nothing wrong", () => {
    expect(problems.filter(({ severity }) => severity !== "note").map(describeProblem)).toEqual([]);
  });

  it("know where a minister is missing", () => {
    const gaps = problems
      .filter(({ severity }) => severity === "note")
      .map(({ rule, message }) => `${rule} ${/country:.. between \S+ and [\d-]+/.exec(message)?.[0] ?? message}`);
    expect(gaps).toEqual([
      "tenure-gap country:jp between 2006-09-26 and 2007-01-09",
      "tenure-gap country:nz between 2011-11-30 and 2011-12-14",
      "tenure-gap country:us between 2021-01-20 and 2021-01-22",
      "tenure-gap country:ph between 2006-11-30 and 2007-02",
      "tenure-gap country:th between 2014-05-07 and 2014-08-30",
      "tenure-gap country:au between 2009-06-04 and 2009-06-09",
      "tenure-gap country:tl between 2017-09 and 2018-07-09",
      "tenure-gap country:mm between 2015-08-13 and 2015-08-24",
      "tenure-gap country:id between 2014-10-20 and 2014-10-27",
    ]);
  });

  it.each([
    ["instruments", 104],
    ["meetings", 91],
    ["people", 157],
    ["statements", 39],
    ["activities", 79],
    ["initiatives", 13],
    ["countries", 57],
  ] as const)("hold the %s of the field: %i", (kind, count) => {
    expect(records[kind].length).toBe(count);
  });

  it("hold every party of the TAC, 58 with the European Union, and ten of the SEANWFZ Treaty", () => {
    const parties = (id: string) => records.instruments.find((record) => record.id === id)?.parties ?? [];
    expect(parties("instrument:tac").length).toBe(58);
    expect(parties("instrument:tac").filter(({ signedOn }) => signedOn === undefined)).toEqual([]);
    expect(parties("instrument:seanwfz").length).toBe(10);
  });

  it("hold the ADMM and the ADMM-Plus without a hole in their numbers", () => {
    const numbers = (series: string) =>
      records.meetings
        .filter((meeting) => meeting.series === series)
        .map(({ ordinal = 0 }) => ordinal)
        .sort((a, b) => a - b);
    expect(numbers("series:admm")).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(numbers("series:admm-plus")).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
  });

  it("say of every statement how much of it was read, and cite nothing by text where none was", () => {
    const read = Object.groupBy(records.statements, ({ textRead }) => textRead);
    const counts = Object.fromEntries(Object.entries(read).map(([key, list]) => [key, list.length]));
    expect(counts).toEqual({ whole: 2, parts: 1, beginning: 20, none: 16 });
    const cited = records.statements.flatMap(({ textRead, citations = [] }) =>
      citations.map(({ basis }) => `${textRead} ${basis}`),
    );
    expect(cited.filter((entry) => entry === "none text")).toEqual([]);
    expect(cited.length).toBe(102);
  });

  it("hold the countries of the ADMM-Plus: eleven members, eight Plus countries", () => {
    const idsOf = (as: string) =>
      records.countries
        .filter(({ participations = [] }) => participations.some((part) => part.as === as))
        .map(({ iso2 }) => iso2);
    expect(idsOf("member")).toEqual(["BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN"]);
    expect(idsOf("plus")).toEqual(["AU", "CN", "IN", "JP", "KR", "NZ", "RU", "US"]);
  });

  it("know ten members of ASEAN on 26 February 2025", () => {
    const members = records.countries.filter(({ memberships = [] }) =>
      memberships.some((part) => part.of === "organisation:asean" && (part.from ?? "9999") <= "2025-02-26"),
    );
    expect(members.length).toBe(10);
  });

  it.each([
    ["hadr", "vn+cn la+jp my+us id+in +"],
    ["maritime-security", "my+au bn+nz sg+kr th+us ph+jp"],
    ["military-medicine", "sg+jp th+ru mm+in bn+au id+us"],
    ["counter-terrorism", "id+us sg+au th+cn mm+ru my+in"],
    ["peacekeeping-operations", "ph+nz kh+kr id+au vn+jp bn+cn"],
    ["humanitarian-mine-action", "vn+in la+ru kh+cn +"],
    ["cyber-security", "ph+nz my+kr +"],
  ])("know the co-chairs of %s, cycle by cycle", (key, expected) => {
    const group = records.workingGroups.find(({ id }) => id === `working-group:${key}`);
    const code = (ids: readonly string[]) => ids.map((id) => id.slice("country:".length)).join();
    const pairs = (group?.terms ?? []).map(({ asean, plus }) => `${code(asean)}+${code(plus)}`);
    expect(pairs.join(" ")).toBe(expected);
  });

  it("hold at least a meeting or exercise of every working group", () => {
    const busy = new Set(records.activities.flatMap(({ of = [] }) => of));
    expect(records.workingGroups.map(({ id }) => id).filter((id) => !busy.has(id))).toEqual([]);
  });

  it("cite twelve instruments in the statement of the 12th ADMM-Plus, UNCLOS as a standard", () => {
    const clauses = records.statements.find(({ id }) => id === "statement:admm-plus-12")?.clauses ?? [];
    const cited = clauses.flatMap(({ part, citations = [] }) =>
      citations.map(
        ({ cites, manner, role }) => `${part} ${cites.slice("instrument:".length)} ${manner ?? ""} ${role}`,
      ),
    );
    expect(cited).toEqual([
      "preambular un-charter emphasise object",
      "preambular asean-charter emphasise object",
      "preambular tac emphasise object",
      "preambular seanwfz emphasise object",
      "preambular aoip acknowledge object",
      "preambular annualise-2017 recall object",
      "preambular pir-2021 recall object",
      "operative apsc-blueprint-2025 commend context",
      "operative acv-2025 commend context",
      "operative un-charter strengthen standard",
      "operative asean-charter strengthen standard",
      "operative unclos reaffirm standard",
      "operative apsc-strategic-plan support object",
      "operative acv-2045 support context",
    ]);
  });

  it.each([
    ["statement:admm-plus-12", { preambular: 10, operative: 11, other: 4 }],
    ["statement:admm-retreat-2025", { preambular: 13, operative: 4, other: 3 }],
  ])("hold %s clause by clause, each summarised in 6 to 25 words", (id, expected) => {
    const clauses = records.statements.find((statement) => statement.id === id)?.clauses ?? [];
    const counts = Object.fromEntries(
      Object.entries(Object.groupBy(clauses, ({ part }) => part)).map(([part, list]) => [part, list.length]),
    );
    expect(counts).toEqual(expected);
    const lengths = clauses.filter(({ role }) => role === "clause").map(({ summary }) => summary.split(/\s+/).length);
    expect(lengths.filter((length) => length < 6 || length > 25)).toEqual([]);
  });

  it("name every source with publisher and title, and use each", () => {
    const named = JSON.stringify({ ...records, sources: [] });
    expect(records.sources.filter(({ id }) => !named.includes(`"${id}"`)).map(({ id }) => id)).toEqual([]);
  });

  it("are read alike every time", () => {
    expect(readRegistry(join(root, "data"))).toEqual({ registry, problems });
  });
});

const folder = [process.env.ADG_DOCUMENTS, join(root, "../shared/documents")].find(
  (path) => path !== undefined && existsSync(path),
);
const documents = folder === undefined ? [] : readdirSync(folder).map((name) => readFileSync(join(folder, name)));
const rawOf = new Map(
  documents.map((bytes) => [createHash("sha256").update(bytes).digest("hex"), bytes.toString("utf8")]),
);

describe.skipIf(folder === undefined)(
  "the curated statements and their documents (skipped without ADG_DOCUMENTS)",
  () => {
    it.each(["statement:admm-plus-12", "statement:admm-retreat-2025"])(
      "%s: every surface stands at its offsets",
      (id) => {
        const statement = records.statements.find((record) => record.id === id);
        const raw = rawOf.get(statement?.sha256 ?? "") ?? "";
        const parts = (statement?.clauses ?? []).flatMap(({ leads = [], citations = [], mentions = [] }) => [
          ...leads.map(({ verb, start, end }) => [verb, raw.slice(start, end)]),
          ...[...citations, ...mentions].map(({ surface, start, end }) => [surface, raw.slice(start, end)]),
        ]);
        expect(parts.length).toBeGreaterThan(40);
        expect(parts.filter(([surface, found]) => surface !== found)).toEqual([]);
      },
    );

    it("know all five documents by their hash", () => {
      const known = new Set([...records.statements, ...records.reports].flatMap(({ sha256 }) => sha256 ?? []));
      expect([...known].filter((sha256) => !rawOf.has(sha256))).toEqual([]);
      expect(known.size).toBe(5);
    });
  },
);
