import * as fc from "../../random.ts";
import { describe, expect, it } from "vitest";
import { idsOfForm, namesAt, nameIndexOf } from "../../../ingest/mentions/name-index.ts";
import { tokenise, wordAt, wordKey } from "../../../ingest/mentions/tokens.ts";
import { mayHave, printSetOf } from "../../../ingest/mentions/print-set.ts";
import { namesIn } from "../../../ingest/mentions/search.ts";
import { registryOfNames } from "./names.ts";

const index = nameIndexOf(
  registryOfNames(
    "organisation:asean|ASEAN",
    "organisation:un|United Nations|UN",
    "series:admm|ADMM|ASEAN Defence Ministers' Meeting",
    "series:admm-plus|ADMM-Plus|ADMM+|ASEAN Defence Ministers' Meeting-Plus",
    "group:ewgs|EWGs",
    "group:dp|Dialogue Partners",
    "instrument:un-charter|United Nations Charter",
    "instrument:seanwfz|Treaty on the Southeast Asia Nuclear-Weapon-Free Zone",
    "instrument:coc|Code of Conduct",
    "instrument:oaor|One ASEAN, One Response",
    "concept:law|international law",
    "country:my|Malaysia",
    "country:us|U.S.",
    "country:sg|Singapore",
    "place:singapore|Singapore (city)",
    "person:halbi|Halbi bin Haji Mohd Yussof",
    "person:giang|Phan Van Giang",
    "concept:chair|Malaysia's Chairmanship|Chairmanship",
    "organisation:mod-a|MOD",
    "organisation:mod-b|MOD",
  ),
);

/** Names found from left to right, the longest at each place. */
function names(text: string): string[] {
  const tokens = tokenise(text);
  const found: string[] = [];
  for (let at = 0; at < tokens.count;) {
    const hit = namesAt(index, tokens, at, text.length).at(-1);
    if (hit) found.push(`${text.slice(hit.start, hit.end)} = ${hit.ids.join(" ")}`);
    at = hit?.next ?? at + 1;
  }
  return found;
}

describe("namesAt", () => {
  it.each<[string, string[]]>([
    ["the ADMM-Plus and the ADMM", ["ADMM-Plus = series:admm-plus", "ADMM = series:admm"]],
    ["ADMM Plus, ADMM+ and ADMM", ["ADMM Plus = series:admm-plus", "ADMM+ = series:admm-plus", "ADMM = series:admm"]],
    ["ASEAN Defence Ministers’ Meeting Plus", ["ASEAN Defence Ministers’ Meeting Plus = series:admm-plus"]],
    ["ASEAN DEFENCE MINISTERS MEETING", ["ASEAN DEFENCE MINISTERS MEETING = series:admm"]],
    ["ASEAN Defense Minister's Meeting", ["ASEAN Defense Minister's Meeting = series:admm"]],
    ["United Nations (UN) Charter", ["United Nations (UN) Charter = instrument:un-charter"]],
    ["United Nations (in New York) Charter", ["United Nations = organisation:un"]],
    ["Southeast Asia Nuclear-Weapon-Free Zone", []],
    [
      "Treaty on the Southeast Asia Nuclear Weapon Free Zone",
      ["Treaty on the Southeast Asia Nuclear Weapon Free Zone = instrument:seanwfz"],
    ],
    ["International Law", ["International Law = concept:law"]],
    ["dialogue partners and a dialogue partner", ["dialogue partners = group:dp", "dialogue partner = group:dp"]],
    ["a code of conduct, the Code of Conduct", ["Code of Conduct = instrument:coc"]],
    ["MALAYSIA and malaysia", ["MALAYSIA = country:my"]],
    ["EWGs and EWG", ["EWGs = group:ewgs"]],
    ["the U.S. and us", ["U.S. = country:us"]],
    ["One ASEAN, One Response", ["One ASEAN, One Response = instrument:oaor"]],
    ["Singapore", ["Singapore = country:sg"]],
    [
      "Halbi bin Haji Mohammad Yussof, Halbi Mohd Yussof",
      ["Halbi bin Haji Mohammad Yussof = person:halbi", "Halbi Mohd Yussof = person:halbi"],
    ],
    ["Phan Văn Giang", ["Phan Văn Giang = person:giang"]],
    ["Malaysia's Chairmanship", ["Malaysia = country:my", "Chairmanship = concept:chair"]],
    ["MOD", ["MOD = organisation:mod-a organisation:mod-b"]],
    ["admm", []],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it("ends where the clause ends", () => {
    const tokens = tokenise("ASEAN Defence Ministers' Meeting");
    expect(namesAt(index, tokens, 0, 10).map(({ ids }) => ids)).toEqual([["organisation:asean"]]);
  });
});

describe("idsOfForm", () => {
  it.each<[string, string[]]>([
    ["ADMM-Plus", ["series:admm-plus"]],
    ["ADMM-Plus countries", []],
    ["", []],
  ])("%s", (form, ids) => {
    expect(idsOfForm(index, form)).toEqual(ids);
  });
});

describe("tokenise", () => {
  it("gives words in order, each where it stands", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const tokens = tokenise(text);
        let end = 0;
        for (let at = 0; at < tokens.count; at++) {
          expect(tokens.starts[at]).toBeGreaterThanOrEqual(end);
          end = tokens.ends[at] ?? 0;
          expect(wordAt(tokens, at)).not.toMatch(/[\s.,;()]/);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each([
    ["Ministers", "minister"],
    ["countries", "country"],
    ["EWGs", "ewgs"],
    ["organized", "organised"],
    ["Defense", "defence"],
    ["Văn", "van"],
    ["process", "process"],
  ])("compares %s as %s", (word, key) => {
    expect(wordKey(word)).toBe(key);
  });
});

const word = fc.oneof(
  fc.constantFrom("ASEAN", "Center", "centres", "Defense", "ORGANISED", "organized", "EWGs", "countries", "Văn", "Đức"),
  fc.constantFrom("Programs", "MOHD", "harbours", "ﬁeld", "мир", "Straße", "İstanbul", "zone", "sones", "bin", "class"),
  fc.string({ unit: fc.constantFrom(..."a b e s y z S Y Z é đ 9".split(" ")), minLength: 1, maxLength: 6 }),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 }),
);

describe("printSetOf", () => {
  it("has every way to write its words", () => {
    fc.assert(
      fc.property(word, (text) => {
        const tokens = tokenise(text);
        for (let at = 0; at < tokens.count; at++) {
          const set = printSetOf([wordKey(wordAt(tokens, at))]);
          expect(mayHave(set, tokens.prints[at] ?? 0)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("has hardly any other word", () => {
    const set = printSetOf(["asean", "centre", "country"]);
    const tokens = tokenise("Asia center countries the Ministers met on nuclear weapons in Bangkok on 5 May ásean");
    const had = Array.from({ length: tokens.count }, (_, at) => at).filter((at) =>
      mayHave(set, tokens.prints[at] ?? 0),
    );
    expect(had.map((at) => wordAt(tokens, at))).toEqual(["center", "countries", "ásean"]);
  });
});

describe("namesIn", () => {
  const part = fc.constantFrom("Abe", "abes", "ABE", "Bec", "becs", "Cy", "cies", "Cies", "zoné", "Soné", "д");
  const name = fc.array(part, { minLength: 2, maxLength: 4 }).map((words) => words.join(" "));

  /** The longest names from left to right, each tried at each word. */
  function tried(forms: readonly string[], text: string): string[] {
    const keysOf = (words: string) => words.split(/[ -]/).map(wordKey);
    const words = [...text.matchAll(/[^ -]+/g)];
    const found: string[] = [];
    for (let at = 0; at < words.length;) {
      // The second half of a compound begins no name.
      const compound = text[(words[at]?.index ?? 0) - 1] === "-";
      const fitting = (compound ? [] : forms).map(keysOf).filter((keys) => {
        const surface = words.slice(at, at + keys.length).map(([written]) => written);
        const capital =
          /\p{Lu}/u.test(surface.join(" ")) ||
          forms.some((form) => !/\p{Lu}/u.test(form) && keysOf(form).join() === keys.join());
        return capital && surface.map(wordKey).join() === keys.join();
      });
      const longest = Math.max(0, ...fitting.map(({ length }) => length));
      const [first, last] = [words[at], words[at + longest - 1]];
      if (longest > 0 && first && last) found.push(text.slice(first.index, last.index + last[0].length));
      at += Math.max(1, longest);
    }
    return found;
  }

  it("finds what a search without an index finds", () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), fc.array(part, { maxLength: 30 }), (forms, words) => {
        const text = words
          .map((each, at) => each + (at % 7 === 3 ? "-" : " "))
          .join("")
          .slice(0, -1);
        const made = nameIndexOf(registryOfNames(...forms.map((form, at) => `organisation:o${at}|${form}`)));
        const hits = namesIn(made, tokenise(text), { start: 0, end: text.length });
        expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual(tried(forms, text));
      }),
    );
  });
});
