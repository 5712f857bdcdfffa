import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeProblem } from "../../../ingest/problem.ts";
import { readRegistry } from "../../../ingest/registry/read.ts";
import { problemsWith, readWith } from "./folder.ts";

const meeting = (fields: string) => `
- id: meeting:adsom-plus-1
  name: 1st ADSOM-Plus
  ${fields}
  sources: [source:a]
  confidence: web page
`;

describe("a broken file is named with line and remedy", () => {
  it.each<[string, Record<string, string | Uint8Array | null>, string[]]>([
    ["nothing wrong", {}, []],
    [
      "a file is missing",
      { "topics.yaml": null },
      ["data/topics.yaml:1: the file is missing: restore it, or write [] into it [missing-file]"],
    ],
    [
      "an empty file",
      { "topics.yaml": "" },
      ["data/topics.yaml:1: the file is empty: write records into it, or [] where there are none [empty-file]"],
    ],
    [
      "only a comment",
      { "topics.yaml": "# nothing yet\n" },
      ["data/topics.yaml:1: the file is empty: write records into it, or [] where there are none [empty-file]"],
    ],
    [
      "not UTF-8",
      { "topics.yaml": new Uint8Array([0x2d, 0x20, 0xff, 0xfe]) },
      ["data/topics.yaml:1: the file is not UTF-8: save it as UTF-8 [unreadable-file]"],
    ],
    [
      "no list",
      { "topics.yaml": "id: topic:x\n" },
      ["data/topics.yaml:1: the file must hold a list of records, each starting with '- id:' [wrong-type]"],
    ],
    [
      "malformed YAML",
      { "topics.yaml": "- id: topic:x\n  name: [one, two\n  sources: []\n" },
      [
        "data/topics.yaml:3: Flow sequence in block collection must be sufficiently indented and end with a ]: nothing of this file was read, mend it here [bad-yaml]",
      ],
    ],
    [
      "a key twice",
      { "topics.yaml": "- id: topic:x\n  name: one\n  name: two\n" },
      ["data/topics.yaml:3: Map keys must be unique: nothing of this file was read, mend it here [bad-yaml]"],
    ],
    [
      "a bomb of YAML aliases",
      { "topics.yaml": `- &a [${"x,".repeat(20)}]\n- &b [${"*a,".repeat(20)}]\n- [${"*b,".repeat(20)}]\n` },
      ["data/topics.yaml:1: Excessive alias count indicates a resource exhaustion attack: write it out [bad-yaml]"],
    ],
    [
      "a file of another name",
      { "meeting.yaml": "[]\n" },
      [
        "data/meeting.yaml:1: no kind of record stands in a file of this name, it was not read. Did you mean 'meetings.yaml'? [unknown-file]",
      ],
    ],
  ])("%s", (_, files, expected) => {
    expect(problemsWith(files)).toEqual(expected);
  });

  it("a folder that is not there", () => {
    const folder = mkdtempSync(join(tmpdir(), "adg-data-"));
    const { registry, problems } = readRegistry(join(folder, "data"));
    rmSync(folder, { recursive: true });
    expect(problems.map(describeProblem)).toEqual([
      "data:1: there is no such folder: name the data folder [missing-file]",
    ]);
    expect(registry.names).toEqual([]);
  });

  it("an empty folder, file by file", () => {
    const folder = mkdtempSync(join(tmpdir(), "adg-data-"));
    const { problems } = readRegistry(folder);
    rmSync(folder, { recursive: true });
    expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(["missing-file"]));
    expect(problems.length).toBe(15);
  });

  it("a folder where a file must stand, and a link that leads nowhere", () => {
    const folder = join(mkdtempSync(join(tmpdir(), "adg-data-")), "data");
    mkdirSync(join(folder, "topics.yaml"), { recursive: true });
    symlinkSync("nowhere", join(folder, "places.yaml"));
    const lines = readRegistry(folder).problems.map(describeProblem);
    rmSync(join(folder, ".."), { recursive: true });
    expect(lines.filter((line) => /topics|places/.test(line))).toEqual([
      "data/topics.yaml:1: this is a folder: a file of records must stand here [unreadable-file]",
      "data/places.yaml:1: the file is missing: restore it, or write [] into it [missing-file]",
    ]);
  });
});

describe("a broken record is named with line and remedy", () => {
  it.each<[string, string, string]>([
    [
      "an unknown id that is no id",
      "series: adsom+\n  outcome: unknown",
      "data/meetings.yaml:3: unknown series 'adsom+'. Did you mean 'series:adsom-plus'? [unknown-id]",
    ],
    [
      "an unknown id",
      "series: series:adsom-plsu\n  outcome: unknown",
      "data/meetings.yaml:3: unknown series 'series:adsom-plsu'. Did you mean 'series:adsom-plus'? [unknown-id]",
    ],
    [
      "an unknown id that is like no other",
      "series: series:zzzzzz\n  outcome: unknown",
      "data/meetings.yaml:3: unknown series 'series:zzzzzz'. Add its record, or correct the id [unknown-id]",
    ],
    [
      "an id of another kind",
      "series: country:my\n  outcome: unknown",
      "data/meetings.yaml:3: unknown series 'country:my'. Add its record, or correct the id [unknown-id]",
    ],
    [
      "a date that is none",
      'series: series:adsom-plus\n  heldOn: "2013-02-30"\n  outcome: unknown',
      "data/meetings.yaml:4: '2013-02-30' is no date: write 2013, 2013-06 or 2013-06-18, in quotes [bad-date]",
    ],
    [
      "a year without quotes",
      "series: series:adsom-plus\n  heldOn: 2013\n  outcome: unknown",
      "data/meetings.yaml:4: 'heldOn' is the number 2013: put it in quotes [wrong-type]",
    ],
    [
      "a missing field",
      "series: series:adsom-plus",
      "data/meetings.yaml:1: the field 'outcome' is missing: add it, one of adopted, chair-only, not-agreed, none-planned, unknown [missing-field]",
    ],
    [
      "an unknown field",
      "series: series:adsom-plus\n  outcome: unknown\n  heldOm: '2013'",
      "data/meetings.yaml:5: unknown field 'heldOm'. Did you mean 'heldOn'? [unknown-field]",
    ],
    [
      "a value that is not allowed",
      "series: series:adsom-plus\n  outcome: agreed",
      "data/meetings.yaml:4: 'outcome' is 'agreed': write one of adopted, chair-only, not-agreed, none-planned, unknown [wrong-value]",
    ],
    [
      "one item for a list",
      "series: series:adsom-plus\n  outcome: unknown\n  places: place:x",
      "data/meetings.yaml:5: 'places' must be a list [wrong-type]",
    ],
    [
      "a fault inside an item of a list",
      "series: series:adsom-plus\n  outcome: unknown\n  attended:\n    - who: country:my\n    - { who: country:au, level: king }",
      "data/meetings.yaml:7: 'attended[2].level' is 'king': write one of minister, acting, deputy, envoy, official [wrong-value]",
    ],
    [
      "a fault inside one of two forms",
      "series: series:adsom-plus\n  outcome: unknown\n  fieldSources:\n    heldOn: [{ source: source:a, place: 3 }]",
      "data/meetings.yaml:6: the field 'fieldSources.heldOn[1].locator' is missing: add it, text [missing-field]",
    ],
  ])("%s", (_, fields, expected) => {
    expect(problemsWith({ "meetings.yaml": meeting(fields) })[0]).toBe(expected);
  });

  it("an id of its own that is none", () => {
    expect(
      problemsWith({ "topics.yaml": "- id: hadr\n  name: HADR\n  sources: []\n  confidence: unsourced\n" }),
    ).toEqual(["data/topics.yaml:1: 'hadr' is no id of the form topic:key [bad-id]"]);
  });

  it("a record that is no record", () => {
    expect(problemsWith({ "topics.yaml": "- hadr\n" })).toEqual([
      "data/topics.yaml:1: 'record' must be fields of its own [wrong-type]",
    ]);
  });
});

describe("the rest is read", () => {
  const two = `
- id: meeting:adsom-plus-1
  name: 1st ADSOM-Plus
  series: series:adsom-plus
  outcome: agreed
  sources: [source:a]
  confidence: web page

- id: meeting:adsom-plus-2
  name: 2nd ADSOM-Plus
  series: series:adsom-plus
  outcome: unknown
  precededBy: meeting:adsom-plus-1
  sources: [source:a]
  confidence: web page
`;

  it("without the broken record, and without the edge to it", () => {
    const { registry, problems } = readWith({ "meetings.yaml": two });
    expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["wrong-value", "error"],
      ["left-out", "warning"],
    ]);
    expect(problems[1]?.message).toBe("meeting:adsom-plus-1 is left out, so it is missing here: mend that record");
    expect(problems[1]?.line).toBe(12);
    expect(registry.records.meetings.map((record) => [record.id, record.precededBy])).toEqual([
      ["meeting:adsom-plus-2", undefined],
    ]);
  });

  it("without what cannot stand without it", () => {
    const { registry, problems } = readWith({ "series.yaml": "- id: series:adsom-plus\n  name: x\n" });
    expect(registry.records.meetings).toEqual([]);
    expect(registry.records.countries.map(({ id, participations }) => [id, participations])).toEqual([
      ["country:au", []],
      ["country:my", undefined],
    ]);
    expect(problems.filter(({ rule }) => rule === "left-out").map(({ message }) => message)).toEqual([
      "series:adsom-plus is left out, so it is missing here and in 1 other record: mend that record",
      "meeting:adsom-plus-1 is left out too, it cannot stand without series:adsom-plus: mend that record",
    ]);
  });

  it("does not call ids unknown that stand in a file which cannot be parsed", () => {
    const { problems } = readWith({ "sources.yaml": "- id: source:a\n  publisher: [\n" });
    expect(problems.map(({ rule }) => rule)).toEqual(["bad-yaml", "left-out"]);
  });
});
