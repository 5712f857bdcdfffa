import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { registerCheck } from "../../../src/cli/check.ts";
import { readConfig } from "../../../src/config.ts";

const data = join(resolve(import.meta.dirname, "../../.."), "data");

async function check(folder: string, ...words: string[]) {
  const out: string[] = [];
  const said: string[] = [];
  let code = 0;
  const program = new Command().exitOverride();
  registerCheck(program, {
    config: () => readConfig({ ADG_DATA: folder }),
    out: (text) => out.push(text),
    say: (text) => said.push(text),
    interactive: false,
    foundSomething: () => (code = 1),
    stop: new AbortController().signal,
  });
  await program.parseAsync(["check", ...words], { from: "user" });
  return { out, said, code };
}

async function withFault<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(mkdtempSync(join(tmpdir(), "adg-check-")), "data");
  try {
    cpSync(data, folder, { recursive: true });
    const file = join(folder, "topics.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("confidence: document", "confidence: certain"));
    return await act(folder);
  } finally {
    rmSync(join(folder, ".."), { recursive: true });
  }
}

describe("adg check", () => {
  it("finds nothing wrong with the data of the project: exit code 0", async () => {
    const { out, said, code } = await check(data);
    expect([out, code]).toEqual([[], 0]);
    expect(said.at(-1)).toMatch(/^\d+ records and 0 documents read: nothing wrong$/);
    expect(said[0]).toMatch(/^rules that fired, notes included: .*text-not-read \d+.*; that did not: .*duplicate-id/);
  });

  it("prints a line a finding and exits with 1", async () => {
    const { out, said, code } = await withFault((folder) => check(folder));
    expect(out).toEqual([
      "data/topics.yaml:8: 'confidence' is 'certain': write one of document, web page, unsourced [wrong-value]",
    ]);
    expect(said.at(-1)).toMatch(/^\d+ records and 0 documents read: 1 finding, see docs\/data\.md$/);
    expect(code).toBe(1);
  });

  it("prints findings and counts as JSON", async () => {
    const { out, code } = await withFault((folder) => check(folder, "--json"));
    const report = JSON.parse(out.join("")) as {
      rules: unknown;
      records: { topics: number };
      problems: { line: number }[];
    };
    expect(report.rules).toMatchObject({ "wrong-value": 1, "duplicate-id": 0 });
    expect(report.records.topics).toBe(3);
    expect(report.problems.map(({ line }) => line)).toEqual([8]);
    expect(code).toBe(1);
  });
});
