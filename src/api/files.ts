import { readdir, readFile } from "node:fs/promises";
import { projectPath } from "../config.ts";

/** The text of schema.graphql, the contract of the graph. */
export function readContract(): Promise<string> {
  return readFile(projectPath("schema.graphql"), "utf8");
}

/** The texts of questions/*.graphql by the name of the question, sorted. */
export async function readQuestionFiles(): Promise<ReadonlyMap<string, string>> {
  const folder = projectPath("questions");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".graphql")).sort();
  const texts = await Promise.all(files.map((file) => readFile(projectPath("questions", file), "utf8")));
  return new Map(files.map((file, index) => [file.slice(0, -".graphql".length), texts[index] ?? ""]));
}
