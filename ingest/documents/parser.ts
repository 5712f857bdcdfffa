import { parentPort } from "node:worker_threads";
import { readDocx } from "./docx/read.ts";
import type { Parsed } from "./parsed.ts";
import { readPdf } from "./pdf/read.ts";
import { Refusal } from "./refusal.ts";

/** A file to parse; its bytes are handed over. */
export interface Job {
  readonly format: "pdf" | "docx";
  readonly bytes: Uint8Array;
}

/** What became of it: a text layer, or the rule and message of the problem that says why there is none. */
export type Outcome = { readonly parsed: Parsed } | { readonly refused: { readonly rule: string; readonly message: string } };

// This file is the worker thread that `parse.ts` starts: it answers one job after the other.
parentPort?.on("message", (job: Job) => {
  void parseJob(job).then((outcome) => parentPort?.postMessage(outcome));
});

async function parseJob({ format, bytes }: Job): Promise<Outcome> {
  try {
    return { parsed: await (format === "pdf" ? readPdf(bytes) : readDocx(bytes)) };
  } catch (cause) {
    return { refused: refusalOf(cause) };
  }
}

/** A file that its reader stumbles over must not end the batch. */
function refusalOf(cause: unknown): { rule: string; message: string } {
  if (cause instanceof Refusal) return { rule: cause.rule, message: cause.message };
  const said = cause instanceof Error ? cause.message : String(cause);
  return { rule: "damaged-file", message: `the file could not be taken apart (${said}): save it anew and try again` };
}
