import type { Command } from "commander";
import type { Config } from "../config.ts";

/**
 * What a command is given to talk to the world with. Data goes to stdout, messages and progress to stderr, so that
 * `adg … > file` and `adg … | jq` get the data alone.
 */
export interface Cli {
  /** The checked settings; throws a Failure where one is wrong, so call it inside the action, not while registering. */
  readonly config: () => Config;
  /** Writes data and a line end to stdout. */
  readonly out: (text: string) => void;
  /** Writes a message or a line of progress to stderr. */
  readonly say: (text: string) => void;
  /** Whether stderr is a terminal, where progress may redraw its line; elsewhere one line a phase. */
  readonly interactive: boolean;
  /** Marks the run as one that found something: exit code 1 although nothing was thrown. */
  readonly foundSomething: () => void;
  /** Aborted by Ctrl-C, SIGTERM or SIGHUP: stop what was started, then return. */
  readonly stop: AbortSignal;
}

/**
 * Adds one command to the program. Each command is a file `src/cli/NAME.ts` that exports one such function, listed in
 * `commands` of main.ts in the order of the help text. What is heavy (driver, GraphQL, pipeline) is imported inside the
 * action (`await import(…)`), so that `adg --help` and `adg extract` stay fast.
 *
 * An action returns a promise. It ends the command by returning (exit code 0, or 1 after `cli.foundSomething()`) or by
 * throwing: an error with a string `remedy` (Failure) becomes one line on stderr and exit code 1, any other error is our
 * own bug and shows its stack. Wrong usage that commander cannot see is `program.error(message)`: exit code 2.
 */
export type Register = (program: Command, cli: Cli) => void;
