import { describe, expect, inject, it } from "vitest";
import { examine } from "../../src/cli/examine.ts";
import { readConfig, type Environment } from "../../src/config.ts";
import { openDriver, verify } from "../../src/neo4j/driver.ts";
import { findNeo4j } from "../../src/neo4j/find.ts";

const { uri, username, password, database } = inject("neo4j");
const right = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };

const ignore = (): void => undefined;

function find(changed: Environment = {}) {
  return findNeo4j(readConfig({ ...right, ...changed }), ignore);
}

describe("the Neo4j that NEO4J_URI names", () => {
  it("is used and left running", async () => {
    const server = await find();
    expect({ ...server, stop: null }).toEqual({
      uri,
      username,
      password,
      database,
      way: "given",
      startedByUs: false,
      stop: null,
    });
    await server.stop();
    expect(await find()).toMatchObject({ uri });
  });

  it.each<[Environment, string, string, string]>([
    [
      { NEO4J_PASSWORD: "not-the-password" },
      "neo4j-wrong-password",
      `Neo4j at ${uri} refuses the user or the password`,
      "Correct NEO4J_USERNAME and NEO4J_PASSWORD.",
    ],
    [
      { NEO4J_USERNAME: "nobody" },
      "neo4j-wrong-password",
      `Neo4j at ${uri} refuses the user or the password`,
      "Correct NEO4J_USERNAME and NEO4J_PASSWORD.",
    ],
    [
      { NEO4J_DATABASE: "elsewhere" },
      "neo4j-no-database",
      `Neo4j at ${uri} has no such database`,
      "Correct NEO4J_DATABASE; the Community edition has one database, neo4j.",
    ],
  ])("is refused with %j", async (changed, code, message, remedy) => {
    await expect(find(changed)).rejects.toMatchObject({ code, message, remedy });
  });

  it("is named with its version by the doctor", async () => {
    const findings = await examine(readConfig({ ...right, ADG_PORT: "0" }));
    const neo4j = findings.find(({ name }) => name === "Neo4j");
    expect(neo4j?.state).toBe("fine");
    expect(neo4j?.found).toMatch(/^5\.26\.\d+ at bolt:/);
  });
});

describe("the driver", () => {
  it("brings integers as plain numbers, and the version of the server", async () => {
    const driver = openDriver({ uri, username, password });
    try {
      const { records } = await driver.executeQuery("RETURN $number AS number, 2147483648 AS large", { number: 3 });
      expect(records[0]?.toObject()).toEqual({ number: 3, large: 2_147_483_648 });
      expect(await verify(driver, { uri, database })).toMatch(/^5\.26\./);
    } finally {
      await driver.close();
    }
  });
});
