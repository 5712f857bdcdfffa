import { describe, expect, it } from "vitest";
import type { Lead } from "../../../ingest/clauses/clause.ts";
import { governance } from "../../../ingest/mentions/roles.ts";

/** Governance of the last name in brackets; the other names in brackets are mentions before it, capitals at the start the leads. */
function govern(marked: string) {
  const spans: { start: number; end: number }[] = [];
  let text = "";
  for (const piece of marked.split(/(\[[^\]]*\])/)) {
    const inner = piece.startsWith("[") ? piece.slice(1, -1) : null;
    if (inner !== null) spans.push({ start: text.length, end: text.length + inner.length });
    text += inner ?? piece;
  }
  const mention = spans.pop() ?? { start: 0, end: 0 };
  const leads = [...text.matchAll(/\b[A-Z]{6,}\b/g)]
    .filter(({ index }) => !spans.some(({ start }) => start === index))
    .map((match): Lead => ({
      verb: match[0],
      manner: "other",
      start: match.index,
      end: match.index + match[0].length,
    }));
  return governance(text, { start: 0, end: text.length, leads }, mention, spans);
}

describe("governance", () => {
  it.each<[string, string | null, string]>([
    ["RECALLING the [Charter]", "RECALLING", "object"],
    ["RECALLING peace and UNDERLINING the [Charter]", "UNDERLINING", "object"],
    ["REAFFIRM restraint, in accordance with [international law], including the [Convention]", "REAFFIRM", "standard"],
    [
      "ENHANCE trust, upholding the principles and purposes reflected in the [UN Charter] and [ASEAN Charter]",
      "ENHANCE",
      "standard",
    ],
    [
      "RECALLING the [Declaration] as stipulated in the [Concord] and to promote the [Programme]",
      "RECALLING",
      "object",
    ],
    ["APPLAUD its contributions to the implementation of the [Blueprint]", "APPLAUD", "context"],
    ["SUPPORT the [Plan] of the [Vision]", "SUPPORT", "context"],
    ["The meeting adopted the [Paper]", "adopted", "object"],
    ["It was signed last year. The [Paper]", null, "context"],
  ])("%s", (marked, verb, role) => {
    const found = govern(marked);
    expect([found.verb, found.role]).toEqual([verb, role]);
  });
});
