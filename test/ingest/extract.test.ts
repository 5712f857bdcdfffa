import { join } from "node:path";
import * as fc from "../random.ts";
import { describe, expect, it } from "vitest";
import { extract, type Extraction } from "../../ingest/extract.ts";
import { readRegistry } from "../../ingest/registry/read.ts";

const { registry } = readRegistry(join(import.meta.dirname, "../../data"));
const read = (raw: string) => extract({ file: "a.txt", format: "text", sha256: "0", raw, address: null }, registry);

/** Clauses and mentions are ordered and disjoint, mentions lie in their clauses, and every span shows what it says. */
function expectSound(raw: string, { clauses, mentions, definitions, candidates }: Extraction): void {
  let end = 0;
  for (const clause of clauses) {
    expect(clause.start).toBeGreaterThanOrEqual(end);
    expect(clause.end).toBeGreaterThanOrEqual(clause.start);
    end = clause.end;
    for (const lead of clause.leads) expect([clause.start <= lead.start, lead.end <= clause.end]).toEqual([true, true]);
  }
  expect(end).toBeLessThanOrEqual(raw.length);
  let last = 0;
  for (const { start, end: behind, clause, surface } of mentions) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(raw.slice(start, behind)).toBe(surface);
    expect(clauses[clause]?.start).toBeLessThanOrEqual(start);
    expect(clauses[clause]?.end).toBeGreaterThanOrEqual(behind);
    last = behind;
  }
  for (const { start, end: behind, surface } of candidates) expect(raw.slice(start, behind)).toBe(surface);
  for (const { start, end: behind } of definitions) expect(behind).toBeGreaterThan(start);
}

const piece = fc.constantFrom(
  "RECALLING the ",
  "We, the Ministers, ",
  "ASEAN Defence Ministers’ Meeting-Plus ",
  "(hereinafter referred to as “ADMM-Plus”) ",
  "Treaty of Amity and Cooperation (TAC)",
  "United Nations (UN) Charter",
  "79<sup>th</sup> Session of the UN General Assembly ",
  "EWGs on HADR, Maritime Security and ",
  "12th ",
  "**",
  ";\n",
  ".\n\n",
  "- 1. ",
  "a) ",
  "## ",
  "WE HEREBY COMMIT TO:\n",
  "ADOPTED in Penang, Malaysia, on 26 February 2025.\n",
  "the First Day of November in the Year Two Thousand and Twenty-Five ",
  "Defence Minister Datuk Seri Mohamed Khaled Nordin said ",
  "date 2025-02-26 GEORGE TOWN: ",
  "today ",
  "this November ",
  "ASEAN-led ",
  "(",
  ")",
  "&amp;",
  "\u00ad",
  "😀",
  "Joint Statement ",
);
const documents = fc.oneof(
  fc.array(piece, { maxLength: 50 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "grapheme", maxLength: 300 }),
);

describe("extract, for any text", () => {
  it("throws nothing and keeps every span inside what it belongs to", () => {
    fc.assert(
      fc.property(documents, (raw) => {
        expectSound(raw, read(raw));
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same for the same", () => {
    fc.assert(
      fc.property(documents, (raw) => {
        expect(read(raw)).toEqual(read(raw));
      }),
      { numRuns: 50 },
    );
  });
});

describe("extract, for hostile text", () => {
  const many = 20_000;
  it.each<[string, string]>([
    ["stars", "*a".repeat(many)],
    ["open brackets", "[".repeat(many)],
    ["open tags", "<b>".repeat(many)],
    ["open comments", "<!--".repeat(many)],
    ["a line of hyphens that is none", `${"-".repeat(many)}x`],
    ["names without end", "ADMM and ".repeat(many)],
    ["lists without end", "EWGs on HADR, ".repeat(many)],
    ["acronyms without end", "United Nations (UN) ".repeat(many)],
    ["lines without end", "a:\nb;\n".repeat(many)],
    ["clauses on one line", "RECALLING the TAC; ".repeat(many)],
    ["capitals without end", "Abc Def Plan ".repeat(many)],
    ["ordinals without end", "1st, ".repeat(many)],
    ["cut words without end", "a-\n".repeat(many)],
  ])("ends, soundly: %s", (_, raw) => {
    expectSound(raw, read(raw));
  });
});
