import { Command, CommanderError } from "commander";
import { readConfig, settingsHelp } from "../config.ts";
import type { Environment } from "../config.ts";
import type { Cli, Register } from "./command.ts";
import { registerAsk } from "./ask.ts";
import { registerCheck } from "./check.ts";
import { registerDatabase } from "./database.ts";
import { registerDoctor } from "./doctor.ts";
import { registerExport } from "./export.ts";
import { registerExtract } from "./extract.ts";
import { registerIngest } from "./ingest.ts";
import { registerRemove } from "./remove.ts";
import { registerScore } from "./score.ts";
import { registerServe, registerStart } from "./start.ts";
import { describeError } from "./errors.ts";

/** Every command, in the order of the help text. */
const commands: readonly Register[] = [
  registerStart,
  registerServe,
  registerIngest,
  registerRemove,
  registerExtract,
  registerCheck,
  registerScore,
  registerAsk,
  registerExport,
  registerDoctor,
  registerDatabase,
];

/** Where a run reads its settings, writes its two streams and hears that it should stop. */
export interface Surroundings {
  readonly environment: Environment | undefined;
  readonly out: (text: string) => void;
  readonly say: (text: string) => void;
  readonly interactive: boolean;
  readonly stop: AbortSignal;
}

/** Runs one command line (`["ingest", "file.txt"]`). Returns the exit code: 0 fine, 1 findings or failure, 2 wrong usage. */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<0 | 1 | 2> {
  let code: 0 | 1 = 0;
  const { environment, ...streams } = surroundings;
  const cli: Cli = {
    ...streams,
    config: () => readConfig(environment),
    foundSomething: () => {
      code = 1;
    },
  };
  try {
    await programOf(cli).parseAsync(words, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    cli.say(describeError(error));
    return 1;
  }
}

/** Runs the command line of this process and sets its exit code. */
export async function main(): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // The reader of a pipe has gone (adg … | head): nobody is left to write for.
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  process.exitCode = await run(process.argv.slice(2), {
    environment: undefined,
    out: (text) => process.stdout.write(`${text}\n`),
    say: (text) => process.stderr.write(`${text}\n`),
    interactive: process.stderr.isTTY,
    stop: stopSignal(),
  });
}

function programOf(cli: Cli): Command {
  const program = new Command("adg")
    .description("A knowledge graph of ASEAN defence cooperation that proves every answer")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        cli.out(text.trimEnd());
      },
      writeErr: (text) => {
        cli.say(text.trimEnd());
      },
    }) // prettier-ignore
    .showHelpAfterError("(adg --help lists the commands)")
    .addHelpText("after", () => `\n${settingsHelp()}\n\nExit codes: 0 fine, 1 findings or failure, 2 wrong usage.`);
  for (const register of commands) register(program, cli);
  return program;
}

/** Aborted by the first signal; a second one, a second later or more, ends the process at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  let impatient = false;
  for (const [signal, code] of Object.entries(signals)) {
    process.on(signal, () => {
      if (impatient) process.exit(code);
      controller.abort(signal);
      // Ctrl-C reaches us twice where a launcher passes on what the terminal has sent already.
      setTimeout(() => (impatient = true), 1_000).unref();
    });
  }
  return controller.signal;
}
