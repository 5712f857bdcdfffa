import * as fc from "../../random.ts";
import { describe, expect, test } from "vitest";
import { indexQueryOf, namesQueryOf, phraseOf } from "../../../src/api/search/phrase.ts";
import { wordsOf } from "../../../src/api/search/words.ts";

describe("the words of a text", () => {
  test.each<[string, readonly string[]]>([
    ["ADMM+", ["admm", "plus"]],
    ["ADMM-Plus (2025)", ["admm", "plus", "2025"]],
    ["1+1 C++", ["1", "1", "c", "plus"]],
    ["Hà Nội, Đà Nẵng", ["ha", "noi", "da", "nang"]],
    ["Hà".normalize("NFD"), ["ha"]],
    ["Ministers’ Meeting", ["ministers", "meeting"]],
    ["STRASSE Straße", ["strasse", "strasse"]],
    ["ﬁne", ["fine"]],
    ["東南亞", ["東南亞"]],
    ["\ud800 \u0000 \u202e … *?~^", []],
  ])("%j", (text, expected) => {
    expect(wordsOf(text).map((word) => word.text)).toEqual(expected);
  });

  test("stand where they say", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        let last = 0;
        for (const word of wordsOf(text)) {
          expect(word.start).toBeGreaterThanOrEqual(last);
          expect(word.end).toBeGreaterThan(word.start);
          expect(wordsOf(text.slice(word.start, word.end)).length).toBeLessThanOrEqual(1);
          last = word.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("the query for the index", () => {
  test.each<[string, string, string]>([
    [
      "one word, or what begins with it, or printed as two",
      "future",
      '(+(future OR future*)) OR "fu ture" OR "fut ure" OR "futu re"',
    ],
    ["a form with an apostrophe, too", "chairs", expect.stringContaining("+(chairs OR chairs* OR chair's)") as string],
    ["every word, or two printed as one", "ha noi", "(+(ha OR ha*) +(noi OR noi*)) OR (+(hanoi OR hanoi*))"],
    [
      "words that the index leaves out are not asked for",
      "law of the sea",
      expect.stringMatching(/^\(\+\(law OR law\*\) \+\(sea OR sea\*\)\) OR /) as string,
    ],
    ["nor single letters", "U.S. Navy", expect.stringMatching(/^\(\+\(navy OR navy\*\)\) OR /) as string],
    ["unless there is no other", "the", "((the OR the*))"],
    ["nothing but single letters", "U S", "((u OR u*) (s OR s*)) OR (+(us OR us*))"],
    [
      "any word of a sentence, each once",
      "one two two three four five six seven eight nine",
      "one two three four five six seven eight nine",
    ],
    ["nothing", "… !?", ""],
    ["a sentence of nothing but such words", "to be or not to be that is the", ""],
  ])("%s", (_about, phrase, expected) => {
    expect(indexQueryOf(phraseOf(phrase))).toEqual(expected);
  });

  test("asks for short forms and whole names first among names", () => {
    const words = "(+(tac OR tac*))";
    expect(namesQueryOf(phraseOf("TAC"))).toBe(
      `(${words}) OR abbreviation:(${words})^8 OR name:"tac"^4 OR aliases:"tac"^4`,
    );
  });

  const hostile = [
    ...[
      "*a*",
      "a OR b",
      "/reg(ex/",
      "foo~2",
      "name:foo",
      '"open',
      "(((",
      "a && b || !c",
      "[a TO b]",
      "{a TO b}",
      "\\",
      "+-+-",
      "^4",
      "a\u0000b",
    ],
    "OR ".repeat(1_000),
    "\ud83d\ude00\ud83d",
  ];

  test.each(hostile)("holds nothing of the syntax of %j", (phrase) => {
    const query = indexQueryOf(phraseOf(phrase));
    // All that we write ourselves, and letters and digits.
    const parts = query.replace(/[()"]/g, " ").split(/ +/);
    expect(parts.filter((part) => !/^(?:|\+|OR|[\p{L}\p{N}]+(?:\*|'s)?)$/u.test(part))).toEqual([]);
    expect(query).not.toMatch(/\b(?:AND|NOT|TO)\b/);
    expect(query.length).toBeLessThan(5_000);
  });

  test("has a bounded length whatever the phrase", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 1_000 }), (phrase) => {
        expect(namesQueryOf(phraseOf(phrase)).length).toBeLessThan(20_000);
      }),
    );
  });
});
