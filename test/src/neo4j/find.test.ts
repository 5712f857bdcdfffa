import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readConfig } from "../../../src/config.ts";
import type { Failure } from "../../../src/failure.ts";
import { findNeo4j, threeWays } from "../../../src/neo4j/find.ts";

let folder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "adg-find-"));
  said = [];
  for (const program of ["sh", "rm", "mkdir"]) symlinkSync(`/bin/${program}`, join(folder, program));
  vi.stubEnv("PATH", folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Puts a program on the PATH, and only that: a shell script that also writes its words to calls.txt. */
function install(program: string, script: string): void {
  const path = join(folder, program);
  writeFileSync(path, `#!${join(folder, "sh")}\necho "${program} $*" >> ${join(folder, "calls.txt")}\n${script}\n`);
  chmodSync(path, 0o755);
}

async function failureOf(
  environment: Record<string, string> = {},
): Promise<Pick<Failure, "code" | "message" | "remedy">> {
  const config = readConfig({ ADG_STATE: join(folder, "state"), ...environment });
  const failure = await findNeo4j(config, (line) => said.push(line)).then(
    () => expect.unreachable("a Neo4j was found"),
    (error: unknown) => error as Failure,
  );
  const { code, message, remedy } = failure;
  return { code, message: message.replaceAll(folder, "FOLDER"), remedy };
}

const java17 = `echo 'openjdk version "17.0.15"' >&2`;
const maven = `case "$1" in --version) echo 'Apache Maven 3.8.7';; *) echo '[ERROR] Could not transfer artifact'; exit 1;; esac`;

describe("findNeo4j", () => {
  it.each<[string, Record<string, string>, string]>([
    ["nothing", {}, "there is no Java"],
    ["Maven alone", { mvn: maven }, "there is no Java"],
    ["Java 11", { java: `echo 'openjdk version "11.0.2"' >&2`, mvn: maven }, "Java 11 is too old"],
    ["Java 17 alone", { java: java17 }, "there is no Maven to fetch it with"],
  ])("names the three ways where there is %s", async (_kind, programs, lacking) => {
    for (const [program, script] of Object.entries(programs)) install(program, script);
    expect(await failureOf()).toEqual({
      code: "neo4j-none",
      message: `there is no Neo4j to use: NEO4J_URI is not set, no container engine answers, ${lacking}`,
      remedy: threeWays,
    });
  });

  it("says why Maven could not fetch it, and leaves nothing half-fetched that counts as whole", async () => {
    install("java", java17);
    install("mvn", maven);
    const failure = {
      code: "maven-failed",
      message: "Maven could not fetch Neo4j: Could not transfer artifact",
      remedy: "Connect to Maven Central, or name a mirror in Maven's settings.xml, then try again.",
    };
    expect(await failureOf()).toEqual(failure);
    expect(await failureOf()).toEqual(failure);
    expect(said).toContain("fetching Neo4j with Maven (about 90 MB, only the first time)");
  });

  it("says what the log of a server says that does not start", async () => {
    install(
      "mvn",
      `case "$1" in --version) echo 'Apache Maven 3.8.7';; *) for last; do :; done; mkdir "\${last#*=}";; esac`,
    );
    install("java", `case "$1" in -version) ${java17};; *) echo 'Error: Could not find or load main class';; esac`);
    expect(await failureOf()).toEqual({
      code: "neo4j-boot",
      message: "Neo4j ended while it was starting: Could not find or load main class",
      remedy: "Read FOLDER/state/neo4j/home/logs; `adg doctor` checks what it needs.".replace("FOLDER", folder),
    });
  });

  it("does not take an engine without compose for a way", async () => {
    install("docker", `[ "$1" = version ] && echo 28.2.2`);
    expect(await failureOf()).toMatchObject({ code: "neo4j-none" });
    expect(said).toEqual([
      "a container engine answers, but docker has no compose plug-in: looking for Java and Maven instead",
    ]);
  });

  it("stops the container that it started where that does not answer, and hides the password", async () => {
    install(
      "docker",
      `case "$*" in "version"*) echo 28.2.2;; "compose version"*) echo 2.40.3;; *port*) echo 127.0.0.1:1;; esac`,
    );
    expect(await failureOf()).toEqual({
      code: "neo4j-unreachable",
      message: "Neo4j at bolt://127.0.0.1:1 cannot be reached (connect ECONNREFUSED 127.0.0.1:1)",
      remedy: "Start it, or correct NEO4J_URI.",
    });
    const calls = readFileSync(join(folder, "calls.txt"), "utf8");
    const commands = [...calls.matchAll(/--env-file \S+ (.+)$/gm)].map((match) => match[1]);
    expect(commands).toEqual([
      "ps --quiet --status running neo4j",
      "up --detach --wait neo4j",
      "port neo4j 7687",
      "stop neo4j",
    ]);
    const password = readFileSync(join(folder, "state", "container", "password"), "utf8").trim();
    expect(calls).not.toContain(password);
    expect(readFileSync(join(folder, "state", "container", "compose.env"), "utf8")).toBe(
      `NEO4J_PASSWORD='${password}'\n`,
    );
  });

  it("says what the engine says that cannot start the container", async () => {
    install(
      "docker",
      `case "$*" in "version"*) echo 28.2.2;; "compose version"*) echo 2.40.3;; *up*) echo 'port is already allocated' >&2; exit 1;; esac`,
    );
    expect(await failureOf()).toMatchObject({
      code: "container",
      message: "docker compose up --detach --wait neo4j failed: port is already allocated",
    });
  });

  it.each([
    ["bolt://127.0.0.1:1", "neo4j-unreachable", "cannot be reached (connect ECONNREFUSED 127.0.0.1:1)"],
    ["neo4j://127.0.0.1:1", "neo4j-unreachable", "cannot be reached"],
    ["bolt://no-such-host.invalid:7687", "neo4j-unreachable", "cannot be reached (getaddrinfo"],
  ])("says why %s is of no use", async (uri, code, message) => {
    const failure = await failureOf({ NEO4J_URI: uri, NEO4J_PASSWORD: "secret" });
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(`Neo4j at ${uri} ${message}`);
  });

  it.each([
    ["HTTP/1.1 400 Bad Request\r\n\r\n", "neo4j-protocol", "does not speak Bolt as Neo4j 5 does"],
    ["\0\0\0\0", "neo4j-protocol", "does not speak Bolt as Neo4j 5 does"],
    ["", "neo4j-unreachable", "does not answer"],
  ])("says what is wrong with a server that answers %j", async (answer, code, message) => {
    const sockets: Socket[] = [];
    const other = createServer((socket) => sockets.push(socket.once("data", () => socket.write(answer))));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const uri = `bolt://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const failure = await failureOf({ NEO4J_URI: uri, NEO4J_PASSWORD: "secret" });
    for (const socket of sockets) socket.destroy();
    other.close();
    expect(failure).toMatchObject({ code, message: `Neo4j at ${uri} ${message}` });
  });
});
