import { describe, expect, it } from "vitest";
import type { ExtractOutput, OutputMention } from "../../ingest/extract-output.ts";
import { mentionsOf, readMarked } from "./marked.ts";
import { allMentions, f1, precision, recall, scoreDocument } from "./score.ts";

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
    expect(score(asean).get("negatives")).toMatchObject({ right: 0, extra: [`a @${at} ASEAN-led`] });
    expect(score({ ...tac, surface: "Treaty" }).get("offsets")).toMatchObject({ right: 0 });
  });
});
