import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readQuestions } from "../../../src/api/files.ts";
import { projectPath } from "../../../src/config.ts";
import { run } from "../../../src/cli/main.ts";
import { tableOf } from "../../../src/cli/table.ts";

async function adg(...words: string[]) {
  const out: string[] = [];
  const said: string[] = [];
  const code = await run(words, {
    environment: {},
    out: (text) => out.push(text),
    say: (text) => said.push(text),
    interactive: false,
    stop: new AbortController().signal,
  });
  return { code, out: out.join("\n"), said: said.join("\n") };
}

const everyQuestion = readdirSync(projectPath("questions"))
  .sort()
  .map((file) => file.replace(/\.graphql$/, ""))
  .join(", ");

describe("adg ask", () => {
  it("lists the questions with what they need", async () => {
    const { code, out, said } = await adg("ask");
    expect({ code, said }).toEqual({ code: 0, said: "" });
    expect(out).toContain(
      "instruments-cited\n" +
        "    Which instruments does a statement cite, where, and with which verb?\n" +
        "    --var statement=statement:admm-plus-12   the id of the statement\n",
    );
  });

  it("lists them for programs", async () => {
    const { out } = await adg("ask", "--json");
    const questions = JSON.parse(out) as readonly {
      readonly name: string;
      readonly columns: readonly { readonly name: string }[];
    }[];
    const cited = questions.find(({ name }) => name === "instruments-cited");
    expect(cited?.columns.map(({ name }) => name)).toEqual([
      ...[
        "instrument",
        "name",
        "clause",
        "part",
        "lead",
        "manner",
        "surface",
        "start",
        "end",
        "verb",
        "role",
        "locator",
      ],
    ]);
  });

  it.each([
    ["meetng", "no question 'meetng'. Did you mean 'meeting'?"],
    ["xyz", `no question 'xyz'. There is ${everyQuestion}`],
    ["meeting", "meeting needs a value for 'meeting'. Add --var meeting=meeting:admm-plus-12"],
    ["meeting --var meting=a", "meeting has no variable 'meting'. Did you mean 'meeting'?"],
    ["meeting --var xyz=a", "meeting has no variable 'xyz'. There is meeting"],
    ["meeting --var meeting", "--var meeting has no value. Write --var meeting=VALUE"],
    ["meeting --var", "option '--var <name=value>' argument missing"],
    ["meeting --json --csv", "--json and --csv exclude each other"],
    ["meeting more", "too many arguments for 'ask'. Expected 1 argument but got 2: meeting, more."],
  ])("ask %s: one clear line", async (line, message) => {
    const { code, out, said } = await adg("ask", ...line.split(" "));
    expect({ code, out, said: said.split("\n")[0] }).toEqual({ code: 2, out: "", said: `error: ${message}` });
  });
});

it("names all questions where none is like the one that was asked", async () => {
  const names = (await readQuestions()).map(({ name }) => name);
  expect((await adg("ask", "xyz")).said.split("\n")[0]).toBe(`error: no question 'xyz'. There is ${names.join(", ")}`);
});

describe("a table", () => {
  it.each([
    ["without rows", [], "a  bcd\n-  ---"],
    [
      "of several kinds",
      [
        { a: "long one", bcd: null },
        { a: 1, bcd: true },
      ],
      "a         bcd\n--------  ----\nlong one\n1         true",
    ],
    [
      "with signs that would move the cursor",
      [{ a: "x\u001b[31m\ny\u009b", bcd: "" }],
      "a          bcd\n---------  ---\nx [31m y",
    ],
  ])("%s", (_, rows, expected) => {
    expect(tableOf(["a", "bcd"], rows)).toBe(expected);
  });
});
