import { describe, expect, it } from "vitest";
import { comparableRows } from "../../../ingest/rows/comparable.ts";

type Statement = Parameters<typeof comparableRows>[0][number];

/** A general statement of the series in the name of all, at the meeting with the same number; `changes` replace fields. */
function statement(key: string, issuedOn: string | null, changes: Partial<Statement> = {}): Statement {
  const meeting = `meeting:${key.replace(/[a-z]$/, "")}`;
  return {
    id: `statement:${key}`,
    issuedOn,
    issuedAt: meeting,
    issuedBy: ["series:s"],
    authority: "consensus",
    scope: "general",
    ...changes,
  };
}

/** `later < earlier` for each edge, with what was passed over in brackets. */
function followed(statements: readonly Statement[], meetings: readonly { id: string; heldOn?: string }[] = []) {
  return comparableRows(statements, meetings).edges.map(({ type, from, to, properties }) => {
    const over = (properties.passedOver as readonly string[]).map((id) => id.replace("statement:", ""));
    expect([type, properties.series]).toEqual(["FOLLOWS", "series:s"]);
    return `${from} < ${to} (${over.join(" ")})`.replaceAll("statement:", "");
  });
}

describe("the comparable statement before", () => {
  it.each<[string, Statement[], string[]]>([
    [
      "is the nearest by day, whatever the order of the records",
      [statement("3", "2013"), statement("1", "2006-05-09"), statement("2", "2007")],
      ["3 < 2 ()", "2 < 1 ()"],
    ],
    [
      "is no thematic one, and a thematic one has none",
      [statement("1", "2006"), statement("2", "2007", { scope: "thematic" }), statement("3", "2008")],
      ["3 < 1 (2)"],
    ],
    [
      "is none whose scope is not known",
      [statement("1", "2006"), statement("2", "2007", { scope: null }), statement("3", "2008")],
      ["3 < 1 (2)"],
    ],
    [
      "speaks with the same authority",
      [
        statement("1", "2006"),
        statement("2", "2007", { authority: "chair" }),
        statement("3", "2008"),
        statement("4", "2009", { authority: "chair" }),
      ],
      ["3 < 1 (2)", "4 < 2 (3)"],
    ],
    [
      "is no statement of the same meeting, nor is that passed over",
      [statement("1", "2006"), statement("2", "2007-03-01"), statement("2b", "2007-03-01", { scope: "thematic" })],
      ["2 < 1 ()"],
    ],
    [
      "was certainly issued earlier",
      [statement("1", "2006"), statement("2", "2007"), statement("3", "2007-03-01")],
      ["2 < 1 (3)", "3 < 1 (2)"],
    ],
    [
      "stands in the same series",
      [
        statement("1", "2006", { issuedBy: ["series:t"] }),
        statement("2", "2007"),
        statement("3", "2008", { issuedBy: ["country:my", "series:s"] }),
      ],
      ["3 < 2 ()"],
    ],
    ["is unknown without a day", [statement("1", null), statement("2", "2007")], []],
  ])("%s", (_, statements, edges) => {
    expect(followed(statements)).toEqual(edges);
  });

  it("is found by the day of the meeting where its own is not known", () => {
    const statements = [statement("1", null), statement("2", null, { scope: null }), statement("3", "2008")];
    const meetings = [{ id: "meeting:1", heldOn: "2006-02" }, { id: "meeting:2", heldOn: "2007" }, { id: "meeting:3" }];
    expect(followed(statements, meetings)).toEqual(["3 < 1 (2)"]);
  });
});
