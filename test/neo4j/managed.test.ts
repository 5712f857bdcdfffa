import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { openDriver } from "../../src/neo4j/driver.ts";
import { managedOptions } from "../../src/neo4j/find.ts";
import { hasJars } from "../../src/neo4j/jars.ts";
import { runningServer, startNeo4j, stopNeo4j, usersOf, type ManagedOptions } from "../../src/neo4j/managed.ts";
import { commandLine, isAlive } from "../../src/neo4j/process.ts";
import type { Neo4jServer } from "../../src/neo4j/server.ts";
import { javaVersion, mavenVersion } from "../../src/neo4j/tools.ts";

/*
 * The life of the managed local server, with real ones: each start takes seconds, so one test goes through many events.
 */

const config = readConfig();
const { jars, javaHome } = managedOptions(config);
const java = await javaVersion(javaHome);
const can = java !== null && java >= 17 && ((await mavenVersion()) !== null || (await hasJars(jars)));

describe.skipIf(!can)(`the managed server${can ? "" : " (skipped: needs Java 17 and Maven)"}`, () => {
  let folder: string;
  let restarted: Neo4jServer;
  let options: ManagedOptions & { readonly said: string[] };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "adg-managed-"));
    const said: string[] = [];
    options = { folder, jars, javaHome, said, say: (line) => said.push(line) };
  });

  afterAll(async () => {
    await stopNeo4j(options);
    rmSync(folder, { recursive: true, force: true });
  });

  async function nodes({ uri, username, password }: Neo4jServer, query: string): Promise<unknown> {
    const driver = openDriver({ uri, username, password });
    try {
      return (await driver.executeQuery(query)).records[0]?.get(0);
    } finally {
      await driver.close();
    }
  }

  it("is started once for two who ask at the same time, and ends with the last of them", async () => {
    const [first, second] = await Promise.all([startNeo4j(options), startNeo4j(options)]);
    expect([first.startedByUs, second.startedByUs].filter((ours) => ours)).toHaveLength(1);
    expect(first.uri).toBe(second.uri);
    expect(await usersOf(folder)).toEqual([process.pid, process.pid]);
    expect(await nodes(first, "CREATE (:Kept) RETURN 1")).toBe(1);

    const pid = (await runningServer(folder))?.pid ?? 0;
    await first.stop();
    expect(isAlive(pid)).toBe(true);
    await second.stop();
    expect(isAlive(pid)).toBe(false);
    expect(await runningServer(folder)).toBeNull();
  });

  it("keeps its data, port and password, hides the password, and listens on the loopback interface alone", async () => {
    const before = JSON.parse(readFileSync(join(folder, "server.json"), "utf8")) as { port: number };
    const server = await startNeo4j({ ...options, keep: true });
    expect(server.uri).toBe(`bolt://127.0.0.1:${before.port}`);
    expect(await nodes(server, "MATCH (kept:Kept) RETURN count(kept)")).toBe(1);

    const pid = (await runningServer(folder))?.pid ?? 0;
    expect(await commandLine(pid)).not.toContain(server.password);
    expect(statSync(join(folder, "password")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, "home", "conf", "neo4j.conf"), "utf8")).toContain(
      `server.bolt.listen_address=127.0.0.1:${before.port}`,
    );

    // Kept by `adg database start`: it outlives its users, and is found again by the next one.
    await server.stop();
    expect(isAlive(pid)).toBe(true);
    const again = await startNeo4j(options);
    expect(again.startedByUs).toBe(false);
    await again.stop();
    expect(isAlive(pid)).toBe(true);
  });

  it("comes back after kill -9 with what was written, on another port where its own was taken", async () => {
    const { pid, port } = (await runningServer(folder)) ?? { pid: 0, port: 0 };
    const ended = new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (isAlive(pid)) return;
        clearInterval(timer);
        resolve();
      }, 20);
    });
    process.kill(pid, "SIGKILL");
    await ended;
    expect(await runningServer(folder)).toBeNull();

    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
    const server = await startNeo4j(options);
    expect(server.startedByUs).toBe(true);
    expect(server.uri).not.toBe(`bolt://127.0.0.1:${port}`);
    expect(await nodes(server, "MATCH (kept:Kept) RETURN count(kept)")).toBe(1);
    other.close();
    restarted = server;
  });

  it("is ended by the next user where the one who started it was killed", async () => {
    const pid = (await runningServer(folder))?.pid ?? 0;
    const child = spawn(process.execPath, ["-e", ""]);
    await once(child, "exit");
    for (const name of readdirSync(join(folder, "users"))) rmSync(join(folder, "users", name));
    writeFileSync(join(folder, "users", `${child.pid ?? 0}.dead`), "");

    const next = await startNeo4j(options);
    expect(next.startedByUs).toBe(false);
    await next.stop();
    expect(isAlive(pid)).toBe(false);
    await restarted.stop();
    expect(await runningServer(folder)).toBeNull();
  });

  it("does not take another process with its old id for itself", async () => {
    const other = spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)"]);
    const state = readFileSync(join(folder, "server.json"), "utf8");
    writeFileSync(join(folder, "server.json"), JSON.stringify({ ...(JSON.parse(state) as object), pid: other.pid }));
    expect(await runningServer(folder)).toBeNull();
    expect(await stopNeo4j(options)).toBe(false);
    expect(isAlive(other.pid ?? 0)).toBe(true);
    other.kill();
  });

  it("leaves no trace of a start that failed", async () => {
    const broken = mkdtempSync(join(tmpdir(), "adg-managed-broken-"));
    const program = join(broken, "bin", "java");
    mkdirSync(join(broken, "bin"));
    writeFileSync(
      program,
      `#!/bin/sh\n[ "$1" = -version ] && echo 'openjdk version "17.0.1"' >&2 && exit 0\nexit 1\n`,
      { mode: 0o755 },
    );
    const failing = { ...options, folder: join(broken, "neo4j"), javaHome: broken };
    await expect(startNeo4j(failing)).rejects.toMatchObject({ code: "neo4j-boot" });
    expect(await runningServer(failing.folder)).toBeNull();
    expect(readdirSync(failing.folder)).not.toContain("server.json");
    rmSync(broken, { recursive: true });
  });

  it("says what to do where its password was lost, and does not stay behind", async () => {
    writeFileSync(join(folder, "password"), "another-password\n");
    await expect(startNeo4j(options)).rejects.toMatchObject({
      code: "neo4j-password-lost",
      remedy: `Stop it (adg database stop) and remove ${folder}; the next start loads the graph again.`,
    });
    expect(await runningServer(folder)).toBeNull();
  });
});
