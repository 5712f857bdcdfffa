import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { describeProblem } from "../../../ingest/problem.ts";
import { assembleRegistry } from "../../../ingest/registry/assemble.ts";
import { rules } from "../../../ingest/registry/check.ts";
import { rawRecords, type RawRecord } from "../../../ingest/registry/located.ts";
import { recordKinds, type RecordKind } from "../../../ingest/registry/records.ts";

const root = resolve(import.meta.dirname, "../../..");
const page = readFileSync(join(root, "docs/data.md"), "utf8");
const kinds = Object.keys(recordKinds) as RecordKind[];

function inData(): RawRecord[] {
  return kinds.flatMap((kind) => {
    const { path } = recordKinds[kind];
    const paths = path.endsWith(".yaml")
      ? [path]
      : readdirSync(join(root, "data", path)).map((name) => `${path}/${name}`);
    return paths.flatMap((file) => [
      ...rawRecords(kind, `data/${file}`, readFileSync(join(root, "data", file), "utf8"), !path.endsWith(".yaml"))
        .found,
    ]);
  });
}

function inPage(): RawRecord[] {
  return [...page.matchAll(/```yaml\n# data\/(\S+)\n([^]*?)```/g)].flatMap(([, path = "", text = ""]) => {
    const kind = kinds.find((candidate) => recordKinds[candidate].path === path);
    expect(kind, path).toBeDefined();
    const read = rawRecords(kind ?? "topics", `docs/data.md, ${path}`, text, false);
    expect(read.problems).toEqual([]);
    return [...read.found];
  });
}

describe("docs/data.md", () => {
  it("shows records that are right beside the real ones", () => {
    const shown = inPage();
    const idOf = ({ value }: RawRecord) => (value as { id: string }).id;
    expect(shown.map(idOf).sort()).toEqual([
      "instrument:game",
      "meeting:admm-9",
      "meeting:adsom-2025",
      "person:hishammuddin-hussein",
      "source:pioneer-game",
      "source:wikipedia-hishammuddin-hussein",
    ]);
    const replaced = new Set(shown.map(idOf));
    const rest = inData().filter((record) => !replaced.has(idOf(record)));
    const { problems } = assembleRegistry([...rest, ...shown], []);
    expect(problems.filter(({ severity }) => severity !== "note").map(describeProblem)).toEqual([]);
  });

  it("names every file of data/ and every rule", () => {
    const files = kinds
      .map((kind) => recordKinds[kind].path)
      .map((path) => (path.endsWith(".yaml") ? path : `${path}/*.yaml`));
    const unnamed = [...files, ...rules.map(({ id }) => id)].filter((word) => !page.includes(`\`${word}\``));
    expect(unnamed).toEqual([]);
  });
});
