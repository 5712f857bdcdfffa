import { execFile } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { projectPath } from "../../src/config.ts";

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "adg-bin-"));
  cpSync(projectPath("bin"), join(project, "bin"), { recursive: true });
});

afterEach(() => {
  rmSync(project, { recursive: true });
});

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

/** Runs one of the scripts of bin/ in the made-up project, with only the project's own folder on the PATH. */
function run(script: string, ...words: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(project, "bin", script), ...words],
      { env: { PATH: project } },
      (_error, out, said) => {
        resolve({ code: child.exitCode, out, said: said.replaceAll(project, "PROJECT") });
      },
    );
  });
}

/** Writes an executable shell script. */
function program(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

/** The look of an installed project; its Node is the given script. */
function install(node: string): void {
  mkdirSync(join(project, "node_modules", ".bin"), { recursive: true });
  mkdirSync(join(project, "node_modules", "commander"));
  program(join(project, "node_modules", ".bin", "node"), node);
}

function lock(path: string, packages: Record<string, object>): void {
  writeFileSync(join(project, path), JSON.stringify({ packages }));
}

describe("bin/adg.mjs", () => {
  it("says that nothing is installed", async () => {
    expect(await run("adg.mjs", "--help")).toEqual({
      code: 1,
      out: "",
      said: "adg: nothing is installed yet. Run `npm ci` in PROJECT.\n",
    });
  });

  it("hands words, output and exit code of the project's Node through", async () => {
    install('shift; shift; shift; echo "words: $*"; exit 2');
    expect(await run("adg.mjs", "ask", "a question", "--json")).toEqual({
      code: 2,
      out: "words: ask a question --json\n",
      said: "",
    });
  });

  it.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ] as const)("where its Node is ended by %s, ends with %i", async (signal, code) => {
    install(`kill -${signal.slice(3)} $$`);
    expect(await run("adg.mjs")).toMatchObject({ code });
  });

  it("passes signals on", async () => {
    install("trap 'echo stopped; exit 7' TERM; kill -TERM $PPID; while :; do sleep 0.05; done");
    symlinkSync("/bin/sleep", join(project, "sleep"));
    expect(await run("adg.mjs")).toEqual({ code: 7, out: "stopped\n", said: "" });
  });

  it("names the remedy where its Node does not start", async () => {
    install("");
    writeFileSync(join(project, "node_modules", ".bin", "node"), "not a program");
    chmodSync(join(project, "node_modules", ".bin", "node"), 0o644);
    const { code, said } = await run("adg.mjs");
    expect(code).toBe(1);
    expect(said).toMatch(/^adg: PROJECT\/node_modules\/\.bin\/node does not start \(.*EACCES.*\)\. Run `npm ci`\.\n$/);
  });
});

describe("bin/setup.mjs", () => {
  const wanted = {
    "": { version: "0.1.0" },
    "node_modules/a": { version: "1.0.0" },
    "node_modules/only-elsewhere": { version: "1.0.0", optional: true },
    "node_modules/only-for-tests": { version: "1.0.0", dev: true },
  };

  it.each<[string, Record<string, object> | null, number]>([
    ["nothing is installed", null, 1],
    ["everything is installed", { "node_modules/a": { version: "1.0.0" } }, 0],
    ["more is installed", { "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "2.0.0" } }, 0],
    ["another version is installed", { "node_modules/a": { version: "0.9.0" } }, 1],
    ["one is not installed", {}, 1],
  ])("--check: %s", async (_kind, present, code) => {
    lock("package-lock.json", wanted);
    install("");
    if (present !== null) lock("node_modules/.package-lock.json", present);
    expect(await run("setup.mjs", "--check")).toEqual({ code, out: "", said: "" });
  });

  it("runs nothing where everything is installed", async () => {
    lock("package-lock.json", wanted);
    install("");
    lock("node_modules/.package-lock.json", {
      "node_modules/a": { version: "1.0.0" },
      "node_modules/only-for-tests": { version: "1.0.0" },
    });
    expect(await run("setup.mjs")).toEqual({ code: 0, out: "", said: "" });
  });

  it("runs npm where something is not installed, with npm's output on stderr", async () => {
    lock("package-lock.json", wanted);
    install("");
    lock("node_modules/.package-lock.json", { "node_modules/a": { version: "1.0.0" } });
    program(join(project, "npm"), `echo "npm $*"`);
    expect(await run("setup.mjs")).toEqual({
      code: 0,
      out: "",
      said: "installing packages (npm ci)\nnpm ci --no-fund --no-audit --loglevel=error\n",
    });
  });

  it.each<[string, string | null, RegExp]>([
    ["there is no npm", null, /^adg: npm does not start \(.*ENOENT.*\)\. Install npm, which comes with Node/m],
    ["npm fails", "exit 1", /^adg: npm ci failed, see above\. Mend that, then try again\.$/m],
    [
      "npm leaves Node out",
      "exit 0",
      /^adg: npm ci left out Node 24, .* `npm rebuild node --ignore-scripts=false`\.$/m,
    ],
  ])("says what to do where %s", async (_kind, npm, message) => {
    lock("package-lock.json", wanted);
    if (npm !== null) program(join(project, "npm"), npm);
    const { code, said } = await run("setup.mjs");
    expect(code).toBe(1);
    expect(said).toMatch(message);
  });
});
