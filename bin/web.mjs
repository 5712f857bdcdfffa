/*
 * Builds the web explorer into web/dist: `npm run build:web`. `npm start` and `npm test` do the same where the build is missing
 * or older than its sources (see setup.mjs). Any Node from 20 on reads this; the build runs on the Node of the project.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(project, "web", "dist");
const stamp = join(dist, ".sources");

/** Whether web/dist was built from the sources as they are now; an image has no sources, and nothing to build. */
export function isWebBuilt() {
  if (!existsSync(join(project, "web", "index.html"))) return true;
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hashOfSources();
}

/** Builds beside web/dist and then takes its place, so that nobody finds half a build. Returns whether it went well. */
export function buildWeb() {
  const hash = hashOfSources();
  const out = join(project, "web", `.dist-${process.pid}`);
  const local = join(project, "node_modules", ".bin", "node");
  const vite = join(project, "node_modules", "vite", "bin", "vite.js");
  const { status } = spawnSync(existsSync(local) ? local : process.execPath, [vite, "build", "--logLevel", "error"], {
    cwd: project,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, NODE_ENV: "production", ADG_WEB_OUT: out },
  });
  if (status === 0) {
    writeFileSync(join(out, ".sources"), hash);
    // A server that runs meanwhile finds the one build or the other.
    const before = `${out}-before`;
    if (existsSync(dist)) renameSync(dist, before);
    renameSync(out, dist);
    rmSync(before, { recursive: true, force: true });
  } else rmSync(out, { recursive: true, force: true });
  return status === 0;
}

/** Hash of all that the build reads: paths and contents. */
function hashOfSources() {
  const hash = createHash("sha256");
  for (const path of ["vite.config.ts", "package-lock.json", ...filesIn("questions"), ...filesIn("web")]) {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(project, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesIn(folder) {
  return readdirSync(join(project, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => !/^web\/\.?dist/.test(path) && statSync(join(project, path)).isFile())
    .sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = buildWeb() ? 0 : 1;
