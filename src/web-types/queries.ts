import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { buildApiSchema } from "../api/schema.ts";
import { readContract } from "../api/files.ts";
import { projectPath } from "../config.ts";
import { clientModule } from "./module.ts";

/** Folder of the modules, from the project's. */
export const generatedFolder = "web/generated";

/**
 * The modules of the explorer's queries by file name: one for each .graphql file of web/, and for each of questions/ whose module is
 * imported somewhere in web/. Throws an Error where two files have one name, or a query does not fit the schema.
 */
export async function clientModules(): Promise<ReadonlyMap<string, string>> {
  const schema = await buildApiSchema(await readContract());
  const asked = await importedModules();
  const questions = (await filesIn("questions", /\.graphql$/)).filter((path) => asked.has(basename(path, ".graphql")));
  const modules = new Map<string, string>();
  for (const path of [...questions, ...(await filesIn("web", /\.graphql$/))]) {
    const name = basename(path, ".graphql");
    if (modules.has(`${name}.ts`)) throw new Error(`${path}: another query has that name already`);
    const text = await readFile(projectPath(path), "utf8");
    modules.set(`${name}.ts`, clientModule(schema, { name, path: `../../${path}`, text }));
  }
  return modules;
}

/** Names of the generated modules that the sources of the explorer import. */
async function importedModules(): Promise<ReadonlySet<string>> {
  const sources = await filesIn("web", /(?<!\.d)\.tsx?$/);
  const texts = await Promise.all(sources.map((path) => readFile(projectPath(path), "utf8")));
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/\/generated\/([^"]+)\.ts"/g)].map(([, name = ""]) => name)),
  );
}

async function filesIn(folder: string, ending: RegExp): Promise<readonly string[]> {
  const files = await readdir(projectPath(folder), { recursive: true });
  return files
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((path) => ending.test(path) && !/^web\/(?:dist|generated)/.test(path))
    .sort();
}
