import type { Register } from "./command.ts";

/** `adg doctor`: what is missing on this machine and how to mend it; exit code 1 where something needed is missing. */
export const registerDoctor: Register = (program, cli) => {
  program
    .command("doctor")
    .description("say what is missing and how to mend it")
    .option("--json", "print the findings as JSON")
    .action(() => {
      cli.say("not written yet");
    });
};
