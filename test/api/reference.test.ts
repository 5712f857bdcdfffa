import { describe, expect, test } from "vitest";
import { addressOf, dayInWords, footnoteOf, pageOf } from "../../src/api/reference.ts";
import type { CitedText, Reference } from "../../src/api/reference.ts";

const text: CitedText = {
  id: "statement:s-plus-12",
  name: "Joint Statement by the Ministers of S-Plus",
  kind: "joint_statement",
  issuedOn: "2025-11-01",
  series: "S-Plus",
  place: "Kuala Lumpur",
  publisher: null,
};
const release: CitedText = {
  id: "report:r",
  name: "A visit",
  kind: "press_release",
  issuedOn: "2025-02",
  series: null,
  place: null,
  publisher: "Ministry of Defence, Malaysia",
};
const plain = {
  id: "clause:s-plus-12/op-8",
  part: "operative",
  role: "clause",
  position: 8,
  number: null,
  itemOf: null,
};

function clause(changed: Partial<NonNullable<Reference["clause"]>>): Reference {
  return { text, clause: { ...plain, ...changed }, locator: null };
}

function whole(changed: Partial<CitedText>): Reference {
  return { text: { ...text, ...changed }, clause: null, locator: null };
}

const title = "S-Plus Joint Statement, Kuala Lumpur, 1 November 2025";

describe("a footnote", () => {
  test.each<[string, Reference, string]>([
    ["a clause by its position", clause({}), `${title}, operative clause 8`],
    ["a clause by its printed number", clause({ number: "12." }), `${title}, operative clause 12`],
    ["a preambular clause", clause({ part: "preambular", position: 2 }), `${title}, preambular clause 2`],
    ["the opening", clause({ part: "preambular", role: "opening", position: 1 }), `${title}, opening`],
    [
      "an item of a clause",
      clause({ part: "operative", number: "(b)", itemOf: { ...plain, position: 3 } }),
      `${title}, operative clause 3, item b`,
    ],
    [
      "an item without a number",
      clause({ part: "other", role: "list_item", position: 9, itemOf: plain }),
      `${title}, passage 9`,
    ],
    ["what a text has once", clause({ part: "other", role: "date_line", position: 2 }), `${title}, date line`],
    [
      "a numbered paragraph",
      clause({ part: "other", role: "paragraph", position: 5, number: "3." }),
      `${title}, paragraph 3`,
    ],
    ["any other passage", clause({ part: "other", role: "paragraph", position: 5 }), `${title}, passage 5`],
    ["a place in words", { text, clause: null, locator: "paragraph 4" }, `${title}, paragraph 4`],
    [
      "what is known from a report only",
      { text, clause: null, locator: "paragraph 4", reportedBy: "News" },
      `${title}, paragraph 4, as reported by News`,
    ],
    [
      "what somebody without a name reports",
      { text, clause: null, locator: "not stated", reportedBy: "Agency not named in the text" },
      `${title}, as reported`,
    ],
    ["a place that nobody states", { text, clause: null, locator: "not stated" }, title],
    ["a text as a whole", whole({}), title],
    ["a text that is not the main one", whole({ series: null }), `${text.name}, Kuala Lumpur, 1 November 2025`],
    [
      "a main text whose title says something else",
      whole({ name: "Joint Press Release" }),
      "Joint Press Release, Kuala Lumpur, 1 November 2025",
    ],
    [
      "a chair's statement, whatever its apostrophe",
      whole({ kind: "chairmans_statement", name: "Chairman’s Statement of S", issuedOn: "2015-11" }),
      "S-Plus Chairman's Statement, Kuala Lumpur, November 2015",
    ],
    [
      "a place told apart by an addition",
      whole({ place: "Singapore (city)" }),
      "S-Plus Joint Statement, Singapore, 1 November 2025",
    ],
    ["no place", whole({ place: null }), "S-Plus Joint Statement, 1 November 2025"],
    ["no day", whole({ issuedOn: null }), "S-Plus Joint Statement, Kuala Lumpur, undated"],
    [
      "a report",
      { text: release, clause: null, locator: null },
      "Ministry of Defence, Malaysia, “A visit”, press release, February 2025",
    ],
    [
      "a report that names no publisher and has no title",
      { text: { ...release, name: "[A visit]", publisher: "Not named in the text" }, clause: null, locator: null },
      "[A visit], press release, February 2025",
    ],
  ])("of %s", (_about, reference, expected) => {
    expect(footnoteOf(reference)).toBe(expected);
  });

  test.each([
    ["2025-11-01", "1 November 2025"],
    ["2025-11", "November 2025"],
    ["2025", "2025"],
    [null, "undated"],
  ])("says %s as %s", (date, words) => {
    expect(dayInWords(date)).toBe(words);
  });
});

describe("an address", () => {
  test.each<[string, string, string]>([
    ["a path", addressOf("", clause({})), "/statement/s-plus-12#op-8"],
    [
      "below the public address",
      addressOf("https://x.example/adg", clause({})),
      "https://x.example/adg/statement/s-plus-12#op-8",
    ],
    ["of a text", addressOf("", whole({})), "/statement/s-plus-12"],
    ["of a report", addressOf("", { text: release, clause: null }), "/report/r"],
    ["of anything else", pageOf("", "working-group:cyber-security"), "/working-group/cyber-security"],
  ])("%s", (_about, address, expected) => {
    expect(address).toBe(expected);
  });
});
