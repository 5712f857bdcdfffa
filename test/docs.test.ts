import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { settingsTable } from "../src/config.ts";
import { run } from "../src/cli/main.ts";

/* What the pages tell a reader to type, to open or to set exists. */

const root = join(import.meta.dirname, "..");
const pages = ["README.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith(".md"),
);
const textOf = (page: string) => readFileSync(join(root, page), "utf8");
const help = await helpText();
const commands = [...help.matchAll(/^ {2}([a-z]+)[ [<]/gm)].map(([, name = ""]) => name);
const questions = readdirSync(join(root, "questions")).map((name) => name.replace(/\.graphql$/, ""));
const scripts = Object.keys((JSON.parse(textOf("package.json")) as { scripts: Record<string, string> }).scripts);

async function helpText(): Promise<string> {
  const lines: string[] = [];
  const out = (text: string) => lines.push(text);
  await run(["--help"], { environment: {}, out, say: out, interactive: false, stop: new AbortController().signal });
  return lines.join("\n");
}

/** `page: what` for everything that a pattern's first group names in the pages and the test does not find. */
function missing(pattern: RegExp, isThere: (what: string, page: string) => boolean): string[] {
  return pages.flatMap((page) =>
    [...textOf(page).matchAll(pattern)].flatMap(([, what = ""]) => (isThere(what, page) ? [] : [`${page}: ${what}`])),
  );
}

describe("the pages", () => {
  it("are there, and the commands are found in the help text", () => {
    expect(pages.length).toBeGreaterThan(5);
    expect(commands).toEqual(expect.arrayContaining(["start", "serve", "ingest", "remove", "extract", "check", "ask"]));
  });

  it("name commands that exist", () => {
    expect(missing(/\badg ([a-z]+)\b/g, (name) => commands.includes(name))).toEqual([]);
  });

  it("name questions that exist", () => {
    expect(missing(/\badg ask ([a-z][a-z-]*)/g, (name) => questions.includes(name))).toEqual([]);
  });

  it("name npm scripts that exist", () => {
    expect(missing(/\bnpm run ([a-z:]+)/g, (name) => scripts.includes(name))).toEqual([]);
  });

  it("link to files that exist", () => {
    const links = /\]\((?!https?:)([^)#]+)/g;
    expect(missing(links, (target, page) => existsSync(join(root, dirname(page), target)))).toEqual([]);
  });

  it("list every setting as the program has it", () => {
    const cells = (table: string) =>
      table.split("\n").map((line) =>
        line
          .split("|")
          .map((cell) => cell.trim())
          .filter((cell) => !/^-+$/.test(cell)),
      );
    const documented = /\| Setting +\|[^]*?\n(?=\n)/.exec(textOf("docs/operations.md"))?.[0].trim() ?? "";
    expect(cells(documented)).toEqual(cells(settingsTable()));
  });

  it("leave no placeholder", () => {
    expect(pages.filter((page) => /^(QUESTION:|MEASURED|SETTINGS)/m.test(textOf(page)))).toEqual([]);
  });
});
