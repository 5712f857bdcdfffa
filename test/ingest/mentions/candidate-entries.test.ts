import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { candidateEntries, entryYaml } from "../../../ingest/mentions/candidate-entries.ts";
import type { Candidate } from "../../../ingest/mentions/mention.ts";
import { recordKinds } from "../../../ingest/registry/records.ts";

const candidate = (surface: string, guess: string, start = 0, count = 1): Candidate => ({
  surface,
  guess,
  count,
  start,
  end: start + surface.length,
  clause: 0,
  nearest: ["instrument:aoip"],
});

describe("unknown names of a corpus", () => {
  it("come by number of documents, then by frequency, then by name; spellings that differ in case or signs are one", () => {
    const entries = candidateEntries([
      {
        file: "a.txt",
        candidates: [candidate("Zebra Plan", "instrument", 5), candidate("Often Exercise", "activity", 9, 7)],
      },
      {
        file: "b.txt",
        candidates: [candidate("ZEBRA PLAN", "instrument", 3, 2), candidate("Apple Course", "activity")],
      },
    ]);
    expect(entries.map(({ name, times, places }) => [name, times, places])).toEqual([
      [
        "ZEBRA PLAN",
        3,
        [
          { file: "a.txt", start: 5 },
          { file: "b.txt", start: 3 },
        ],
      ],
      ["Often Exercise", 7, [{ file: "a.txt", start: 9 }]],
      ["Apple Course", 1, [{ file: "b.txt", start: 0 }]],
    ]);
  });

  it.each([
    ["ASEAN Calm Waters Roadmap", "instrument", "instruments", { kind: "plan", status: "unknown" }],
    ["Convention on Quiet Seas", "instrument", "instruments", { kind: "treaty", status: "unknown" }],
    ["ASEAN Leaders' Statement", "instrument", "instruments", { kind: "declaration", status: "unknown" }],
    ["Concept Paper on a Quiet Plan", "instrument", "instruments", { kind: "concept paper", status: "unknown" }],
    ["ASEAN Cyber Hotline", "initiative", "initiatives", { stage: "unknown" }],
    ["Table-Top Exercise on Floods", "activity", "activities", { kind: "table-top exercise", status: "unknown" }],
    ["Doctors Course", "activity", "activities", { kind: "workshop", status: "unknown" }],
    ["Royal Academy", "organisation", "organisations", { kind: "centre" }],
    ["Ministry of Calm", "organisation", "organisations", { kind: "ministry" }],
    ["Calm Seas Dialogue", "series", "series", { level: "working level" }],
    ["CSOs", "group", "groups", { kind: "countries" }],
  ] as const)("%s as %s is a record that the registry takes", (name, guess, file, fields) => {
    const [entry] = candidateEntries([{ file: "a.txt", candidates: [candidate(name, guess, 12)] }]);
    if (!entry) throw new Error("no entry");
    expect([entry.file, entry.fields]).toEqual([`${file}.yaml`, fields]);
    const text = entryYaml(entry);
    expect(text.split("\n")[0]).toBe("# 1 time: a.txt@12; like instrument:aoip");
    const [record] = parse(text) as unknown[];
    expect(recordKinds[file].schema.parse(record)).toMatchObject({ name, ...fields });
  });
});
