import type { OnProgress } from "../../ingest/index.ts";
import type { Cli } from "./command.ts";

/** Moves to the line before and empties it, so that the next line takes its place. */
const overwrite = "\u001b[1A\u001b[2K";

/** Tells progress on stderr: on a terminal in one line that counts on, elsewhere in one line a phase. */
export function progressOf(cli: Cli): OnProgress {
  let phase = "";
  let started = 0;
  return (name, rows) => {
    const sameLine = name === phase;
    if (!sameLine) started = Date.now();
    phase = name;
    if (!cli.interactive) {
      if (!sameLine) cli.say(rows ? `${name}: ${rows.total}` : name);
      return;
    }
    const seconds = (Date.now() - started) / 1_000;
    const rate = rows && seconds > 0.5 ? `, ${Math.round(rows.done / seconds)} a second` : "";
    cli.say(`${sameLine ? overwrite : ""}${name}${rows ? `: ${rows.done} of ${rows.total}${rate}` : ""}`);
  };
}
