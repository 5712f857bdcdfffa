import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../failure.ts";
import { verifyOnce } from "./driver.ts";
import { prepareJars } from "./jars.ts";
import { freePort, isServerOf, launch, requireJava, untilListening } from "./launch.ts";
import { withLock } from "./lock.ts";
import { keptPassword } from "./password.ts";
import { endProcess, isAlive } from "./process.ts";
import type { Neo4jServer } from "./server.ts";

/** Where a managed server lives, and how its caller wants it. */
export interface ManagedOptions {
  /** Folder of the server: home, password, state. Two servers need two folders. */
  readonly folder: string;
  /** Folder of the jars, which servers may share. */
  readonly jars: string;
  /** JAVA_HOME of the settings. */
  readonly javaHome: string | undefined;
  readonly say: (line: string) => void;
  /** Aborted: give up starting. */
  readonly stop?: AbortSignal;
  /** `adg database start`: goes on running when its last user has gone. */
  readonly keep?: boolean;
}

/** What is known of a running managed server. */
export interface Running {
  readonly pid: number;
  /** Bolt port on the loopback interface; kept for the next start. */
  readonly port: number;
  readonly keep: boolean;
}

/**
 * The managed server of the folder, started where it does not run, verified to answer. Every caller must call `stop()`:
 * the last one that does ends the server, unless `adg database start` keeps it. A user that was killed counts as gone, so
 * nothing stays behind for ever. Throws a Failure that names what is missing or what the server's log says.
 */
export async function startNeo4j(options: ManagedOptions): Promise<Neo4jServer> {
  const { folder, say, stop } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return await withLock(lockOf(folder), say, stop, async () => {
    const password = await keptPassword(join(folder, "password"));
    const before = await runningServer(folder);
    const running = before ?? (await boot(options, password));
    if (before !== null) await untilListening(homeOf(folder), before, say, stop);
    if (options.keep === true && !running.keep) await remember(folder, { ...running, keep: true });
    const server = { ...addressOf(running), password, way: "managed" as const, startedByUs: before === null };
    try {
      await verifyOwn(server, folder);
      const lease = await leave(folder);
      return { ...server, stop: () => release(options, lease) };
    } catch (error) {
      if (server.startedByUs) await end(folder);
      throw error;
    }
  });
}

/** Stops the managed server of the folder, whoever uses it; false where none runs. */
export async function stopNeo4j(options: Pick<ManagedOptions, "folder" | "say" | "stop">): Promise<boolean> {
  const { folder, say, stop } = options;
  if ((await runningServer(folder)) === null) return false;
  return await withLock(lockOf(folder), say, stop, () => end(folder));
}

/** The managed server of the folder, or null where none runs. A process that got its id later is not taken for it. */
export async function runningServer(folder: string): Promise<Running | null> {
  const kept = await recall(folder);
  return kept !== null && (await isServerOf(homeOf(folder), kept.pid)) ? kept : null;
}

/** Bolt address of a running managed server. */
export function addressOf(running: Running): {
  readonly uri: string;
  readonly username: string;
  readonly database: string;
} {
  return { uri: `bolt://127.0.0.1:${running.port}`, username: "neo4j", database: "neo4j" };
}

/** Ids of the processes that use the server and still live. */
export async function usersOf(folder: string): Promise<readonly number[]> {
  const names = await readdir(usersFolder(folder)).catch(() => []);
  return names.map((name) => Number.parseInt(name, 10)).filter(isAlive);
}

async function boot(options: ManagedOptions, password: string): Promise<Running> {
  const { folder, say, stop, keep = false } = options;
  const java = await requireJava(options.javaHome);
  const library = await prepareJars(options.jars, say, stop);
  const former = await recall(folder);
  const port = await freePort(former?.port ?? null);
  say(`starting Neo4j on 127.0.0.1:${port}`);
  await rm(usersFolder(folder), { recursive: true, force: true });
  const child = await launch(homeOf(folder), library, java, port, password);
  if (child.pid === undefined) return await new Promise<never>((_resolve, reject) => child.once("error", reject));
  const running = { pid: child.pid, port, keep };
  // Written before it answers, so that the next user finds it even where this one is killed meanwhile; taken back where it fails.
  await remember(folder, running);
  try {
    await untilListening(homeOf(folder), running, say, stop);
  } catch (error) {
    await endProcess(running.pid, 30_000);
    await (former === null ? rm(stateOf(folder), { force: true }) : remember(folder, former));
    throw error;
  }
  child.unref();
  return running;
}

async function verifyOwn(server: Omit<Neo4jServer, "stop">, folder: string): Promise<void> {
  try {
    await verifyOnce(server);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "neo4j-wrong-password") throw error;
    throw new Failure(
      "neo4j-password-lost",
      `the password in ${join(folder, "password")} is not that of the Neo4j beside it`,
      `Stop it (adg database stop) and remove ${folder}; the next start loads the graph again.`,
      error,
    );
  }
}

/** Writes that this process uses the server; the path of that note. */
async function leave(folder: string): Promise<string> {
  const path = join(usersFolder(folder), `${process.pid}.${randomUUID()}`);
  await mkdir(usersFolder(folder), { recursive: true });
  await writeFile(path, "");
  return path;
}

async function release({ folder, say }: ManagedOptions, lease: string): Promise<void> {
  await withLock(lockOf(folder), say, undefined, async () => {
    await rm(lease, { force: true });
    const running = await runningServer(folder);
    if (running !== null && !running.keep && (await usersOf(folder)).length === 0) await end(folder);
  });
}

async function end(folder: string): Promise<boolean> {
  const running = await runningServer(folder);
  if (running === null) return false;
  await endProcess(running.pid, 30_000);
  await remember(folder, { ...running, keep: false });
  return true;
}

async function recall(folder: string): Promise<Running | null> {
  const text = await readFile(stateOf(folder), "utf8").catch(() => "null");
  try {
    const value = JSON.parse(text) as Partial<Running> | null;
    if (typeof value?.pid !== "number" || typeof value.port !== "number") return null;
    return { pid: value.pid, port: value.port, keep: value.keep === true };
  } catch {
    // A half-written state says nothing of a server; the store's own lock still guards its files.
    return null;
  }
}

async function remember(folder: string, running: Running): Promise<void> {
  await writeFile(`${stateOf(folder)}.part`, JSON.stringify(running));
  await rename(`${stateOf(folder)}.part`, stateOf(folder));
}

function homeOf(folder: string): string {
  return join(folder, "home");
}

function stateOf(folder: string): string {
  return join(folder, "server.json");
}

function lockOf(folder: string): string {
  return join(folder, "lock");
}

function usersFolder(folder: string): string {
  return join(folder, "users");
}
