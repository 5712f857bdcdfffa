import * as fc from "../random.ts";
import { expect, test } from "vitest";
import { contextOf } from "../../src/api/context.ts";
import type { PlacedMention } from "../../src/api/context.ts";

const clauseText = "RECALLING the Treaty of Amity,\nwhich binds all of us";
const mention: PlacedMention = { start: 114, end: 129, clauseText, clauseStart: 100, around: 1_000 };

test.each<[string, Partial<PlacedMention>, readonly string[] | null]>([
  ["the whole clause where it is short", {}, ["RECALLING the ", "Treaty of Amity", ",\nwhich binds all of us"]],
  ["whole words only", { around: 9 }, ["the ", "Treaty of Amity", ",\nwhich"]],
  ["a word that just fits", { around: 13 }, ["the ", "Treaty of Amity", ",\nwhich binds"]],
  ["nothing around", { around: 0 }, ["", "Treaty of Amity", ""]],
  ["nothing where no word fits", { around: 3 }, ["", "Treaty of Amity", ","]],
  ["null where the text is not loaded", { clauseText: null }, null],
  ["null where only a place in words is known", { start: null, end: null }, null],
])("the words around a mention: %s", (_about, changed, expected) => {
  const context = contextOf({ ...mention, ...changed });
  expect(context && [context.before, context.words, context.after]).toEqual(expected);
});

test("what is shown stands so in the clause, and never ends within a word", () => {
  const words = fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 9 }), { minLength: 3, maxLength: 30 });
  fc.assert(
    fc.property(words, fc.nat(29), fc.nat(80), (list, index, around) => {
      const parts = list.map((word) => word.replace(/\s/g, "x"));
      const named = parts[index % parts.length] ?? "";
      const before = parts
        .slice(0, index % parts.length)
        .map((word) => `${word} `)
        .join("");
      const text = parts.join(" ");
      const found = contextOf({
        start: before.length,
        end: before.length + named.length,
        clauseText: text,
        clauseStart: 0,
        around,
      });
      expect(found?.words).toBe(named);
      expect(before.endsWith(found?.before ?? "?")).toBe(true);
      expect(["", " "]).toContain(before.slice(0, before.length - (found?.before.length ?? 0)).slice(-1));
      expect([undefined, " "]).toContain(text[before.length + named.length + (found?.after.length ?? 0)]);
    }),
  );
});
