import * as fc from "../../random.ts";
import { describe, expect, it } from "vitest";
import { layOut, type Layout } from "../../../ingest/text/blocks.ts";
import { findSuspects } from "../../../ingest/text/suspects.ts";
import { rawSpan, viewSpan } from "../../../ingest/text/view.ts";

const textsOf = ({ view, blocks }: Layout) => blocks.map(({ start, end }) => view.text.slice(start, end));
const shown = (raw: string) => textsOf(layOut(raw, "a.txt"));

describe("folding", () => {
  it.each([
    ["**NOTING** the *Charter*", "NOTING the Charter"],
    ["__NOTING__ the _Charter_ of snake_case", "NOTING the Charter of snake_case"],
    ["the 79<sup>th</sup> Session", "the 79th Session"],
    ["peace &amp; security&nbsp;for &#8220;all&#x201D;", "peace & security for “all”"],
    ["AT&T; &unknown; &#0;", "AT&T; &unknown; &#0;"],
    ["see [the page](https://example.org/a) now", "see the page now"],
    ["the ![logo](a.png) text[^1]", "the text"],
    ["a\u00a0b\t c  d", "a b c d"],
    ["de\u00adfence \u200bforces", "defence forces"],
    ["e\ufb03cient", "efficient"],
    ["one<br>two <!-- hidden --> three", "one two three"],
    ["Malaysia* and others", "Malaysia* and others"],
    ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
    ["\\*not bold\\*", "*not bold*"],
    ["| For Malaysia | For Viet Nam |", "For Malaysia For Viet Nam"],
  ])("%s", (raw, text) => {
    expect(shown(raw)).toEqual([text]);
  });

  it("leads back to the raw characters, markup inside a stretch included", () => {
    const raw = "in the **79<sup>th</sup> Session** of &amp;";
    const { view } = layOut(raw, "a");
    const start = view.text.indexOf("79th");
    const span = rawSpan(view, { start, end: start + "79th Session".length });
    expect(raw.slice(span.start, span.end)).toBe("79<sup>th</sup> Session");
    const end = view.text.length;
    expect(rawSpan(view, { start: end - 1, end })).toEqual({ start: raw.length - 5, end: raw.length });
  });
});

describe("suspects", () => {
  it.each<[string, [string, string][]]>([
    ["AI is new. AI is fast. The role of Al as a tool.", [["ocr-suspect", "Al"]]],
    ["The role of Al as a tool.", []],
    ["AI and AI and Al Gore", []],
    ["a peaceful,secure region", [["missing-blank", "peaceful,secure"]]],
    ["the countries ofASEAN met", [["missing-blank", "ofASEAN"]]],
    ["the Zone(SEANWFZ) stands", [["missing-blank", "Zone(SEANWFZ)"]]],
    ["UNDERLININGthe need", [["missing-blank", "UNDERLININGthe"]]],
    ["see https://admm.asean.org/newsADMM or a DoD paper of the EWGs", []],
  ])("%s", (raw, expected) => {
    const found = findSuspects(layOut(raw, "a").view, "a");
    expect(found.map(({ rule, span }) => [rule, raw.slice(span?.start, span?.end)])).toEqual(expected);
  });
});

describe("blocks", () => {
  it("keeps lines apart that a machine has put before a text", () => {
    const { blocks, view } = layOut("title: Ministers plant trees\ndate: 2023-11-16\nsource: The Leaf", "a");
    expect(blocks.map(({ start, end }) => view.text.slice(start, end))).toEqual([
      "title: Ministers plant trees",
      "date: 2023-11-16",
      "source: The Leaf",
    ]);
  });

  it.each<[string, (string | null)[]]>([
    ["A. Guard the sea.\n\nB. Guard the land.", ["A.", "B."]],
    ["(A) Guard the sea.\n\n(B) Guard the land.", ["(A)", "(B)"]],
    ["A. K. Antony spoke.\n\nB. Other came.", [null, null]],
    ["A. Antony spoke.\n\nC. Other came.", [null, null]],
  ])("reads letters in capitals as numbers where the first two stand: %s", (raw, numbers) => {
    expect(layOut(raw, "a").blocks.map(({ number }) => number)).toEqual(numbers);
  });

  it("reads marks: bullet, number, heading, bold around any of them", () => {
    const raw = [
      "## **TITLE**",
      "- 1. **NOTING** that;",
      "**2.** RECALLING that;",
      "(a) promote;",
      "  iv) strengthen;",
      "3\\. escaped",
      "1.2. nested",
      "• dot",
    ].join("\n");
    const { blocks, view } = layOut(raw, "a");
    expect(
      blocks.map(({ start, end, number, bullet, heading }) => [view.text.slice(start, end), number, bullet, heading]),
    ).toEqual([
      ["TITLE", null, false, 2],
      ["NOTING that;", "1.", true, 0],
      ["RECALLING that;", "2.", false, 0],
      ["promote;", "(a)", false, 0],
      ["strengthen;", "iv)", false, 0],
      ["escaped", "3.", false, 0],
      ["nested", "1.2.", false, 0],
      ["dot", null, true, 0],
    ]);
    expect(blocks.map(({ numberSpan }) => numberSpan && raw.slice(numberSpan.start, numberSpan.end))).toEqual([
      null,
      "1.",
      "2.",
      "(a)",
      "iv)",
      "3\\.",
      "1.2.",
      null,
    ]);
  });

  it("keeps a number that stands alone for the line below", () => {
    expect(layOut("1.\nPROMOTE peace;", "a").blocks).toMatchObject([{ number: "1.", start: 0, end: 14 }]);
  });

  const joined: [name: string, raw: string, texts: string[]][] = [
    ["lower case goes on", "peace and\nstability", ["peace and stability"]],
    ["a semicolon ends", "peace;\nand stability", ["peace;", "and stability"]],
    ["a capital begins", "Peace\nStability", ["Peace", "Stability"]],
    ["two blanks force a break", "Ministry of Defence  \nand others", ["Ministry of Defence", "and others"]],
    [
      "a line that cannot end goes on",
      "They spoke of the ASEAN Outlook on the  \nIndo-Pacific",
      ["They spoke of the ASEAN Outlook on the Indo-Pacific"],
    ],
    ["a short line of a menu ends", "Log in\nSearch", ["Log in", "Search"]],
    [
      "a formula behind a comma begins",
      "desiring a habit of lending before asking,\n\ndo hereby declare:",
      ["desiring a habit of lending before asking,", "do hereby declare:"],
    ],
    ["a hanging indent goes on", "- WELCOMING the\n  ASEAN way;", ["WELCOMING the ASEAN way;"]],
    ["a title goes on with a connective", "JOINT DECLARATION\nON PEACE", ["JOINT DECLARATION ON PEACE"]],
    ["a cut word keeps its hyphen", "ADMM-\nPlus and co-\noperation", ["ADMM-Plus and co-operation"]],
    ["rules say nothing", "One\n\n---\n\nTwo", ["One", "Two"]],
    ["page numbers say nothing", "One.\n\n- 2 -\n\nPage 3 of 4\n\nTwo.", ["One.", "Two."]],
    ["a blank line ends", "Peace is our aim\n\nStability", ["Peace is our aim", "Stability"]],
    [
      "a page break inside a sentence does not",
      "the potential risks and the possible\n\nopportunities of it;",
      ["the potential risks and the possible opportunities of it;"],
    ],
    ["line ends of another system", "One\r\nTwo\rThree\u2028Four", ["One", "Two", "Three", "Four"]],
  ];
  it.each(joined)("%s", (_, raw, texts) => {
    expect(shown(raw)).toEqual(texts);
  });

  it("joins a text that is set to a width, paragraph by paragraph", () => {
    const raw = [
      "The Ministers met in the capital and spoke at length about the",
      "Southeast Asian seas, about trust among neighbours, and about",
      "ASEAN as the house of all of them.",
      "A second paragraph opens here and goes on for some while until",
      "Sunday.",
    ].join("\n");
    expect(shown(raw)).toHaveLength(2);
  });

  it("notes a joined page break", () => {
    const { problems } = layOut("the potential risks and the possible\n\nopportunities of it;", "a.txt");
    expect(problems).toMatchObject([
      { rule: "page-break-joined", severity: "note", file: "a.txt", span: { start: 36, end: 38 } },
    ]);
  });
});

const piece = fc.constantFrom(
  "ADMM",
  " ",
  "  ",
  "\n",
  "\n\n",
  "\r\n",
  "**",
  "*",
  "_",
  "<sup>",
  "</sup>",
  "&amp;",
  "- ",
  "1. ",
  "(a) ",
  "## ",
  "[",
  "](x)",
  "\\*",
  "; and",
  "’s",
  "é",
  "😀",
  "\u00ad",
  "\ufeff",
  "|",
  "Zone",
  "peace",
);
const rawText = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
  fc.string({ maxLength: 200 }),
);

describe("layOut, for any text", () => {
  it("shows characters in order, each from its own raw stretch", () => {
    fc.assert(
      fc.property(rawText, (raw) => {
        const { view } = layOut(raw, "a");
        expect(view.starts).toHaveLength(view.text.length);
        for (let at = 0; at < view.text.length; at++) {
          const [start, end] = [view.starts[at] ?? -1, view.ends[at] ?? -1];
          expect(start).toBeGreaterThanOrEqual(at > 0 ? (view.starts[at - 1] ?? 0) : 0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(raw.length);
          if (end - start === 1 && !/\s|[\ufb00-\ufb06|`\u00b4\u2032]/.test(raw.charAt(start)))
            expect(raw[start]).toBe(view.text[at]);
        }
      }),
    );
  });

  it("makes blocks that are ordered, disjoint and free of double blanks", () => {
    fc.assert(
      fc.property(rawText, (raw) => {
        const { view, blocks } = layOut(raw, "a");
        let end = 0;
        for (const block of blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(block.end).toBeGreaterThanOrEqual(block.start);
          expect(view.text.slice(block.start, block.end)).not.toMatch(/ {2}|^ | $|\n/);
          end = block.end;
        }
        expect(end).toBeLessThanOrEqual(view.text.length);
      }),
    );
  });

  it("finds a raw span of the view again", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.nat(), fc.nat(), (text, a, b) => {
        const { view } = layOut(`**${text}**`, "a");
        const [start, end] = [a % view.text.length, b % view.text.length].sort((x, y) => x - y) as [number, number];
        if (start < end) expect(viewSpan(view, rawSpan(view, { start, end }))).toEqual({ start, end });
      }),
    );
  });

  it("changes nothing in what it has made of plain words", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("ASEAN", "**peace**", "a  b", "\n\n", "79<sup>th</sup>", ";", "&amp;"), {
          maxLength: 40,
        }),
        (words) => {
          const once = layOut(words.join(" "), "a").view.text;
          const twice = layOut(once, "a").view.text;
          expect(layOut(twice, "a").view.text).toBe(twice);
        },
      ),
    );
  });
});
