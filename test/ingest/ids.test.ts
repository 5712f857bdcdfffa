import { describe, expect, it } from "vitest";
import { clauseId, keyOf, kindOf, slug, termId } from "../../ingest/ids.ts";

describe("ids", () => {
  it.each([
    ["statement:admm-plus-12", "operative", 8, "clause:admm-plus-12/op-8"],
    ["statement:admm-retreat-2025", "preambular", 1, "clause:admm-retreat-2025/pre-1"],
    ["report:admm-background", "other", 3, "clause:admm-background/other-3"],
  ] as const)("clause %s %s %i is %s", (document, part, position, expected) => {
    expect(clauseId(document, part, position)).toBe(expected);
  });

  it("numbers a term by its cycle", () => {
    expect(termId("working-group:cyber-security", 3)).toBe("term:cyber-security-3");
  });

  it.each([
    ["instrument:tac", "instrument", "tac"],
    ["working-group:hadr", "working-group", "hadr"],
    ["clause:admm-plus-12/op-8", "clause", "admm-plus-12/op-8"],
    ["date:2025-11-01", null, "2025-11-01"],
    ["nonsense", null, "nonsense"],
  ])("%s is of the kind %s with the key %s", (id, kind, key) => {
    expect([kindOf(id), keyOf(id)]).toEqual([kind, key]);
  });

  it.each([
    ["Đà Nẵng Declaration (2025)", "da-nang-declaration-2025"],
    ["ADMM-Plus", "admm-plus"],
    ["  a__b  ", "a-b"],
  ])("the key of the name '%s' is %s", (name, expected) => {
    expect(slug(name)).toBe(expected);
  });
});
