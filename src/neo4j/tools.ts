import { execFile } from "node:child_process";
import { join } from "node:path";

/** What a program printed (both streams), or null where it is not there, failed or took longer than `milliseconds`. */
export function outputOf(program: string, words: readonly string[], milliseconds = 10_000): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(program, words, { timeout: milliseconds, killSignal: "SIGKILL" }, (error, stdout, stderr) => {
      resolve(error === null ? `${stdout}${stderr}` : null);
    });
  });
}

/** The program that JAVA_HOME names, else the one on the PATH. */
export function javaProgram(javaHome: string | undefined): string {
  return javaHome === undefined ? "java" : join(javaHome, "bin", "java");
}

/** Major version of Java (`8`, `17`, `21`), or null where there is none. */
export async function javaVersion(javaHome: string | undefined): Promise<number | null> {
  return parseJavaVersion((await outputOf(javaProgram(javaHome), ["-version"])) ?? "");
}

/** Reads `openjdk version "17.0.15" …` and the older `java version "1.8.0_402"`. */
export function parseJavaVersion(output: string): number | null {
  const found = /version "(?:1\.)?(\d+)/.exec(output)?.[1];
  return found === undefined ? null : Number(found);
}

/** Version of Maven (`3.8.7`), or null where there is none. */
export async function mavenVersion(): Promise<string | null> {
  return /Maven (\d[\w.-]*)/.exec((await outputOf("mvn", ["--version"])) ?? "")?.[1] ?? null;
}

/** Version of the container engine that answers, or null: no client, no server, or no answer within five seconds. */
export async function containerEngine(): Promise<string | null> {
  const version = await outputOf("docker", ["version", "--format", "{{.Server.Version}}"], 5_000);
  return version === null || version.trim() === "" ? null : version.trim();
}

/** Version of docker's compose plug-in, or null where it is not there. */
export async function composeVersion(): Promise<string | null> {
  return (await outputOf("docker", ["compose", "version", "--short"], 5_000))?.trim() ?? null;
}
