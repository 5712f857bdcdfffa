/*
 * Writes web/generated/: the types of the explorer's queries, one module a query of questions/ and of web/. Modules of queries
 * that are gone are removed; a test says when they are out of date.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { clientModules, generatedFolder } from "../src/web-types/queries.ts";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), generatedFolder);
const modules = await clientModules();

mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder)) if (!modules.has(file)) rmSync(join(folder, file));
for (const [file, text] of modules) {
  const path = join(folder, file);
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
}
