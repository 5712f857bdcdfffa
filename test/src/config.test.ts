import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  projectFolder,
  projectPath,
  readConfig,
  settingsExample,
  settingsHelp,
  settingsTable,
  type Environment,
} from "../../src/config.ts";
import { Failure } from "../../src/failure.ts";

function messageOf(environment: Environment): string | null {
  try {
    readConfig(environment);
    return null;
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}

describe("readConfig", () => {
  it("has a default for every setting that needs one", () => {
    expect(readConfig({})).toMatchObject({
      NEO4J_USERNAME: "neo4j",
      NEO4J_DATABASE: "neo4j",
      ADG_HOST: "127.0.0.1",
      ADG_PORT: 4000,
      ADG_DOCUMENTS: join(projectFolder, "documents"),
      ADG_STATE: join(projectFolder, ".adg"),
      ADG_DATA: join(projectFolder, "data"),
      ADG_LOAD_ROWS: 200_000,
      ADG_BODY_BYTES: 262_144,
      ADG_QUERY_TIMEOUT_MS: 4_000,
    });
    expect(readConfig({}).NEO4J_URI).toBeUndefined();
  });

  it("takes an empty variable for one that is not set", () => {
    expect(readConfig({ ADG_PORT: "", NEO4J_URI: "", ADG_DOCUMENTS: "" })).toEqual(readConfig({}));
  });

  it("counts a path that is given from the working directory", () => {
    expect(readConfig({ ADG_DOCUMENTS: "texts" }).ADG_DOCUMENTS).toBe(join(process.cwd(), "texts"));
    expect(readConfig({ ADG_DOCUMENTS: "/srv/texts" }).ADG_DOCUMENTS).toBe("/srv/texts");
  });

  it.each([
    ["bolt://db:7687"],
    ["neo4j://db.example:7687"],
    ["neo4j+s://abc.databases.example"],
    ["bolt+ssc://[::1]:7687"],
  ])("accepts the address %s", (uri) => {
    expect(readConfig({ NEO4J_URI: uri, NEO4J_PASSWORD: "secret" }).NEO4J_URI).toBe(uri);
  });

  it.each([
    [{ ADG_PORT: "65536" }, 'ADG_PORT="65536": use a whole number from 0 to 65535'],
    [{ ADG_PORT: "-1" }, 'ADG_PORT="-1": use a whole number from 0 to 65535'],
    [{ ADG_PORT: "0x10" }, 'ADG_PORT="0x10": use a whole number from 0 to 65535'],
    [{ ADG_PORT: "4000 " }, 'ADG_PORT="4000 ": use a whole number from 0 to 65535'],
    [{ ADG_LOAD_ROWS: "1e5" }, 'ADG_LOAD_ROWS="1e5": use a whole number from 1 to 10000000'],
    [
      { ADG_LOAD_ROWS: "0", ADG_PORT: "x" },
      'ADG_PORT="x": use a whole number from 0 to 65535; ADG_LOAD_ROWS="0": use a whole number from 1 to 10000000',
    ],
    [
      { NEO4J_URI: "http://db:7474", NEO4J_PASSWORD: "secret" },
      'NEO4J_URI="http://db:7474": use bolt://HOST:PORT or neo4j://HOST:PORT (with +s for TLS), without user and password',
    ],
    [{ NEO4J_URI: "bolt://db:7687" }, "NEO4J_URI is set, but NEO4J_PASSWORD is not"],
  ])("refuses %j", (environment, message) => {
    expect(messageOf(environment)).toBe(message);
  });

  it("does not show an address that carries a password", () => {
    const environment = { NEO4J_URI: "bolt://neo4j:hunter2@db:7687", NEO4J_PASSWORD: "hunter2" };
    expect(messageOf(environment)).toMatch(/^NEO4J_URI="bolt:\/\/…@db:7687": /);
  });
});

describe("what follows from the list of settings", () => {
  const names = Object.keys(readConfig({ NEO4J_URI: "bolt://db:1", NEO4J_PASSWORD: "x", JAVA_HOME: "/java" }));

  it.each([
    ["help", settingsHelp()],
    ["table", settingsTable()],
    ["example", settingsExample()],
  ])("names every setting in the %s", (_kind, text) => {
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
    expect(text).not.toContain("undefined");
  });

  it("is what .env.example says (renew it with `npx vitest run test/src/config.test.ts -u`)", async () => {
    await expect(settingsExample()).toMatchFileSnapshot(projectPath(".env.example"));
  });
});
