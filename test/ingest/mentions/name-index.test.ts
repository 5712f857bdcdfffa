import * as fc from "../../random.ts";
import { describe, expect, it } from "vitest";
import { idsOfForm, namesAt, nameIndexOf } from "../../../ingest/mentions/name-index.ts";
import { tokenise, wordAt, wordKey } from "../../../ingest/mentions/tokens.ts";
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
