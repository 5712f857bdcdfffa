import { expect, it } from "vitest";
import { curatedClaims } from "../../../ingest/claims/curated.ts";
import { settle } from "../../../ingest/claims/settle.ts";
import { curatedValues, settledRecords, witnessesOf } from "../../../ingest/claims/settled-records.ts";
import type { MeetingRecord, WorkingGroupRecord } from "../../../ingest/registry/records.ts";
import { records } from "../material.ts";

const meeting: MeetingRecord = {
  id: "meeting:forum-2",
  name: "2nd Forum",
  series: "series:forum",
  heldOn: "2007-11",
  recalled: { heldOn: "2007-11-14", chairedBy: ["person:a"] },
  outcome: "unknown",
  disputed: [
    {
      matter: "number of participants",
      values: [
        { value: "over 1,800", sources: ["source:a"] },
        { value: "nearly 3,000", sources: ["source:b"] },
      ],
    },
  ],
  sources: ["source:a"],
  confidence: "web page",
};
const group: WorkingGroupRecord = {
  id: "working-group:x",
  name: "EWG on X",
  field: "X",
  under: "series:forum",
  terms: [{ cycle: 1, asean: ["country:th"], plus: ["country:us"], unsourced: ["plus"] }],
  sources: ["source:a"],
  confidence: "web page",
};
const given = records({ meetings: [meeting], workingGroups: [group] });
const claims = curatedClaims(given);
const settlement = settle(claims, witnessesOf([]), curatedValues(given));

it("claims what is recalled without a source, beside what has one", () => {
  const said = claims
    .filter(({ subject, property }) => subject === meeting.id && ["heldOn", "chairedBy"].includes(property))
    .map(({ property, value, support }) => [property, value, support.length]);
  expect(said).toEqual([
    ["heldOn", "2007-11", 1],
    ["heldOn", "2007-11-14", 0],
    ["chairedBy", "person:a", 0],
  ]);
});

it("shows what has a source, though what is recalled is more precise", () => {
  expect(settledRecords(given, settlement).meetings[0]?.heldOn).toBe("2007-11");
});

it("makes a dispute of a matter that no field stands for, and no field of it", () => {
  const said = settlement.disputes.map(({ property, shown, reason, claims: among }) => {
    return [property, shown, reason, among.map(({ value }) => value)];
  });
  expect(said).toEqual([
    [
      "number of participants",
      "over 1,800",
      "the curator's choice among equal sources",
      ["over 1,800", "nearly 3,000"],
    ],
  ]);
  expect(Object.keys(settledRecords(given, settlement).meetings[0] ?? {})).toEqual(Object.keys(meeting));
});

it("tells the co-chair that a source names from the one that is recalled", () => {
  const coChairs = claims.filter(({ property }) => property === "coChairs");
  expect(coChairs.map(({ value, support }) => [value, support.length])).toEqual([
    ["country:th", 1],
    ["country:us", 0],
  ]);
});
