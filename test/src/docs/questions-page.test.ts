import { readFile } from "node:fs/promises";
import { format, resolveConfig } from "prettier";
import { beforeAll, describe, expect, it } from "vitest";
import { readQuestions } from "../../../src/api/files.ts";
import { parseQuestion } from "../../../src/api/questions.ts";
import type { Question } from "../../../src/api/questions.ts";
import { projectPath } from "../../../src/config.ts";
import { exampleOf, outputOf, questionsPage } from "../../../src/docs/questions-page.ts";

const path = projectPath("docs", "questions.md");
let questions: readonly Question[];
let page: string;

beforeAll(async () => {
  questions = await readQuestions();
  page = await readFile(path, "utf8");
});

/** What stands in the page below the command of a question's example. */
function outputIn({ name }: Question): string {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${name}\n`)) ?? "";
  return /^```text\n\$ .*\n([^]*?)\n```$/m.exec(section)?.[1] ?? "";
}

describe("docs/questions.md", () => {
  it("is what npm run docs:questions writes of every question, with an answer that has rows", async () => {
    const text = questionsPage(questions, outputIn);
    expect(page).toBe(await format(text, { ...(await resolveConfig(path)), filepath: path }));
    const bare = questions.filter((question) => outputIn(question).split("\n").length < 3);
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it("shows the columns that the questions have", () => {
    for (const question of questions) {
      const head = outputIn(question).split("\n")[0]?.split(/ +/);
      expect({ name: question.name, head }).toEqual({
        name: question.name,
        head: question.columns.map(({ name }) => name),
      });
    }
  });
});

describe("an example", () => {
  const text = (variables: string) =>
    `# title: T\n# description: D\n# variables: { ${variables} }\n# columns: { a: A }\n# rows: [{ each: x, a: .a }]\n{ x { a } }\n`;
  const question = parseQuestion(
    "q",
    text(
      "id: {is: an id, example: 'x:it''s'}, of: {is: o, example: 'y', optional: true}, to: {is: t, example: 'z', optional: true}",
    ),
  );

  it("has the variables that are needed, and the first of the others", () => {
    expect(exampleOf(question)).toEqual({ id: "x:it's", of: "y" });
    expect(questionsPage([question], () => "out")).toContain("$ npx adg ask q --var 'id=x:it'\\''s' --var of=y\nout\n");
  });

  it("shows twelve rows and says how many there are more", () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ a: index }));
    expect(outputOf(question, rows(12)).split("\n")).toHaveLength(14);
    expect(outputOf(question, rows(13)).split("\n").at(-1)).toBe("… 1 row more");
    expect(outputOf(question, rows(40)).split("\n").at(-1)).toBe("… 28 rows more");
  });
});
