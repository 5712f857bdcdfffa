import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExtractOutput } from "../../../ingest/index.ts";
import { registerExtract } from "../../../src/cli/extract.ts";
import { readConfig } from "../../../src/config.ts";

const data = join(resolve(import.meta.dirname, "../../.."), "data");
const raw = [
  "Joint Statement on Harbours",
  "The 12th ADMM-Plus convened in Kuala Lumpur, Malaysia, on 1 November 2025;",
  "RECALLING the Treaty of Amity and Cooperation in Southeast Asia (TAC);",
  "WE HEREBY COMMIT TO:",
  "1. PROMOTE quiet, in accordance with the ASEAN Charter.",
].join("\n");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "adg-extract-"));
  writeFileSync(join(folder, "a.txt"), raw);
  writeFileSync(join(folder, "empty.txt"), "");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run(...words: string[]) {
  const out: string[] = [];
  const said: string[] = [];
  let code = 0;
  const program = new Command().exitOverride();
  registerExtract(program, {
    config: () => readConfig({ ADG_DATA: data }),
    out: (text) => out.push(text),
    say: (text) => said.push(text),
    interactive: false,
    foundSomething: () => (code = 1),
    stop: new AbortController().signal,
  });
  await program.parseAsync(["extract", ...words], { from: "user" });
  return { out, said, code };
}

describe("adg extract", () => {
  it("prints one JSON object with clauses, mentions and definitions", async () => {
    const file = join(folder, "a.txt");
    const { out, said, code } = await run(file, "--json");
    const output = JSON.parse(out.join("")) as ExtractOutput;
    expect([said, code]).toEqual([[], 0]);
    expect(Object.keys(output)).toEqual(["document", "clauses", "mentions", "definitions", "candidates", "problems"]);
    expect(output.document).toMatchObject({
      file,
      format: "text",
      kind: "joint_statement",
      title: "Joint Statement on Harbours",
      series: "series:admm-plus",
      ordinal: 12,
      meeting: "meeting:admm-plus-12",
      date: "2025-11-01",
      city: "Kuala Lumpur",
      country: "country:my",
    });
    expect(output.clauses.map(({ id, role, number, lead }) => [id, role, number, lead])).toEqual([
      ["clause:admm-plus-12/other-1", "title", null, null],
      ["clause:admm-plus-12/pre-1", "opening", null, null],
      ["clause:admm-plus-12/pre-2", "clause", null, "RECALLING"],
      ["clause:admm-plus-12/other-2", "enacting_formula", null, null],
      ["clause:admm-plus-12/op-1", "clause", "1.", "PROMOTE"],
    ]);
    const start = raw.indexOf("Treaty");
    expect(output.mentions.find(({ id }) => id === "instrument:tac")).toEqual({
      id: "instrument:tac",
      surface: "Treaty of Amity and Cooperation in Southeast Asia (TAC)",
      start,
      end: start + 55,
      clause: "clause:admm-plus-12/pre-2",
      rule: "registry-name",
      verb: "RECALLING",
      manner: "recall",
      role: "object",
    });
    expect(output.mentions.find(({ id }) => id === "instrument:asean-charter")).toMatchObject({ role: "standard" });
    expect(output.definitions).toMatchObject([{ short: "TAC", id: "instrument:tac" }]);
  });

  it("prints tables for people", async () => {
    const { out } = await run(join(folder, "a.txt"));
    const text = out.join("");
    expect(text).toMatch(/^DOCUMENT\n/);
    expect(text).toMatch(/\nMENTIONS\n[\s\S]*pre-2 +instrument:tac/);
  });

  it.each([
    ["none.txt", "missing-file"],
    ["empty.txt", "empty-file"],
    ["", "is-a-folder"],
  ])("names what is wrong with '%s' and exits with 1: %s", async (name, rule) => {
    const { out, said, code } = await run(join(folder, name));
    expect(out).toEqual([]);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`[${rule}]`);
    expect(code).toBe(1);
  });
});
