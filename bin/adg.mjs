#!/usr/bin/env node
/*
 * Starts the command line on the Node of the project (node_modules/.bin/node). Plain JavaScript that an old Node reads
 * too, since its other task is to name the remedy where Node is too old or nothing is installed yet.
 */
import { spawn } from "child_process";
import { existsSync, realpathSync } from "fs";
import { constants } from "os";
import { dirname, join } from "path";
import { fileURLToPath } from "url";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const projectNode = join(project, "node_modules", ".bin", "node");
/* V8 lets its young generation grow to over 100 MB under load; a small one costs little time and holds the memory down. */
const flags = ["--max-semi-space-size=8", "--disable-warning=ExperimentalWarning"];
const major = Number(process.versions.node.split(".")[0]);

if (!existsSync(join(project, "node_modules", "commander"))) {
  fail("nothing is installed yet. Run `npm ci` in " + project + (major < 20 ? " with Node 20 or later." : "."));
} else if (existsSync(projectNode) && !runsAsWanted()) {
  runOn(projectNode);
} else if (major < 24) {
  fail(
    "Node " + process.versions.node + " is too old. Install Node 20 or later and run `npm ci`, which brings Node 24.",
  );
} else {
  const settings = join(project, ".env");
  if (existsSync(settings)) process.loadEnvFile(settings);
  import("../src/cli/main.ts").then(({ main }) => main());
}

function runsAsWanted() {
  return (
    realpathSync(projectNode) === realpathSync(process.execPath) &&
    flags.every((flag) => process.execArgv.includes(flag))
  );
}

function runOn(node) {
  let child = null;
  // Listened for before there is a child to pass them on to: a signal may come at once.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const words = flags.concat(fileURLToPath(import.meta.url), process.argv.slice(2));
  child = spawn(node, words, { stdio: "inherit" });
  child.on("error", (error) => fail(node + " does not start (" + error.message + "). Run `npm ci`."));
  child.on("exit", (code, signal) => process.exit(code === null ? 128 + constants.signals[signal] : code));
}

function fail(message) {
  process.stderr.write("adg: " + message + "\n");
  process.exitCode = 1;
}
