import { describe, expect, it } from "vitest";
import type { Claim } from "../../../ingest/claims/claim.ts";
import { settle, type Witnesses } from "../../../ingest/claims/settle.ts";

const kinds = {
  "source:text": "adopted text",
  "source:host": "host",
  "source:ministry": "ministry",
  "source:press": "press",
  "source:daily": "press",
  "source:mirror": "press",
} as const;
const sources: Witnesses = {
  kindOf: (id) => kinds[id as keyof typeof kinds],
  originOf: (id) => (id === "source:mirror" ? "source:press" : id),
};

const claim = (value: string, source: keyof typeof kinds | null, changes: Partial<Claim> = {}): Claim => ({
  subject: "meeting:admm-6",
  property: "heldOn",
  other: null,
  occurrence: null,
  value,
  from: null,
  to: null,
  modality: "held",
  exclusive: true,
  assertedOn: null,
  rule: "curated",
  support: source === null ? [] : [{ kind: "source", source, locator: null, basis: "text" }],
  ...changes,
});

const settled = (claims: readonly Claim[], curated?: string) => settle(claims, sources, () => curated);

describe("settle", () => {
  it.each<[string, Claim[], string | undefined]>([
    ["one day", [claim("2012-05-29", "source:press")], "2012-05-29"],
    ["the same day twice", [claim("2012-05-29", "source:press"), claim("2012-05-29", "source:host")], "2012-05-29"],
    ["a month and a day in it", [claim("2012-05", "source:host"), claim("2012-05-29", "source:press")], "2012-05-29"],
    [
      "a recalled day against a sourced one",
      [claim("2012-05-28", null), claim("2012-05-29", "source:press")],
      "2012-05-29",
    ],
    ["a recalled day alone", [claim("2012-05-28", null)], undefined],
    [
      "two values of a property that can have several",
      [claim("a", "source:press", { exclusive: false }), claim("b", "source:host", { exclusive: false })],
      undefined,
    ],
  ])("sees no dispute in %s", (_, claims, shown) => {
    const { disputes, shown: values } = settled(claims);
    expect(disputes).toEqual([]);
    expect(values.get("meeting:admm-6|heldOn||held|")).toBe(shown);
  });

  it("keeps a plan and what came of it apart", () => {
    const { disputes, shown } = settled([
      claim("2012-06", "source:press", { modality: "announced", property: "plannedOn" }),
      claim("2012-05-29", "source:press"),
    ]);
    expect(disputes).toEqual([]);
    expect([...shown.values()].sort()).toEqual(["2012-05-29", "2012-06"]);
  });

  it.each<[string, Claim[], string | undefined, string, string]>([
    [
      "the adopted text before the press",
      [claim("2012-05-30", "source:press"), claim("2012-05-29", "source:text")],
      undefined,
      "2012-05-29",
      "adopted text before press",
    ],
    [
      "the host before another ministry",
      [claim("2012-05-30", "source:ministry"), claim("2012-05-29", "source:host")],
      "2012-05-30",
      "2012-05-29",
      "host before ministry",
    ],
    [
      "two sources of a kind before one",
      [claim("2012-05-30", "source:press"), claim("2012-05-30", "source:daily"), claim("2012-05-29", "source:mirror")],
      undefined,
      "2012-05-30",
      "2 sources against 1",
    ],
    [
      "the curator's choice where a copy is no second witness",
      [claim("2012-05-30", "source:press"), claim("2012-05-30", "source:mirror"), claim("2012-05-29", "source:daily")],
      "2012-05-29",
      "2012-05-29",
      "the curator's choice among equal sources",
    ],
    [
      "the most precise of values that agree",
      [claim("2012-05", "source:host"), claim("2012-05-29", "source:press"), claim("2012-06", "source:press")],
      undefined,
      "2012-05-29",
      "host before press",
    ],
  ])("prefers %s", (_, claims, curated, shown, reason) => {
    const { disputes } = settled(claims, curated);
    expect(disputes.map((dispute) => [dispute.shown, dispute.reason])).toEqual([[shown, reason]]);
    expect(disputes[0]?.claims).toEqual(claims);
  });

  it("lets the registry's name stand", () => {
    const named = (value: string, source: keyof typeof kinds) => claim(value, source, { property: "name" });
    const { disputes } = settled(
      [named("Officers' Meeting", "source:host"), named("Officials' Meeting", "source:press")],
      "Officials' Meeting",
    );
    expect(disputes.map(({ shown }) => shown)).toEqual(["Officials' Meeting"]);
  });

  it("tells two periods of one relation apart", () => {
    const chair = (value: string) =>
      claim(value, "source:press", { property: "memberOf.to", other: "group:chairs", occurrence: value });
    expect(settled([chair("2008"), chair("2019")]).disputes).toEqual([]);
  });

  it("names the sources of the shown value only", () => {
    const { disputes } = settled([
      claim("2012-05-29", "source:text"),
      claim("2012-05", "source:daily"),
      claim("2012-05-30", "source:press"),
    ]);
    expect(disputes.map(({ sources: proof }) => proof)).toEqual([["source:daily", "source:text"]]);
  });

  it("tells the attributes of two relations apart", () => {
    const signed = (value: string, other: string) =>
      claim(value, "source:press", { property: "parties.signedOn", other });
    expect(settled([signed("2009-07-22", "country:us"), signed("2010-07-23", "country:ca")]).disputes).toEqual([]);
  });
});
