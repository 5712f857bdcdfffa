import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { outputOf } from "./tools.ts";

/** Whether a process of this id is there, ours or anybody's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** The command line of a process, words separated by one space, or null where there is none or it cannot be read. */
export async function commandLine(pid: number): Promise<string | null> {
  const listed = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  if (listed !== null) return listed === "" ? null : listed.replaceAll("\0", " ").trimEnd();
  return (await outputOf("ps", ["-o", "command=", "-ww", "-p", String(pid)]))?.trim() ?? null;
}

/**
 * Asks a process to end, and ends it after `milliseconds`; returns when it has gone. A process whose parent never
 * collects it stays listed for ever, so the wait ends five seconds after that as well.
 */
export async function endProcess(pid: number, milliseconds: number): Promise<void> {
  const started = Date.now();
  signal(pid, "SIGTERM");
  for (let waited = 0; isAlive(pid) && waited < milliseconds + 5_000; waited = Date.now() - started) {
    if (waited > milliseconds) signal(pid, "SIGKILL");
    await pause(50);
  }
}

function signal(pid: number, name: "SIGTERM" | "SIGKILL"): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended in the meantime, which is what was wanted.
  }
}
