import { describe, expect, it } from "vitest";
import type { Claim } from "../../../ingest/claims/claim.ts";
import { disputedContests } from "../../../ingest/claims/disputes.ts";

const held = (value: string, source: string | null, property = "heldOn"): Claim => ({
  subject: "meeting:admm-6",
  property,
  value,
  modality: "held",
  assertedOn: null,
  rule: "curated",
  support: source === null ? [] : [{ kind: "source", source, locator: null, basis: "text" }],
});

describe("disputes", () => {
  it.each<[string, Claim[], string[]]>([
    ["two days", [held("2012-05-29", "source:a"), held("2012-05-30", "source:b")], ["meeting:admm-6|heldOn|held"]],
    ["a month and a day in it", [held("2012-05", "source:a"), held("2012-05-29", "source:b")], []],
    ["a recalled day against a sourced one", [held("2012-05-28", null), held("2012-05-29", "source:b")], []],
    ["the same day twice", [held("2012-05-29", "source:a"), held("2012-05-29", "source:b")], []],
    [
      "a plan and what came of it",
      [{ ...held("2012-06", "source:a"), modality: "announced" }, held("2012-05-29", "source:b")],
      [],
    ],
    [
      "two values of a property that can have many",
      [held("country:kh", "source:a", "joinedBy"), held("country:vn", "source:b", "joinedBy")],
      [],
    ],
  ])("%s", (_, claims, expected) => {
    expect([...disputedContests(claims)]).toEqual(expected);
  });
});
