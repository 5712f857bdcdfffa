import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { projectPath } from "../../src/config.ts";
import type { TestServer } from "./server.ts";

/** `adg serve` in a process of its own, on the database of the tests. */
export interface Served {
  readonly child: ChildProcess;
  /** Where it answers; the empty text where it ended before it did. */
  readonly address: string;
  /** What it said on stderr so far. */
  readonly said: () => string;
  /** Its exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** The flags that bin/adg.mjs wants: with them it serves in the process that is started here, and not in a child of it. */
const flags = ["--max-semi-space-size=8", "--disable-warning=ExperimentalWarning"];

/** Starts it and waits until it answers or has ended. `openFiles` is the most files that it may have open. */
export async function serve(
  server: TestServer,
  settings: Readonly<Record<string, string>> = {},
  openFiles?: number,
): Promise<Served> {
  const environment = {
    ...process.env,
    NEO4J_URI: server.uri,
    NEO4J_USERNAME: server.username,
    NEO4J_PASSWORD: server.password,
    NEO4J_DATABASE: server.database,
    ADG_PORT: "0",
    ...settings,
  };
  const words = [...flags, projectPath("bin", "adg.mjs"), "serve"];
  const limited = ["-c", `ulimit -n ${openFiles ?? ""}; exec "$0" "$@"`, process.execPath, ...words];
  const [program, all] = openFiles === undefined ? [process.execPath, words] : ["/bin/sh", limited];
  const child = spawn(program, all, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let said = "";
  child.stderr.on("data", (part: Buffer) => (said += part.toString()));
  const ended = once(child, "close").then(([code, signal]) => (code ?? signal) as number | string);
  const answers = new Promise<void>((resolve) => {
    child.stdout.on("data", (part: Buffer) => {
      out += part.toString();
      if (out.includes("/graphql\n")) resolve();
    });
  });
  await Promise.race([answers, ended]);
  return { child, address: /http:\S+(?=\/graphql)/.exec(out)?.[0] ?? "", said: () => said, ended };
}
