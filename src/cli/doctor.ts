import type { Config } from "../config.ts";
import type { Cli, Register } from "./command.ts";
import { examine, type Finding } from "./examine.ts";

/** `adg doctor`: what is missing on this machine and how to mend it; exit code 1 where something needed is missing. */
export const registerDoctor: Register = (program, cli) => {
  program
    .command("doctor")
    .description("say what is missing on this machine and how to mend it")
    .option("--json", "print the findings as JSON")
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const findings = await examine(configOrFailure(cli));
      const fine = findings.every(({ state }) => state !== "missing");
      cli.out(json ? JSON.stringify({ fine, findings }, null, 2) : findings.map(describe).join("\n"));
      if (!fine) cli.foundSomething();
    });
};

/** Wrong settings are one of the findings here, and must not hide the others. */
function configOrFailure(cli: Cli): Config | Error {
  try {
    return cli.config();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

const marks = { fine: "ok     ", optional: "not set", missing: "MISSING" } as const;

function describe({ state, name, found, remedy }: Finding): string {
  return `${marks[state]}  ${name}: ${found}${remedy === null ? "" : `\n         ${remedy}`}`;
}
