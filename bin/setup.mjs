/*
 * Installs what package-lock.json asks for, where it is not installed, and builds the web explorer, where it is not built from the
 * sources as they are: run before `npm start` and `npm test`, by any Node from 20 on. With --check it does neither: exit code 1
 * where something that the commands need is not installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildWeb, isWebBuilt } from "./web.mjs";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const projectNode = join(project, "node_modules", ".bin", "node");
const major = Number(process.versions.node.split(".")[0]);

if (major < 20) fail(`Node ${process.versions.node} is too old. Install Node 20 or later, then try again.`);
if (process.argv[2] === "--check") process.exitCode = canRun() ? 0 : 1;
else {
  if (!isInstalled()) install();
  if (!isWebBuilt()) build();
}

/** An image has neither the packages of the tests nor a Node beside its own. */
function canRun() {
  return (existsSync(projectNode) || major >= 24) && has(({ dev = false }) => !dev);
}

function isInstalled() {
  return existsSync(projectNode) && has(() => true);
}

/** Compares the lock file with npm's own record, which npm writes last, so a broken-off install counts as none. */
function has(needed) {
  const present = packagesOf(join("node_modules", ".package-lock.json"));
  return Object.entries(packagesOf("package-lock.json"))
    .filter(([path, entry]) => path !== "" && !entry.optional && !entry.devOptional && needed(entry))
    .every(([path, { version }]) => present[path]?.version === version);
}

function packagesOf(path) {
  const file = join(project, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

function install() {
  process.stderr.write("installing packages (npm ci)\n");
  // Stdout stays free for the data of the command that comes next.
  const { status, error } = spawnSync("npm", ["ci", "--no-fund", "--no-audit", "--loglevel=error"], {
    cwd: project,
    stdio: ["ignore", 2, 2],
  });
  if (error) fail(`npm does not start (${error.message}). Install npm, which comes with Node, then try again.`);
  if (status !== 0) fail("npm ci failed, see above. Mend that, then try again.");
  if (!existsSync(projectNode)) {
    fail(
      "npm ci left out Node 24, since install scripts are switched off. Run `npm rebuild node --ignore-scripts=false`.",
    );
  }
}

function build() {
  process.stderr.write("building the explorer (npm run build:web)\n");
  if (!buildWeb()) fail("the explorer could not be built, see above. Mend that, then try again.");
}

function fail(message) {
  process.stderr.write(`adg: ${message}\n`);
  process.exit(1);
}
