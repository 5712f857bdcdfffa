import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdir, open, readFile, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { projectPath } from "../config.ts";
import { Failure } from "../failure.ts";
import { initialPasswordLine } from "./password.ts";
import { commandLine } from "./process.ts";
import { javaProgram, javaVersion } from "./tools.ts";

/** Oldest Java that Neo4j 5.26 runs on; it is tested by its makers on 17 and 21. */
export const oldestJava = 17;

/**
 * A heap that grows only when it is needed, up to what one transaction of 200,000 rows takes (neo4j/neo4j.conf bounds the
 * transaction below it; bench/transaction.ts measures it). One collector thread, and the quick compiler alone: measured on
 * two cores, a start and a first load take half the processor time, and queries are as fast within a tenth or two.
 */
const javaOptions = [
  "-Xms128m",
  "-Xmx2560m",
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-XX:MinHeapFreeRatio=10",
  "-XX:MaxHeapFreeRatio=30",
  "-XX:+ExitOnOutOfMemoryError",
  "--add-opens=java.base/java.nio=ALL-UNNAMED",
  "--add-opens=java.base/java.io=ALL-UNNAMED",
  "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
];

/** Longest recovery after a crash that is waited for, in milliseconds. */
const patience = 240_000;

/** The java program to use; throws a Failure where there is none, or only one that is too old. */
export async function requireJava(javaHome: string | undefined): Promise<string> {
  const version = await javaVersion(javaHome);
  const remedy = "Install Java 17 or 21 (apt install openjdk-17-jre-headless).";
  if (version === null) throw new Failure("java-missing", "Java, which Neo4j runs on, is not there", remedy);
  if (version < oldestJava) throw new Failure("java-old", `Java ${version} is too old for Neo4j`, remedy);
  return javaProgram(javaHome);
}

/** The preferred port where nothing listens on it, else a free one that the system chooses; loopback only. */
export async function freePort(preferred: number | null): Promise<number> {
  return (await tryPort(preferred ?? 0)) ?? (await tryPort(0)) ?? 0;
}

/** Writes configuration and initial password of a home folder and starts Neo4j there, detached from this terminal. */
export async function launch(
  home: string,
  library: string,
  java: string,
  port: number,
  password: string,
): Promise<ChildProcess> {
  const settings = await readFile(projectPath("neo4j", "neo4j.conf"), "utf8");
  await writeInto(join(home, "conf", "neo4j.conf"), `${settings}\nserver.bolt.listen_address=127.0.0.1:${port}\n`);
  await writeInto(join(home, "data", "dbms", "auth.ini"), initialPasswordLine(password));
  await mkdir(join(home, "logs"), { recursive: true });
  await rm(join(home, "logs", "neo4j.log"), { force: true });
  const output = await open(join(home, "logs", "java.log"), "w");
  try {
    const words = ["-cp", join(library, "*"), "org.neo4j.server.CommunityEntryPoint"];
    const folders = [homeOption(home), `--config-dir=${join(home, "conf")}`];
    // Detached, so that Ctrl-C reaches only the command, which then stops its server in order.
    return spawn(java, [...javaOptions, ...words, ...folders], {
      cwd: home,
      detached: true,
      stdio: ["ignore", output.fd, output.fd],
    });
  } finally {
    await output.close();
  }
}

/** Whether the process is a Neo4j that was launched in this home folder, and not one that got its id later. */
export async function isServerOf(home: string, pid: number): Promise<boolean> {
  return (await commandLine(pid))?.includes(homeOption(home)) ?? false;
}

/**
 * Waits until Bolt listens. Throws a Failure with the log's own reason where the process ends first, where it takes longer
 * than four minutes, or when stopped.
 */
export async function untilListening(
  home: string,
  server: { readonly pid: number; readonly port: number },
  say: (line: string) => void,
  stop: AbortSignal | undefined,
): Promise<void> {
  const started = Date.now();
  for (let told = 15_000; !(await listens(server.port));) {
    const waited = Date.now() - started;
    if (stop?.aborted === true) throw new Failure("stopped", "stopped while Neo4j was starting", "Try again.");
    if (!(await isServerOf(home, server.pid))) throw await bootFailure(home, "Neo4j ended while it was starting");
    if (waited > patience) throw await bootFailure(home, `Neo4j has not started in ${patience / 1000} s`);
    if (waited > told) {
      say(`still waiting for Neo4j (${Math.round(waited / 1000)} s)`);
      told += 15_000;
    }
    await pause(100);
  }
}

async function bootFailure(home: string, message: string): Promise<Failure> {
  const logs = await Promise.all(
    ["neo4j.log", "java.log"].map((name) => readFile(join(home, "logs", name), "utf8").catch(() => "")),
  );
  const reason = bootReason(logs.join("\n"));
  return new Failure(
    "neo4j-boot",
    reason === null ? message : `${message}: ${reason}`,
    `Read ${join(home, "logs")}; \`adg doctor\` checks what it needs.`,
  );
}

/** The innermost cause that the log of a failed start names, else its last error, or null. */
export function bootReason(log: string): string | null {
  const causes = [...log.matchAll(/Caused by: (?:[\w.$]+(?:Exception|Error): )?(.+)/g)].map((match) => match[1]);
  const errors = [...log.matchAll(/(?: ERROR |^Error: )(.+)/gm)].map((match) => match[1]);
  return causes.at(-1)?.trim() ?? errors.at(-1)?.trim() ?? null;
}

function homeOption(home: string): string {
  return `--home-dir=${home}`;
}

async function writeInto(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { mode: 0o600 });
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => {
      resolve(null);
    });
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === "object" && address !== null ? address.port : null);
      });
    });
  });
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const finish = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => {
      finish(true);
    });
    socket.once("error", () => {
      finish(false);
    });
  });
}
