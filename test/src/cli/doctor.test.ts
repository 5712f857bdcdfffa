import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { examine } from "../../../src/cli/examine.ts";
import { readConfig } from "../../../src/config.ts";
import { Failure } from "../../../src/failure.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "adg-doctor-"));
  symlinkSync("/bin/sh", join(folder, "sh"));
  vi.stubEnv("PATH", folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Puts a program on the PATH that prints the text. */
function install(program: string, prints: string): void {
  const path = join(folder, program);
  writeFileSync(path, `#!${join(folder, "sh")}\necho '${prints}'\n`);
  chmodSync(path, 0o755);
}

async function states(environment: Record<string, string> = {}): Promise<Record<string, string>> {
  const config = readConfig({ ADG_STATE: folder, ADG_DOCUMENTS: folder, ADG_PORT: "0", ...environment });
  const findings = await examine(config);
  return Object.fromEntries(findings.map(({ name, state }) => [name, state]));
}

const always = { Node: "fine", settings: "fine", "npm packages": "fine", port: "fine", documents: "fine" };

describe("adg doctor", () => {
  it.each([
    {
      there: {},
      finds: { NEO4J_URI: "optional", Java: "missing", Maven: "missing", "container engine": "missing" },
    },
    {
      there: { java: 'openjdk version "11.0.2"', mvn: "Apache Maven 3.8.7" },
      finds: { NEO4J_URI: "optional", Java: "missing", Maven: "fine", "container engine": "missing" },
    },
    {
      there: { java: 'openjdk version "17.0.15"', mvn: "Apache Maven 3.8.7" },
      finds: { NEO4J_URI: "optional", Java: "fine", Maven: "fine", "container engine": "optional", Neo4j: "fine" },
    },
    {
      there: { docker: "28.2.2" },
      finds: { NEO4J_URI: "optional", Java: "optional", Maven: "optional", "container engine": "fine", Neo4j: "fine" },
    },
  ])("with $there", async ({ there, finds }) => {
    for (const [program, prints] of Object.entries(there)) install(program, prints);
    expect(await states()).toEqual({ ...always, ...finds });
  });

  it("looks at the Neo4j that NEO4J_URI names, and at no other way", async () => {
    const environment = { NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_PASSWORD: "secret" };
    expect(await states(environment)).toEqual({ ...always, Neo4j: "missing" });
  });

  it("names the remedy where Java is missing", async () => {
    const java = (await examine(readConfig({ ADG_STATE: folder }))).find(({ name }) => name === "Java");
    const remedy = "Install Java 17 or 21 (apt install openjdk-17-jre-headless).";
    expect(java).toEqual({ name: "Java", state: "missing", found: "not there", remedy });
  });

  it("goes on where a setting is wrong", async () => {
    const findings = await examine(new Failure("setting", "ADG_PORT is wrong", "Correct it."));
    expect(findings[1]).toEqual({
      name: "settings",
      state: "missing",
      found: "ADG_PORT is wrong",
      remedy: "Correct it.",
    });
    expect(findings.length).toBeGreaterThan(5);
  });

  it("finds a port in use and a folder of documents that is not there", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    try {
      const { port } = other.address() as AddressInfo;
      const found = await states({ ADG_PORT: String(port), ADG_DOCUMENTS: join(folder, "none") });
      expect(found).toMatchObject({ port: "missing", documents: "optional" });
    } finally {
      other.close();
    }
  });
});
