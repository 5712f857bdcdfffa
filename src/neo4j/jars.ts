import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectPath } from "../config.ts";
import { Failure } from "../failure.ts";
import { withLock } from "./lock.ts";
import { mavenVersion } from "./tools.ts";

/** List of names and sizes that is written last, so a folder without it, or that differs from it, is not complete. */
const listName = "complete.json";

/** Whether the jars that `neo4j/pom.xml` asks for are all in the folder, so that neither Maven nor the network is needed. */
export async function hasJars(folder: string): Promise<boolean> {
  return (await completeLibrary(folder)) !== null;
}

/**
 * The folder with the jars of Neo4j, fetched by Maven where they are not complete (about 90 MB, once for each version of
 * `neo4j/pom.xml`). Throws a Failure where there is no Maven or it cannot fetch them.
 */
export async function prepareJars(
  folder: string,
  say: (line: string) => void,
  stop: AbortSignal | undefined,
): Promise<string> {
  const present = await completeLibrary(folder);
  if (present !== null) return present;
  await mkdir(folder, { recursive: true });
  // Servers in other folders share these jars, so their starters may want them at the same moment.
  return await withLock(join(folder, "lock"), say, stop, () => fetchLibrary(folder, say, stop));
}

async function fetchLibrary(
  folder: string,
  say: (line: string) => void,
  stop: AbortSignal | undefined,
): Promise<string> {
  const present = await completeLibrary(folder);
  if (present !== null) return present;
  if ((await mavenVersion()) === null) {
    throw new Failure(
      "maven-missing",
      "Maven, which fetches Neo4j, is not there",
      "Install Maven (apt install maven).",
    );
  }
  say("fetching Neo4j with Maven (about 90 MB, only the first time)");
  const library = await libraryFolder(folder);
  const part = `${library}.part`;
  for (const old of [library, part]) await rm(old, { recursive: true, force: true });
  await copyDependencies(part, say, stop);
  await writeFile(join(part, listName), JSON.stringify(await sizes(part)));
  await rename(part, library);
  await removeOthers(folder, library);
  return library;
}

/** Its name follows from the pom, so that a new version of Neo4j is fetched beside the old one. */
async function libraryFolder(folder: string): Promise<string> {
  const pom = await readFile(projectPath("neo4j", "pom.xml"));
  return join(folder, `lib-${createHash("sha256").update(pom).digest("hex").slice(0, 12)}`);
}

async function completeLibrary(folder: string): Promise<string | null> {
  const library = await libraryFolder(folder);
  const list = await readFile(join(library, listName), "utf8").catch(() => null);
  return list !== null && list === JSON.stringify(await sizes(library)) ? library : null;
}

async function sizes(library: string): Promise<(readonly [name: string, bytes: number])[]> {
  const names = (await readdir(library)).filter((name) => name.endsWith(".jar")).sort();
  return Promise.all(names.map(async (name) => [name, (await stat(join(library, name))).size] as const));
}

async function copyDependencies(
  target: string,
  say: (line: string) => void,
  stop: AbortSignal | undefined,
): Promise<void> {
  const words = ["--batch-mode", "--no-transfer-progress", "--file", projectPath("neo4j", "pom.xml")];
  const goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", `-DoutputDirectory=${target}`];
  const started = Date.now();
  const pulse = setInterval(() => {
    say(`still fetching Neo4j (${Math.round((Date.now() - started) / 1000)} s)`);
  }, 20_000);
  try {
    await new Promise<void>((resolve, reject) => {
      const options = { maxBuffer: 64 * 1024 * 1024, ...(stop === undefined ? {} : { signal: stop }) };
      execFile("mvn", [...words, ...goal], options, (error, stdout) => {
        if (error === null) resolve();
        else reject(mavenFailure(error, stdout));
      });
    });
  } finally {
    clearInterval(pulse);
  }
}

function mavenFailure(error: Error, output: string): Failure {
  if (error.name === "AbortError") return new Failure("stopped", "stopped while fetching Neo4j", "Try again.", error);
  const reason = /^\[ERROR\] (.+)$/m.exec(output)?.[1] ?? error.message;
  return new Failure(
    "maven-failed",
    `Maven could not fetch Neo4j: ${reason}`,
    "Connect to Maven Central, or name a mirror in Maven's settings.xml, then try again.",
    error,
  );
}

async function removeOthers(folder: string, library: string): Promise<void> {
  const others = (await readdir(folder)).filter((name) => name.startsWith("lib-") && join(folder, name) !== library);
  await Promise.all(others.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}
