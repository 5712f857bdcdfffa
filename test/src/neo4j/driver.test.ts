import type { Driver } from "neo4j-driver";
import { describe, expect, it } from "vitest";
import { verify } from "../../../src/neo4j/driver.ts";

/** As much of a driver as `verify` uses, at a server of the given version. */
function driverAt(version: string): Driver {
  const result = { records: [{ get: () => version }] };
  const session = { run: () => Promise.resolve(result), close: () => Promise.resolve() };
  return { session: () => session } as unknown as Driver;
}

const server = { uri: "bolt://db:7687", database: "neo4j" };

describe("verify", () => {
  it.each(["5.0.0", "5.26.30", "5.27-aura", "2026.08.1"])("accepts Neo4j %s", async (version) => {
    expect(await verify(driverAt(version), server)).toBe(version);
  });

  it.each(["3.5.35", "4.4.44", "dev"])("refuses Neo4j %s", async (version) => {
    await expect(verify(driverAt(version), server)).rejects.toMatchObject({
      code: "neo4j-too-old",
      message: `Neo4j at bolt://db:7687 is version ${version}`,
      remedy: "Use Neo4j 5.26 or later.",
    });
  });
});
