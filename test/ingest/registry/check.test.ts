import { describe, expect, it } from "vitest";
import { rules } from "../../../ingest/registry/check.ts";
import { base, problemsWith } from "./folder.ts";

const topic = (key: string, fields: string) =>
  `- id: topic:${key}\n  ${fields}\n  sources: [source:a]\n  confidence: web page\n`;

const group = (terms: string) => `
- id: working-group:mines
  name: EWG on Mines
  field: Mines
  under: series:adsom-plus
  terms:
${terms}
  sources: [source:a]
  confidence: web page
`;

const statement = (clauses: string) => `
id: statement:adsom-plus-1
name: Statement
kind: joint_statement
meeting: meeting:adsom-plus-1
issuedBy: [series:adsom-plus]
authority: consensus
textRead: whole
sources: [source:a]
confidence: web page
clauses:
${clauses}
`;

describe("rules across records", () => {
  it("stand in one list, each with an id of its own", () => {
    expect(rules.map(({ id }) => id)).toEqual([
      "duplicate-id",
      "unknown-id",
      "alias-names-two",
      "period-order",
      "co-chair-pair",
      "clause-span",
      "sources-missing",
      "field-name",
      "in-force-before-adoption",
      "tenure-overlap",
      "tenure-gap",
      "outside-tenure",
      "before-beginning",
      "ordinal-order",
      "host-place",
    ]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    [
      "duplicate id",
      { "topics.yaml": topic("x", "name: one") + topic("x", "name: two") },
      [
        "data/topics.yaml:5: the id 'topic:x' is taken by data/topics.yaml:1: give one of the two another id, or merge them [duplicate-id]",
      ],
    ],
    [
      "two terms of one cycle",
      {
        "working-groups.yaml": group(
          "    - { cycle: 1, asean: [], plus: [] }\n    - { cycle: 1, asean: [], plus: [] }",
        ),
      },
      [
        "data/working-groups.yaml:7: the id 'term:mines-1' is taken by data/working-groups.yaml:6: give one of the two another id, or merge them [duplicate-id]",
      ],
    ],
    [
      "former id that another record has",
      { "topics.yaml": topic("x", "name: one") + topic("y", "name: two\n  sameAs: [topic:x]") },
      [
        "data/topics.yaml:7: the id 'topic:x' is taken by data/topics.yaml:1: give one of the two another id, or merge them [duplicate-id]",
      ],
    ],
    [
      "former id that is still named",
      {
        "series.yaml": `${base["series.yaml"] ?? ""}  sameAs: [series:adsom8]\n`,
        "meetings.yaml": (base["meetings.yaml"] ?? "").replace("series:adsom-plus", "series:adsom8"),
      },
      ["data/meetings.yaml:3: unknown series 'series:adsom8'. Did you mean 'series:adsom-plus'? [unknown-id]"],
    ],
    [
      "alias that names two things, in whatever case",
      { "topics.yaml": topic("x", "name: one\n  aliases: [asean]") },
      [
        "data/topics.yaml:3: 'asean' already names organisation:asean (data/organisations.yaml:2): take it out of one of the two, or write it under sharedAliases of both [alias-names-two]",
      ],
    ],
    [
      "alias that both declare as shared",
      {
        "topics.yaml":
          topic("x", "name: one\n  sharedAliases: [MINDEF]") + topic("y", "name: two\n  sharedAliases: [MINDEF]"),
      },
      [],
    ],
    [
      "alias that one declares as shared and the other does not",
      {
        "topics.yaml":
          topic("x", "name: one\n  sharedAliases: [MINDEF]") + topic("y", "name: two\n  aliases: [MINDEF]"),
      },
      [
        "data/topics.yaml:8: 'MINDEF' already names topic:x (data/topics.yaml:3): take it out of one of the two, or write it under sharedAliases of both [alias-names-two]",
      ],
    ],
    ["alias that repeats the record's own name", { "topics.yaml": topic("x", "name: one\n  aliases: [One]") }, []],
    [
      "period that ends before it begins",
      { "meetings.yaml": `${base["meetings.yaml"] ?? ""}  heldUntil: "2011-03-31"\n` },
      [
        "data/meetings.yaml:9: 'heldUntil' (2011-03-31) lies before 'heldOn' (2011-04): correct one of them [period-order]",
      ],
    ],
    [
      "period whose partial dates may be in order",
      { "meetings.yaml": `${base["meetings.yaml"] ?? ""}  heldUntil: "2011"\n` },
      [],
    ],
    [
      "co-chairs on the wrong sides",
      {
        "working-groups.yaml": group(
          "    - { cycle: 1, from: '2011', to: '2013', asean: [country:au], plus: [country:my] }",
        ),
      },
      [
        "data/working-groups.yaml:6: country:au was not an ASEAN member in cycle 1: correct the country, the side or its memberships [co-chair-pair]",
        "data/working-groups.yaml:6: country:my was not a Plus country in cycle 1: correct the country, the side or its memberships [co-chair-pair]",
      ],
    ],
    [
      "co-chair who joined later",
      { "working-groups.yaml": group("    - { cycle: 1, from: '1960', to: '1963', asean: [country:my], plus: [] }") },
      [
        "data/working-groups.yaml:6: country:my was not an ASEAN member in cycle 1: correct the country, the side or its memberships [co-chair-pair]",
      ],
    ],
    [
      "two co-chairs on one side",
      { "working-groups.yaml": group("    - { cycle: 1, asean: [country:my, country:my], plus: [country:au] }") },
      ["data/working-groups.yaml:6: cycle 1 has 2 co-chairs on the asean side: leave one [co-chair-pair]"],
    ],
    [
      "a right pair, and one that is not known",
      {
        "working-groups.yaml": group(
          "    - { cycle: 1, from: '2011', to: '2013', asean: [country:my], plus: [country:au] }\n    - { cycle: 2, asean: [], plus: [] }",
        ),
      },
      [],
    ],
    [
      "clauses out of order",
      {
        "statements/a.yaml": statement(
          "  - { part: other, role: title, start: 5, end: 9, summary: a }\n  - { part: other, role: title, start: 8, end: 12, summary: b }",
        ),
      },
      [
        "data/statements/a.yaml:12: the clause starts before the one above it ends (9): correct the offsets [clause-span]",
      ],
    ],
    [
      "mention outside its clause, and of the wrong length",
      {
        "statements/a.yaml": statement(
          "  - part: other\n    role: title\n    start: 5\n    end: 12\n    summary: a\n    mentions:\n      - { mentions: country:my, surface: Malaysia, start: 5, end: 13 }\n      - { mentions: country:au, surface: AU, start: 5, end: 8 }",
        ),
      },
      [
        "data/statements/a.yaml:17: 'Malaysia' lies outside its clause (5 to 12) [clause-span]",
        "data/statements/a.yaml:18: 'AU' has 2 characters, its span has 3 [clause-span]",
      ],
    ],
    [
      "no source, and not said to be recalled",
      { "topics.yaml": "- id: topic:x\n  name: x\n  sources: []\n  confidence: document\n" },
      ["data/topics.yaml:3: topic:x names no source: add one, or write confidence: unsourced [sources-missing]"],
    ],
    [
      "recalled, and said so",
      { "topics.yaml": "- id: topic:x\n  name: x\n  sources: []\n  confidence: unsourced\n" },
      [],
    ],
    [
      "fields that are none",
      { "topics.yaml": topic("x", "name: x\n  unsourced: [nane]\n  fieldSources: { heldOn: [source:a] }") },
      [
        "data/topics.yaml:4: 'heldOn' is no field of this kind. Write the field's name [field-name]",
        "data/topics.yaml:3: 'nane' is no field of this kind. Did you mean 'name'? [field-name]",
      ],
    ],
    [
      "a recalled value of no field, and one that is no date",
      {
        "topics.yaml": `${topic("x", 'name: x\n  recalled: { heldOn: "2013-05-07" }')}${topic("y", "name: y\n  recalled: { heldOn: in May }")}`,
      },
      [
        "data/topics.yaml:8: a date that is recalled is written as all dates are: 2013, 2013-06 or 2013-06-18, in quotes [bad-date]",
        "data/topics.yaml:3: 'heldOn' is no field of this kind. Write the field's name [field-name]",
      ],
    ],
    [
      "a dispute about neither a field nor a matter, and a matter in one word",
      {
        "topics.yaml": `${topic("x", "name: x\n  disputed: [{ values: [{ value: a, sources: [] }, { value: b, sources: [] }] }]")}${topic("y", "name: y\n  disputed: [{ matter: size, values: [{ value: a, sources: [] }, { value: b, sources: [] }] }]")}`,
      },
      [
        "data/topics.yaml:3: a dispute names either the 'field' that it is about or, where the model has none, the 'matter' [wrong-value]",
        "data/topics.yaml:8: 'disputed[1].matter': write the matter in two words or more: number of participants [wrong-value]",
      ],
    ],
  ])("%s", (_, files, expected) => {
    expect(problemsWith(files)).toEqual(expected);
  });
});
