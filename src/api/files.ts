import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { projectPath } from "../config.ts";
import { parseQuestion } from "./questions.ts";
import type { Question } from "./questions.ts";

/** The text that the schema of the API follows from: schema.graphql, the contract of the graph, then the questions as fields. */
export async function readContract(): Promise<string> {
  const graph = await readFile(projectPath("schema.graphql"), "utf8");
  return [graph, ...(await readFields())].join("\n");
}

/** The text of every file of src/api/fields/: a question as a field, with its types. */
export async function readFields(): Promise<readonly string[]> {
  const folder = projectPath("src", "api", "fields");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".graphql")).sort();
  return Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
}

/** Every question of questions/, by name. Throws an Error where the header of a file is wrong. */
export async function readQuestions(): Promise<readonly Question[]> {
  const folder = projectPath("questions");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".graphql")).sort();
  return Promise.all(
    files.map(async (file) => parseQuestion(basename(file, ".graphql"), await readFile(join(folder, file), "utf8"))),
  );
}
