import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hasJars, prepareJars } from "../../../src/neo4j/jars.ts";

let folder: string;
let jars: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "adg jars "));
  jars = join(folder, "jars");
  symlinkSync("/bin/mkdir", join(folder, "mkdir"));
  vi.stubEnv("PATH", folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A Maven that copies two jars into the folder it is told, then does as the script says; it counts its runs. */
function installMaven(script = ""): void {
  const copy = `for last; do :; done; mkdir -p "\${last#*=}"; echo one > "\${last#*=}/a.jar"; echo two > "\${last#*=}/b.jar"`;
  const path = join(folder, "mvn");
  writeFileSync(
    path,
    `#!/bin/sh
case "$1" in
  --version) echo 'Apache Maven 3.8.7' ;;
  *) echo run >> '${join(folder, "runs")}'; ${copy}; ${script} ;;
esac
`,
  );
  chmodSync(path, 0o755);
}

function runs(): number {
  return readFileSync(join(folder, "runs"), "utf8").trim().split("\n").length;
}

function prepare(): Promise<string> {
  return prepareJars(jars, () => undefined, undefined);
}

describe("prepareJars", () => {
  it("fetches once, also for two who ask at the same time", async () => {
    installMaven();
    const [first, second] = await Promise.all([prepare(), prepare()]);
    expect(second).toBe(first);
    expect(readdirSync(first).sort()).toEqual(["a.jar", "b.jar", "complete.json"]);
    expect(await hasJars(jars)).toBe(true);
    expect(runs()).toBe(1);
  });

  it("needs no Maven once the jars are there", async () => {
    installMaven();
    const library = await prepare();
    rmSync(join(folder, "mvn"));
    expect(await prepare()).toBe(library);
  });

  it.each<[string, (library: string) => void]>([
    ["one is missing", (library) => { rmSync(join(library, "b.jar")); }], // prettier-ignore
    ["one is cut short", (library) => { writeFileSync(join(library, "b.jar"), "tw"); }], // prettier-ignore
    ["one is too many", (library) => { writeFileSync(join(library, "c.jar"), "x"); }], // prettier-ignore
    ["the list is missing", (library) => { rmSync(join(library, "complete.json")); }], // prettier-ignore
  ])("fetches again where %s", async (_kind, damage) => {
    installMaven();
    const library = await prepare();
    damage(library);
    expect(await hasJars(jars)).toBe(false);
    expect(await prepare()).toBe(library);
    expect(runs()).toBe(2);
    expect(await hasJars(jars)).toBe(true);
  });

  it("starts afresh after a fetch that was broken off, and takes the jars of an older version away", async () => {
    installMaven("echo '[ERROR] Connection refused'; exit 1");
    await expect(prepare()).rejects.toMatchObject({ message: "Maven could not fetch Neo4j: Connection refused" });
    expect(await hasJars(jars)).toBe(false);
    mkdirSync(join(jars, "lib-of-an-older-version"));
    installMaven();
    const library = await prepare();
    expect(readdirSync(jars).map((name) => join(jars, name))).toEqual([library]);
  });

  it("says that Maven is missing", async () => {
    await expect(prepare()).rejects.toMatchObject({
      code: "maven-missing",
      remedy: "Install Maven (apt install maven).",
    });
  });
});
