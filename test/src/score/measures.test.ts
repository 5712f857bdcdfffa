import { describe, expect, it } from "vitest";
import type { ExtractOutput, OutputMention } from "../../../ingest/extract-output.ts";
import { mentionsOf, readMarked } from "../../../src/score/marked.ts";
import { allMentions, scoreDocument } from "../../../src/score/measures.ts";
import { describeMiss, missesOf } from "../../../src/score/misses.ts";
import { reportOf, describeSet, markdownOf, type SetReport } from "../../../src/score/report.ts";
import { changesBetween, describeChange } from "../../../src/score/changes.ts";
import { f1, precision, recall } from "../../../src/score/tally.ts";

const marked = `---
kind: joint_statement
definitions:
  - instrument:tac|Treaty of Amity and Cooperation|TAC
negatives: [{ surface: ASEAN-led, not_a: body }]
---
1. **⟦preambular clause 1.⟧‹recall|RECALLING›** the ⟨instrument:tac|Treaty of Amity and Cooperation¦ (TAC)⟩ of ⟨?date:1976|1976⟩, ASEAN-led;⟦/⟧
`;

describe("readMarked", () => {
  const { raw, annotation } = readMarked(marked, "a");
  const at = (text: string) => raw.indexOf(text);

  it("gives the document without its marks", () => {
    expect(raw).toBe("1. **RECALLING** the Treaty of Amity and Cooperation (TAC) of 1976, ASEAN-led;\n");
  });

  it("gives what the marks say, with offsets in the document", () => {
    expect(annotation.clauses).toMatchObject([
      {
        section: "preambular",
        role: "clause",
        printed: "1.",
        lead: "RECALLING",
        leads: [{ verb: "RECALLING", stance: "recall", start: 5, end: 14 }],
        start: 5,
        end: raw.length - 1,
      },
    ]);
    const start = at("Treaty");
    expect(mentionsOf(annotation)).toEqual([
      {
        canonical: "instrument:tac",
        surface: "Treaty of Amity and Cooperation (TAC)",
        start,
        end: start + 37,
        head_end: start + 31,
      },
      { value: "1976", surface: "1976", start: at("1976"), end: at("1976") + 4, optional: true },
    ]);
    expect(annotation.definitions).toMatchObject([{ short: "TAC", short_start: at("TAC"), short_end: at("TAC") + 3 }]);
    expect(annotation.negatives).toMatchObject([{ surface: "ASEAN-led", start: at("ASEAN-led") }]);
  });
});

describe("scoreDocument", () => {
  const { raw, annotation } = readMarked(marked, "a");
  const start = raw.indexOf("Treaty");
  const output = (mentions: readonly Partial<OutputMention>[]) =>
    ({
      document: {},
      clauses: [],
      definitions: [],
      candidates: [],
      problems: [],
      mentions,
    }) as unknown as ExtractOutput;
  const tac = { id: "instrument:tac", start, end: start + 37, surface: raw.slice(start, start + 37) };
  const score = (...mentions: Partial<OutputMention>[]) => scoreDocument(annotation, output(mentions), raw);
  const figures = (...mentions: Partial<OutputMention>[]) => {
    const tally = allMentions(score(...mentions));
    return [precision(tally), recall(tally), f1(tally)];
  };

  it("counts a mention at either of its ends as right", () => {
    expect(figures(tac)).toEqual([1, 1, 1]);
    expect(figures({ ...tac, end: start + 31 })).toEqual([1, 1, 1]);
  });

  it("counts a wrong id or span as missed and as wrongly found", () => {
    expect(figures({ ...tac, id: "instrument:aoip" })).toEqual([0, 0, 0]);
    expect(figures({ ...tac, start: start + 1 })).toEqual([0, 0, 0]);
  });

  it("neither asks for what is optional nor minds it", () => {
    const year = { id: "date:1976", start: raw.indexOf("1976"), end: raw.indexOf("1976") + 4, surface: "1976" };
    expect(figures(tac, year)).toEqual([1, 1, 1]);
    expect(figures()).toEqual([1, 0, 0]);
  });

  it("sees a broken negative and a wrong offset", () => {
    const at = raw.indexOf("ASEAN");
    const asean = { id: "organisation:asean", start: at, end: at + 5, surface: "ASEAN" };
    expect(score(asean).get("negatives")).toMatchObject({ right: 0, extra: [{ start: at, surface: "ASEAN-led" }] });
    expect(score({ ...tac, surface: "Treaty" }).get("offsets")).toMatchObject({ right: 0 });
  });

  it("asks for the role of a citation only where the annotation says it", () => {
    const asked = readMarked(
      "---\nkind: a\n---\n⟦other paragraph⟧⟨instrument:tac#standard|TAC⟩ and ⟨instrument:doc|DOC⟩⟦/⟧",
      "b",
    );
    const found = [
      { id: "instrument:tac", start: 0, end: 3, surface: "TAC", role: "object" as const },
      { id: "instrument:doc", start: 8, end: 11, surface: "DOC", role: "object" as const },
    ];
    expect(scoreDocument(asked.annotation, output(found), asked.raw).get("citation roles")).toMatchObject({
      right: 0,
      missed: [{ value: "standard" }],
      extra: [{ value: "object" }],
    });
  });

  it.each([
    ["found", [{ start: 0, end: 17 }], 1, 0, 0],
    ["found in part", [{ start: 6, end: 17 }], 1, 0, 0],
    ["missed", [], 0, 1, 0],
    ["found elsewhere", [{ start: 21, end: 30 }], 0, 1, 1],
  ])("counts an unknown name: %s", (_, candidates, right, missed, wrong) => {
    const { annotation: named, raw: text } = readMarked(
      "---\nkind: a\n---\n⟦other paragraph⟧⟨candidate|Cyber Shield Plan⟩ and something⟦/⟧",
      "c",
    );
    const given = candidates.map((span) => ({ ...span, surface: text.slice(span.start, span.end) }));
    const tally = scoreDocument(named, { ...output([]), candidates: given } as unknown as ExtractOutput, text).get(
      "candidates",
    );
    expect([tally?.right, tally?.missed.length, tally?.extra.length]).toEqual([right, missed, wrong]);
  });
});

describe("a report", () => {
  const { raw, annotation } = readMarked(marked, "a.txt");
  const start = raw.indexOf("Treaty");
  const clause = {
    part: "preambular",
    role: "clause",
    number: "1.",
    parent: null,
    leads: [],
    start: 5,
    end: raw.length - 1,
  };
  const reportWith = (id: string): SetReport => {
    const found = { id, start, end: start + 6, surface: "Treaty", rule: "r" };
    const output = {
      document: { kind: "joint_declaration" },
      clauses: [clause],
      definitions: [],
      candidates: [],
      problems: [],
      mentions: [found],
    };
    return reportOf({
      name: "own",
      documents: 1,
      score: scoreDocument(annotation, output as unknown as ExtractOutput, raw),
    });
  };

  it("pairs what was expected with what was found in its place, the worst measure first", () => {
    const lines = reportWith("instrument:tac").misses.map(describeMiss);
    expect(lines).toEqual([
      `instruments: a.txt:${start}-${start + 37} 'Treaty of Amity and Cooperation (TAC)': expected instrument:tac, found instrument:tac [r] at ${start}-${start + 6} 'Treaty'`,
      "leads: a.txt:5-14: expected RECALLING",
      "manners: a.txt:5-14: expected recall",
      `definitions: a.txt:${start + 33}-${start + 36}: expected TAC = Treaty of Amity and Cooperation (instrument:tac)`,
      "metadata: a.txt:0-0: expected kind: joint_statement, found kind: joint_declaration",
    ]);
  });

  it("shows figures, misses and how many more there are", () => {
    const text = describeSet(reportWith("instrument:tac"), 1).split("\n");
    expect(text[0]).toBe("own: 1 document; 0.0 false unknown names a document");
    expect(text.find((line) => line.startsWith("metadata"))).toBe(
      "metadata               0.875     0.875     0.875         7         1         1",
    );
    expect(text.at(-1)).toBe("  and 4 more");
  });

  it("is a table for the docs", () => {
    const table = markdownOf([reportWith("instrument:tac")]).split("\n");
    expect(table.slice(0, 2)).toEqual(["| measure | own (1 documents) |", "| --- | --- |"]);
    expect(table).toContain("| metadata | 0.875 / 0.875 / **0.875** (8) |");
  });

  it("says what a change has gained and lost", () => {
    const [change] = changesBetween([reportWith("instrument:tac")], [reportWith("instrument:aoip")]);
    const head = `instruments: a.txt:${start}-${start + 37} 'Treaty of Amity and Cooperation (TAC)': expected instrument:tac, found`;
    expect(describeChange(change ?? { set: "", gained: [], lost: [] }).split("\n")).toEqual([
      "own: 1 gained, 1 lost",
      `+ ${head} instrument:tac [r] at ${start}-${start + 6} 'Treaty'`,
      `- ${head} instrument:aoip [r] at ${start}-${start + 6} 'Treaty'`,
    ]);
    expect(changesBetween([reportWith("instrument:tac")], [reportWith("instrument:tac")])).toEqual([
      { set: "own", gained: [], lost: [] },
    ]);
  });

  it("has no misses where all is right", () => {
    expect(missesOf(new Map([["roles", { right: 3, extra: [], missed: [] }]]))).toEqual([]);
  });
});
