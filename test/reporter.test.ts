import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { projectPath } from "../src/config.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "adg-reporter-"));
  symlinkSync(projectPath("node_modules"), join(folder, "node_modules"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs vitest on the made-up files with both reporters; the exit code and everything it printed to stdout. */
function vitest(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly out: string }> {
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), `import { expect, it } from "vitest";\n${text}`);
  }
  const words = ["run", "--root", folder, "--reporter", "default", "--reporter", projectPath("test", "reporter.ts")];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [projectPath("node_modules/vitest/vitest.mjs"), ...words],
      (_error, out) => {
        resolve({ code: child.exitCode, out });
      },
    );
  });
}

const passes = `it("passes", () => expect(1).toBe(1));`;
const fails = `it("fails", () => expect(1).toBe(2));`;
const skips = `it.skip("is skipped", () => expect(1).toBe(1)); it.todo("is to do");`;

describe("the closing line", () => {
  it.each<[string, Readonly<Record<string, string>>, number, string]>([
    ["all pass", { "a.test.ts": passes, "b.test.ts": passes }, 0, "2 passed, 0 failed"],
    ["some are skipped", { "a.test.ts": passes + skips }, 0, "1 passed, 0 failed, 2 skipped"],
    ["one fails", { "a.test.ts": passes + fails, "b.test.ts": skips }, 1, "1 passed, 1 failed, 2 skipped"],
    ["a file does not load", { "a.test.ts": passes, "b.test.ts": `throw new Error("no");` }, 1, "1 passed, 1 failed"],
    [
      "a hook fails",
      { "a.test.ts": `import { beforeAll } from "vitest"; beforeAll(() => { throw new Error("no"); }); ${passes}` },
      1,
      "0 passed, 1 failed, 1 skipped",
    ],
    [
      "an error is outside of every test",
      {
        "a.test.ts": `${passes}\nsetTimeout(() => { throw new Error("late"); }, 0); it("waits", () => new Promise((done) => setTimeout(done, 50)));`,
      },
      1,
      "2 passed, 1 failed",
    ],
  ])("where %s", async (_kind, files, code, line) => {
    const ran = await vitest(files);
    expect(ran.out.endsWith(`\n${line}\n`), ran.out).toBe(true);
    expect(ran.code).toBe(code);
  });
});
