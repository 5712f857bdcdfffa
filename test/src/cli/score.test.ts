import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../../../src/cli/main.ts";

const folder = mkdtempSync(join(tmpdir(), "adg-score-"));
const marked = (id: string) => `---
kind: background_page
title: About the TAC
---
⟦other title⟧About the ⟨${id}|TAC⟩⟦/⟧

⟦other paragraph⟧The treaty has been signed by many, and is often recalled by those who meet in the region each year.⟦/⟧
`;

mkdirSync(join(folder, "apart"));
writeFileSync(join(folder, "one.marked.txt"), marked("instrument:tac"));
writeFileSync(join(folder, "apart", "two.marked.txt"), marked("instrument:aoip"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function score(...words: string[]) {
  const out: string[] = [];
  const said: string[] = [];
  const code = await run(["score", ...words], {
    environment: {},
    out: (text) => out.push(text),
    say: (text) => said.push(text),
    interactive: false,
    stop: new AbortController().signal,
  });
  return { code, out: out.join("\n"), said: said.join("\n") };
}

describe("adg score", () => {
  it("scores a folder, and its sub-folders apart by figures alone", async () => {
    const { code, out } = await score(folder);
    expect(code).toBe(0);
    const heads = out.split("\n").filter((line) => line.includes("document;"));
    expect(heads.map((line) => line.replace(/^\S*\//, ""))).toEqual([
      `${folder.split("/").at(-1)}: 1 document; 0.0 false unknown names a document`.replace(/^.*\//, ""),
      "apart: 1 document; 0.0 false unknown names a document",
    ]);
    expect(out).not.toContain("worst first");
  });

  it("leaves the sub-folders out when told so, and lists the misses of one that is named", async () => {
    expect((await score(folder, "--no-folders")).out).not.toContain("apart");
    expect((await score(join(folder, "apart"))).out).toContain(
      "  instruments: two.txt:10-13 'TAC': expected instrument:aoip, found instrument:tac [registry-name]",
    );
  });

  it("compares with a score of before", async () => {
    const before = join(folder, "before.json");
    writeFileSync(before, (await score(join(folder, "apart"), "--json")).out);
    writeFileSync(join(folder, "apart", "two.marked.txt"), marked("instrument:tac"));
    expect((await score(join(folder, "apart"), "--against", before)).out.split("\n")).toEqual([
      `${folder.split("/").at(-1) ?? ""}/apart: 1 gained, 0 lost`,
      "+ instruments: two.txt:10-13 'TAC': expected instrument:aoip, found instrument:tac [registry-name]",
    ]);
  });

  it.each([
    ["a folder that is not there", [join(folder, "gone")], "there is no folder"],
    ["a folder without annotations", [mkdtempSync(join(tmpdir(), "adg-empty-"))], "has no annotated documents"],
    ["a score that is none", [folder, "--against", join(folder, "one.marked.txt")], "is no score"],
  ])("%s: one clear line and exit code 1", async (_, words, message) => {
    const { code, said } = await score(...words);
    expect([code, said.includes(message), said.split("\n").length]).toEqual([1, true, 1]);
  });
});
