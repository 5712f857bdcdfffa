/*
 * Writes docs/questions.md: every question of questions/ with the answer of a graph of the curated facts alone. It loads them into
 * a managed server of its own, in a folder that is removed afterwards, or into the database of NEO4J_URI where that is empty.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { ingest } from "../ingest/index.ts";
import { askQuestion } from "../src/api/ask.ts";
import { readQuestions } from "../src/api/files.ts";
import { projectPath, readConfig } from "../src/config.ts";
import { exampleOf, outputOf, questionsPage } from "../src/docs/questions-page.ts";
import { openDriver } from "../src/neo4j/driver.ts";
import { findNeo4j, managedOptions } from "../src/neo4j/find.ts";
import { startNeo4j } from "../src/neo4j/managed.ts";

const page = projectPath("docs", "questions.md");
const config = readConfig(process.env);
const folder = await mkdtemp(join(tmpdir(), "adg-questions-"));
try {
  const server =
    config.NEO4J_URI === undefined
      ? await startNeo4j({ ...managedOptions(config), folder: join(folder, "neo4j"), say: console.error })
      : await findNeo4j(config, console.error);
  const driver = openDriver(server);
  try {
    await writePage({ driver, database: server.database, config });
  } finally {
    await driver.close();
    await server.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function writePage(parts) {
  await refuseUnlessEmpty(parts);
  const documents = join(folder, "documents");
  await mkdir(documents);
  const folders = { project: projectPath(), data: projectPath("data"), documents, state: join(folder, "state") };
  await ingest(folders, [], { ...parts, maxRows: config.ADG_LOAD_ROWS, dryRun: false, onProgress: () => undefined });
  const questions = await readQuestions();
  const outputs = new Map();
  for (const question of questions) {
    console.error(`asking ${question.name}`);
    const { rows } = await askQuestion(parts, question, exampleOf(question));
    outputs.set(question.name, outputOf(question, rows));
  }
  const text = questionsPage(questions, ({ name }) => outputs.get(name));
  await writeFile(page, await format(text, { ...(await resolveConfig(page)), filepath: page }));
  console.error(`${page}: ${questions.length} questions, ${(await readFile(page, "utf8")).length} characters`);
}

async function refuseUnlessEmpty({ driver, database }) {
  const { records } = await driver.executeQuery("MATCH (node) RETURN count(node) AS nodes", {}, { database });
  const nodes = Number(records[0].get("nodes"));
  if (nodes > 0) throw new Error(`NEO4J_URI holds ${nodes} nodes: give it an empty database, or unset it`);
}
