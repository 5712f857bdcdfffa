import { Worker } from "node:worker_threads";
import type { Job, Outcome } from "./parser.ts";

/** What parsing one file may cost. */
export interface ParseLimits {
  /** Megabytes that the parser may hold, its buffers included. */
  readonly megabytes: number;
  readonly milliseconds: number;
}

/** Beyond these the parser is ended, and the next file gets a new one. */
export const parseLimits: ParseLimits = { megabytes: 512, milliseconds: 30_000 };

/** Time without a job after which the parser is let go, in milliseconds. */
const idle = 5_000;
/** Time between two looks at the parser's memory, in milliseconds. */
const watch = 50;

let parser: Worker | null = null;
let rest: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Parses a PDF or DOCX file in a worker thread, one file at a time. A file that costs too much or breaks the parser is
 * refused like one that is damaged; nothing is thrown.
 */
export function parse(job: Job, limits = parseLimits): Promise<Outcome> {
  const outcome = last.then(() => run(job, limits));
  last = outcome;
  return outcome;
}

async function run({ format, bytes }: Job, limits: ParseLimits): Promise<Outcome> {
  clearTimeout(rest);
  const worker = (parser ??= start(limits));
  worker.ref();
  const answer = answerOf(worker, limits);
  // A copy, which slice() of a Buffer is not: the caller goes on to hash and keep its bytes.
  const copy = new Uint8Array(bytes);
  worker.postMessage({ format, bytes: copy } satisfies Job, [copy.buffer]);
  const { outcome, ended } = await answer;
  if (ended) {
    parser = null;
    await worker.terminate();
  } else {
    worker.unref();
    rest = setTimeout(letGo, idle).unref();
  }
  return outcome;
}

function start({ megabytes }: ParseLimits): Worker {
  const worker = new Worker(new URL("parser.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    // A parser has nothing to say but its answer; what a library prints must not come between the data on stdout.
    stdout: true,
    stderr: true,
    env: {},
  });
  worker.stdout.resume();
  worker.stderr.resume();
  // Whoever waits for an answer listens, too; between two files nobody does.
  worker.on("error", () => undefined);
  worker.on("exit", () => {
    if (parser === worker) parser = null;
  });
  return worker;
}

function letGo(): void {
  void parser?.terminate();
  parser = null;
}

interface Answer {
  readonly outcome: Outcome;
  /** The worker has ended or must be. */
  readonly ended: boolean;
}

/** The worker's answer, or the reason for which it has to be ended. */
async function answerOf(worker: Worker, limits: ParseLimits): Promise<Answer> {
  let give: (answer: Answer) => void = () => undefined;
  const answer = new Promise<Answer>((resolve) => (give = resolve));
  const end = (outcome: Outcome) => {
    give({ outcome, ended: true });
  };
  const onMessage = (outcome: Outcome) => {
    give({ outcome, ended: false });
  };
  const onError = (error: NodeJS.ErrnoException) => {
    const full = error.code === "ERR_WORKER_OUT_OF_MEMORY";
    end(full ? tooLarge(limits) : refusal("damaged-file", `its parser broke off (${error.message})`));
  };
  const onExit = () => {
    end(refusal("damaged-file", "its parser broke off"));
  };
  const timer = setTimeout(() => {
    end(refusal("timed-out", `parsing it takes longer than ${limits.milliseconds / 1000} seconds`));
  }, limits.milliseconds);
  const watcher = setInterval(() => {
    void memoryOf(worker).then((held) => {
      if (held > limits.megabytes * 2 ** 20) end(tooLarge(limits));
    });
  }, watch);
  worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  try {
    return await answer;
  } finally {
    worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    clearTimeout(timer);
    clearInterval(watcher);
  }
}

/** Bytes that a worker holds: buffers lie outside the heap that its limits bound. */
async function memoryOf(worker: Worker): Promise<number> {
  try {
    const { used_heap_size: heap, external_memory: buffers } = await worker.getHeapStatistics();
    return heap + buffers;
  } catch {
    // It has not begun or has ended, which its own event says.
    return 0;
  }
}

function tooLarge({ megabytes }: ParseLimits): Outcome {
  return refusal("too-large", `parsing it takes more than ${megabytes} MB of memory`);
}

function refusal(rule: string, reason: string): Outcome {
  return { refused: { rule, message: `${reason}: split the file, or save its text as .txt and give that` } };
}
