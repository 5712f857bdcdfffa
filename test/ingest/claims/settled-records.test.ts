import { describe, expect, it } from "vitest";
import type { Dispute } from "../../../ingest/claims/settle.ts";
import { curatedValues, settledRecords } from "../../../ingest/claims/settled-records.ts";
import type { CountryRecord, MeetingRecord } from "../../../ingest/registry/records.ts";
import { records } from "../material.ts";

const meeting: MeetingRecord = {
  id: "meeting:forum-6",
  name: "6th Forum",
  series: "series:forum",
  ordinal: 6,
  heldOn: "2012",
  places: ["place:bangkok"],
  outcome: "adopted",
  sources: ["source:a", "source:b"],
  confidence: "document",
};
const country: CountryRecord = {
  id: "country:th",
  name: "Thailand",
  iso2: "TH",
  iso3: "THA",
  sources: ["source:a"],
  confidence: "document",
  memberships: [
    { of: "group:chairs", from: "2008", to: "2009" },
    { of: "group:chairs", from: "2019", to: "2019" },
    { of: "organisation:asean", from: "1967" },
  ],
};
const given = records({ meetings: [meeting], countries: [country] });
const dispute = (contest: string, shown: string): Dispute => ({
  contest,
  subject: contest.slice(0, contest.indexOf("|")),
  property: "",
  other: null,
  modality: "held",
  shown,
  reason: "",
  sources: ["source:b"],
  claims: [],
});

describe("curated values", () => {
  it.each([
    ["meeting:forum-6|heldOn||held|", "2012"],
    ["meeting:forum-6|ordinal||held|", "6"],
    ["meeting:forum-6|places||held|", "place:bangkok"],
    ["meeting:forum-6|theme||held|", undefined],
    ["country:th|memberOf.from|organisation:asean|held|", "1967"],
    ["country:th|memberOf.to|group:chairs|held|2019", "2019"],
    ["country:nowhere|name||held|", undefined],
  ])("%s is %s", (contest, value) => {
    expect(curatedValues(given)(contest)).toBe(value);
  });
});

describe("settled records", () => {
  const settle = (shown: readonly (readonly [string, string])[], disputes: readonly Dispute[] = []) =>
    settledRecords(given, { shown: new Map(shown), disputes });

  it("take the more precise of values that agree, and the form that a field has", () => {
    const { meetings } = settle([
      ["meeting:forum-6|heldOn||held|", "2012-05-29"],
      ["meeting:forum-6|ordinal||held|", "7"],
      ["meeting:forum-6|plannedOn||announced|", "2012-06"],
    ]);
    expect(meetings).toEqual([{ ...meeting, heldOn: "2012-05-29", ordinal: 7, plannedOn: "2012-06" }]);
  });

  it("name the sources of a value in dispute", () => {
    const contest = "meeting:forum-6|places||held|";
    const { meetings } = settle([[contest, "place:pattaya"]], [dispute(contest, "place:pattaya")]);
    expect(meetings).toEqual([{ ...meeting, places: ["place:pattaya"], fieldSources: { places: ["source:b"] } }]);
  });

  it("change the one relation that is meant", () => {
    const { countries } = settle([["country:th|memberOf.to|group:chairs|held|2019", "2020"]]);
    expect(countries[0]?.memberships).toEqual([
      { of: "group:chairs", from: "2008", to: "2009" },
      { of: "group:chairs", from: "2019", to: "2020" },
      { of: "organisation:asean", from: "1967" },
    ]);
  });
});
