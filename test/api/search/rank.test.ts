import * as fc from "../../random.ts";
import { describe, expect, test } from "vitest";
import { matchOf } from "../../../src/api/search/match.ts";
import { phraseOf } from "../../../src/api/search/phrase.ts";
import { rank } from "../../../src/api/search/rank.ts";
import type { Candidate } from "../../../src/api/search/rank.ts";
import { snippetOf } from "../../../src/api/search/snippet.ts";
import type { Reference } from "../../../src/api/reference.ts";

/** `fit: hits`, the hits as they stand in the text; null where the text does not fit. */
function match(phrase: string, text: string, isName = true): string | null {
  const found = matchOf(phraseOf(phrase), text, isName);
  return found && `${found.fit}: ${found.hits.map(({ start, end }) => text.slice(start, end)).join(" | ")}`;
}

describe("how a name fits a phrase", () => {
  test.each<[string, string, string | null]>([
    ["ADMM+", "ADMM-Plus", "exact: ADMM-Plus"],
    ["admm plus", "ADMM+", "exact: ADMM+"],
    ["hanoi", "Ha Noi", "exact: Ha Noi"],
    ["Ha Noi", "Hanoi", "exact: Hanoi"],
    ["ha nội", "Hanoi", "exact: Hanoi"],
    ["Viet Nam", "Vietnam", "exact: Vietnam"],
    ["kuala lum", "Kuala Lumpur", "beginning: Kuala Lumpur"],
    ["khaled nordin", "Mohamed Khaled Nordin", "phrase: Khaled Nordin"],
    ["khaled nordin", "Khaled bin Nordin", "words: Khaled | Nordin"],
    ["nordin khal", "Mohamed Khaled Nordin", "words: Khaled | Nordin"],
    ["law of the sea", "Convention on the Law of the Sea", "phrase: Law of the Sea"],
    ["law of the sea", "Sea Law", "words: Sea | Law"],
    ["noi", "Hanoi", null],
    ["lumpur kuala x", "Kuala Lumpur", null],
    ["", "Kuala Lumpur", null],
    ["!", "!", null],
  ])("%j in %j", (phrase, name, expected) => {
    expect(match(phrase, name)).toBe(expected);
  });
});

describe("how a text fits a phrase", () => {
  const text = "The treaty was signed by eleven states in the old port, and another six have joined it since then.";

  test.each<[string, string, string | null]>([
    ["a word at its beginning is nothing special", "the treaty", "phrase: The treaty"],
    ["each place of a word", "in", "phrase: in"],
    [
      "a sentence that was pasted, whatever its gaps",
      text.slice(4).toUpperCase().replace(/ /g, "\n"),
      `phrase: ${text.slice(4, -1)}`,
    ],
    [
      "most words of a sentence",
      "treaty was signed by ten states in the new port and another six have left",
      "some words: treaty was signed by | states in the | port, and another six have",
    ],
    ["too few words of a sentence", "treaty between ten kings of old who had never seen any port at all", null],
  ])("%s", (_about, phrase, expected) => {
    expect(match(phrase, text, false)).toBe(expected);
  });
});

describe("a snippet", () => {
  const filler = "word ".repeat(100);

  test("of a short text is all of it, line breaks and what prints nothing as blanks", () => {
    expect(snippetOf("a\n<b>\u202eTAC\u0000", [{ start: 6, end: 9 }])).toEqual({
      text: "a <b> TAC ",
      hits: [{ start: 6, end: 9 }],
    });
  });

  test("of a long text shows the closest hits, whole words, and what is left out", () => {
    const text = `TAC ${filler}TAC and TAC ${filler}`;
    const at = text.indexOf("TAC and");
    const hits = [0, at, at + 8].map((start) => ({ start, end: start + 3 }));
    const snippet = snippetOf(text, hits);
    expect(snippet.text).toMatch(/^… word .* TAC and TAC .* word …$/);
    expect(snippet.text.length).toBeLessThanOrEqual(244);
    expect(snippet.hits.map(({ start, end }) => snippet.text.slice(start, end))).toEqual(["TAC", "TAC"]);
  });

  test("has its hits where they are, in any text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.lorem({ maxCount: 30, mode: "sentences" }), { maxLength: 6 }),
        fc.lorem({ maxCount: 1 }),
        (parts, word) => {
          const text = parts.join("\n");
          const found = matchOf(phraseOf(word), text, false);
          const snippet = snippetOf(text, found?.hits ?? []);
          for (const { start, end } of snippet.hits) {
            // "A, tincidunt" is a hit of "at": words that are written apart are found together.
            const letters = snippet.text.slice(start, end).toLowerCase().replace(/\W/g, "");
            expect(letters.startsWith(word.toLowerCase().replace(/\W/g, ""))).toBe(true);
          }
          expect(found === null || snippet.hits.length > 0).toBe(true);
        },
      ),
    );
  });
});

const nothing: Candidate = {
  id: "x:x",
  ...{ name: null, abbreviation: null, aliases: null, title: null, symbol: null, officialName: null },
  ...{ text: null, summary: null, date: null, reference: null },
};
const reference: Reference = {
  text: {
    id: "statement:s",
    name: "S",
    kind: "joint_statement",
    issuedOn: "2025",
    series: "S",
    place: null,
    publisher: null,
  },
  clause: { id: "clause:s/op-1", part: "operative", role: "clause", position: 1, number: null, itemOf: null },
  locator: null,
};

const candidates: readonly Candidate[] = [
  { ...nothing, id: "clause:s/op-1", text: "REAFFIRM the TAC", reference },
  { ...nothing, id: "instrument:tac-protocol", name: "TAC Protocol" },
  { ...nothing, id: "meeting:b", name: "Review of the TAC" },
  { ...nothing, id: "meeting:a", name: "Review of the TAC" },
  {
    ...nothing,
    id: "instrument:tac",
    name: "Treaty of Amity",
    abbreviation: "TAC",
    aliases: ["Treaty of Amity (TAC)"],
  },
  { ...nothing, id: "country:x", name: "Nowhere" },
];

describe("the order of hits", () => {
  test("goes by fit, then names before texts, then what is shorter, then name and id", () => {
    const hits = rank(phraseOf("tac"), candidates, 100);
    expect(hits.map(({ id, fit, field }) => [id, fit, field])).toEqual([
      ["instrument:tac", "exact", "abbreviation"],
      ["instrument:tac-protocol", "beginning", "name"],
      ["meeting:a", "phrase", "name"],
      ["meeting:b", "phrase", "name"],
      ["clause:s/op-1", "phrase", "text"],
    ]);
    expect(hits.at(-1)).toMatchObject({
      name: "S, 2025, operative clause 1",
      within: { id: "statement:s" },
      snippet: "REAFFIRM the TAC",
    });
  });

  test("does not depend on the order in which the index gives them", () => {
    const ids = (list: readonly Candidate[]) => rank(phraseOf("tac"), list, 100).map(({ id }) => id);
    fc.assert(
      fc.property(fc.shuffledSubarray([...candidates], { minLength: candidates.length }), (list) => {
        expect(ids(list)).toEqual(ids(candidates));
      }),
    );
  });

  test("keeps so many of a kind as are asked for", () => {
    expect(rank(phraseOf("tac"), candidates, 1).map(({ id }) => id)).toEqual([
      "instrument:tac",
      "meeting:a",
      "clause:s/op-1",
    ]);
  });
});
