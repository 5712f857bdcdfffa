import { describe, expect, it } from "vitest";
import { outputOf, parseJavaVersion } from "../../../src/neo4j/tools.ts";

describe("parseJavaVersion", () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['openjdk version "25-ea" 2025-09-16', 25],
    ['java version "1.8.0_402"', 8],
    ["The operation couldn’t be completed. Unable to locate a Java Runtime.", null],
    ["", null],
  ])("of %j is %s", (output, version) => {
    expect(parseJavaVersion(output)).toBe(version);
  });
});

describe("outputOf", () => {
  it.each([
    [["-e", "console.log(1); console.error(2)"], "1\n2\n"],
    [["-e", "process.exit(3)"], null],
    [["-e", "setInterval(() => 0, 1000)"], null],
  ])("of node %j", async (words, output) => {
    expect(await outputOf(process.execPath, words, 2_000)).toBe(output);
  });

  it("is null for a program that is not there", async () => {
    expect(await outputOf("no-such-program", [])).toBeNull();
  });
});
