import { describe, expect, it } from "vitest";
import { coverageGaps } from "../../../ingest/claims/coverage.ts";
import type { MeetingRecord, WorkingGroupRecord } from "../../../ingest/registry/records.ts";
import { records, statementRecord } from "../material.ts";

const two = { sources: ["source:a", "source:b"], confidence: "document" as const };
const meeting = (changes: Partial<MeetingRecord>): MeetingRecord => ({
  id: "meeting:forum-6",
  name: "6th Forum",
  series: "series:forum",
  outcome: "adopted",
  heldOn: "2012",
  ...two,
  ...changes,
});
const group = (asean: string[], plus: string[]): WorkingGroupRecord => ({
  id: "working-group:hadr",
  name: "EWG on HADR",
  field: "HADR",
  under: "series:forum",
  terms: [{ cycle: 5, from: "2024", asean, plus }],
  ...two,
});

describe("coverage", () => {
  it.each<[string, Parameters<typeof records>[0], string[]]>([
    ["a whole record", { meetings: [meeting({})] }, []],
    ["no date", { meetings: [meeting({ heldOn: undefined })] }, ["meeting-without-date meeting:forum-6"]],
    ["a plan is a date", { meetings: [meeting({ heldOn: undefined, plannedOn: "2027", outcome: "unknown" })] }, []],
    ["no outcome", { meetings: [meeting({ outcome: "unknown" })] }, ["meeting-outcome-unknown meeting:forum-6"]],
    ["one source", { meetings: [meeting({ sources: ["source:a"] })] }, ["single-source meeting:forum-6"]],
    ["both co-chairs", { workingGroups: [group(["country:vn"], ["country:cn"])] }, []],
    ["one co-chair", { workingGroups: [group(["country:vn"], [])] }, ["co-chairs-unknown term:hadr-5"]],
    ["no co-chair", { workingGroups: [group([], [])] }, ["co-chairs-unknown term:hadr-5"]],
    ["a text that was read", { statements: [statementRecord] }, []],
    [
      "a text of which the beginning was read",
      { statements: [{ ...statementRecord, textRead: "beginning" }] },
      ["text-not-read statement:forum-6"],
    ],
  ])("%s", (_, given, expected) => {
    expect(coverageGaps(records(given)).map(({ rule, subject }) => `${rule} ${subject ?? ""}`)).toEqual(expected);
  });
});
