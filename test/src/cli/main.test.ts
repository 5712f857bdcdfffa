import { describe, expect, it } from "vitest";
import { run } from "../../../src/cli/main.ts";

async function adg(environment: Record<string, string>, ...words: string[]) {
  const out: string[] = [];
  const said: string[] = [];
  const code = await run(words, {
    environment,
    out: (text) => out.push(text),
    say: (text) => said.push(text),
    interactive: false,
    stop: new AbortController().signal,
  });
  return { code, out: out.join("\n"), said: said.join("\n") };
}

describe("adg", () => {
  it.each([
    ["--help", 0, /^Usage: adg .*ADG_PORT .*Exit codes: 0 fine/s, /^$/],
    ["help database", 0, /^Usage: adg database /, /^$/],
    ["", 2, /^$/, /^Usage: adg /],
    ["nonsense", 2, /^$/, /^error: unknown command 'nonsense'\n\(adg --help lists the commands\)$/],
    ["database", 2, /^$/, /^Usage: adg database /],
    ["database halt", 2, /^$/, /^error: unknown command 'halt'/],
    ["database status --jsn", 2, /^$/, /^error: unknown option '--jsn'\n\(Did you mean --json\?\)/],
    ["database status more", 2, /^$/, /^error: too many arguments/],
  ])("%s: exit code %i", async (line, code, out, said) => {
    const ran = await adg({}, ...line.split(" ").filter((word) => word !== ""));
    expect(ran.code).toBe(code);
    expect(ran.out).toMatch(out);
    expect(ran.said).toMatch(said);
  });

  it("says in one line what setting is wrong", async () => {
    expect(await adg({ ADG_PORT: "many" }, "database", "status")).toEqual({
      code: 1,
      out: "",
      said: 'adg: ADG_PORT="many": use a whole number from 0 to 65535. Correct it in the environment or in .env (see .env.example).',
    });
  });

  it("tells by the exit code that the local Neo4j does not run", async () => {
    const stopped = { running: false, uri: null, pid: null, kept: false, users: [] };
    const { code, out, said } = await adg({ ADG_STATE: "/no/such/state" }, "database", "status", "--json");
    expect({ code, said, state: JSON.parse(out) as unknown }).toEqual({ code: 1, said: "", state: stopped });
  });
});
