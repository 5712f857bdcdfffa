import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withLock } from "../../../src/neo4j/lock.ts";

let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "adg-lock-"));
  lock = join(folder, "lock");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const quiet = (): void => undefined;

async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  return child.pid ?? 0;
}

describe("withLock", () => {
  it("does the work of many one after the other", async () => {
    const steps: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      steps.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      steps.push(`${name} out`);
    };
    await Promise.all(["a", "b", "c", "d"].map((name) => withLock(lock, quiet, undefined, work(name))));
    const names = steps.filter((_, index) => index % 2 === 0).map((step) => step.slice(0, 1));
    expect([...names].sort()).toEqual(["a", "b", "c", "d"]);
    expect(steps).toEqual(names.flatMap((name) => [`${name} in`, `${name} out`]));
    expect(existsSync(lock)).toBe(false);
  });

  it("gives the lock back when the work fails", async () => {
    await expect(withLock(lock, quiet, undefined, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await withLock(lock, quiet, undefined, () => Promise.resolve(1))).toBe(1);
  });

  it("takes over the lock of a process that was killed", async () => {
    writeFileSync(lock, `${await deadProcess()} token\n`);
    expect(await withLock(lock, quiet, undefined, () => Promise.resolve(1))).toBe(1);
  });

  it.each([
    ["whose id another process has got since", `${process.pid} token\n`],
    ["that never wrote its id", ""],
  ])("takes over the lock of a process %s, once it has not been touched for long", async (_kind, content) => {
    writeFileSync(lock, content);
    utimesSync(lock, new Date(0), new Date(0));
    expect(await withLock(lock, quiet, undefined, () => Promise.resolve(1))).toBe(1);
  });

  it("leaves a lock alone that was taken over in the meantime", async () => {
    await withLock(lock, quiet, undefined, () => {
      writeFileSync(lock, "1 other\n");
      return Promise.resolve();
    });
    expect(readFileSync(lock, "utf8")).toBe("1 other\n");
  });

  it("says for whom it waits, and gives up when it is stopped", async () => {
    writeFileSync(lock, `${process.pid} token\n`);
    const said: string[] = [];
    const controller = new AbortController();
    const say = (line: string): void => {
      said.push(line);
      controller.abort();
    };
    await expect(withLock(lock, say, controller.signal, () => Promise.resolve(1))).rejects.toMatchObject({
      code: "stopped",
    });
    expect(said).toEqual([`waiting for process ${process.pid}, which is starting or stopping Neo4j`]);
  });
});
