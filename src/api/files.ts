import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { projectPath } from "../config.ts";
import { parseQuestion } from "./questions.ts";
import type { Question } from "./questions.ts";

/** The text of schema.graphql, the contract of the graph. */
export function readContract(): Promise<string> {
  return readFile(projectPath("schema.graphql"), "utf8");
}

/** Every question of questions/, by name. Throws an Error where the header of a file is wrong. */
export async function readQuestions(): Promise<readonly Question[]> {
  const folder = projectPath("questions");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".graphql")).sort();
  return Promise.all(
    files.map(async (file) => parseQuestion(basename(file, ".graphql"), await readFile(join(folder, file), "utf8"))),
  );
}
