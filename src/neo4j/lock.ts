import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "../failure.ts";
import { isAlive } from "./process.ts";

/** A holder touches its lock this often, in milliseconds; one that has not been touched for `stale` is nobody's. */
const beat = 2_000;
const stale = 15_000;
const patience = 300_000;

/**
 * Does the work while no other process that asks for the same lock file does; waits for one that does, with one line
 * of progress. A lock whose holder was killed is taken over. Throws a Failure after five minutes, or when stopped.
 */
export async function withLock<T>(
  path: string,
  say: (line: string) => void,
  stop: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const token = `${process.pid} ${randomUUID()}\n`;
  await acquire(path, token, say, stop);
  const heart = setInterval(() => {
    const now = new Date();
    // A lock that is gone or lost is found out when it is released; there is nothing to mend here.
    utimes(path, now, now).catch(() => undefined);
  }, beat);
  heart.unref();
  try {
    return await work();
  } finally {
    clearInterval(heart);
    if ((await read(path)) === token) await rm(path, { force: true });
  }
}

async function acquire(
  path: string,
  token: string,
  say: (line: string) => void,
  stop: AbortSignal | undefined,
): Promise<void> {
  const deadline = Date.now() + patience;
  for (let round = 0; !(await tryToTake(path, token)); round += 1) {
    const held = await read(path);
    const holder = Number.parseInt(held ?? "", 10);
    if (held !== null && (await isStale(path, holder))) await clear(path, held, token);
    else if (round === 5) say(`waiting for process ${holder}, which is starting or stopping Neo4j`);
    if (stop?.aborted === true) throw new Failure("stopped", "stopped while waiting for another process", "Try again.");
    if (Date.now() > deadline) {
      throw new Failure("lock", `${path} is still held by process ${holder}`, "End that process, then try again.");
    }
    await pause(100);
  }
}

async function tryToTake(path: string, token: string): Promise<boolean> {
  try {
    await writeFile(path, token, { flag: "wx" });
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

async function isStale(path: string, holder: number): Promise<boolean> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
  // A holder that was killed between creating the file and writing its id leaves no id.
  return (!Number.isNaN(holder) && !isAlive(holder)) || Date.now() - mtimeMs > stale;
}

/** Moves a stale lock away, and puts back what turns out to be the fresh one of a process that was faster. */
async function clear(path: string, held: string, token: string): Promise<void> {
  const aside = `${path}.${token.trim().replace(" ", ".")}`;
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  );
  if (moved && (await read(aside)) !== held) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

async function read(path: string): Promise<string | null> {
  return await readFile(path, "utf8").catch(() => null);
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
