import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../../../src/cli/main.ts";

const folder = mkdtempSync(join(tmpdir(), "adg-candidates-"));
const text =
  "The ministers welcomed the Calm Waters Hotline Network. They asked for more of the Calm Waters Hotline Network.\n";
writeFileSync(join(folder, "a.txt"), text);
writeFileSync(join(folder, "b.txt"), text.replace("ministers", "officers"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function check(...words: string[]) {
  const out: string[] = [];
  const said: string[] = [];
  const code = await run(["check", "--candidates", ...words], {
    environment: { ADG_DOCUMENTS: folder, ADG_STATE: join(folder, "state") },
    out: (line) => out.push(line),
    say: (line) => said.push(line),
    interactive: false,
    stop: new AbortController().signal,
  });
  return { code, out: out.join("\n"), said };
}

describe("adg check --candidates", () => {
  it("lists the unknown names of the corpus as entries to paste", async () => {
    const { code, out, said } = await check();
    expect([code, said]).toEqual([0, ["1 unknown name in 2 documents: correct kind and name, add a source, paste"]]);
    expect(out.split("\n")).toEqual([
      "# data/initiatives.yaml",
      "",
      expect.stringMatching(/^# 4 times: .*a\.txt@27, .*b\.txt@26$/),
      "- id: initiative:calm-waters-hotline-network",
      '  name: "Calm Waters Hotline Network"',
      "  stage: unknown",
      "  sources: []",
      "  confidence: unsourced",
      "",
    ]);
  });

  it("gives them to programs", async () => {
    const { out } = await check("--json");
    expect(JSON.parse(out)).toMatchObject([
      { id: "initiative:calm-waters-hotline-network", times: 4, places: [{}, {}] },
    ]);
  });
});
