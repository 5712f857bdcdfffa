import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { run } from "../../src/cli/main.ts";
import { apiGraph } from "./api-graph.ts";
import type { TestGraph } from "./graph.ts";

let graph: TestGraph;

beforeAll(async () => {
  graph = await apiGraph();
});
afterAll(async () => {
  await graph.driver.close();
});

async function ask(...words: string[]) {
  const { uri, username, password, database } = inject("neo4j");
  const out: string[] = [];
  const said: string[] = [];
  const code = await run(["ask", ...words], {
    environment: { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database },
    out: (text) => out.push(text),
    say: (text) => said.push(text),
    interactive: false,
    stop: new AbortController().signal,
  });
  return { code, out: out.join("\n"), said: said.join("\n") };
}

const question = ["working-group", "--var", "group=working-group:ct"];

test("a table on stdout, nothing beside it", async () => {
  const { code, out, said } = await ask(...question);
  expect({ code, said }).toEqual({ code: 0, said: "" });
  const lines = out.split("\n");
  expect(lines).toHaveLength(9);
  expect(lines[0]?.split(/ +/)).toEqual([
    ...["when", "until", "what", "name", "detail", "within", "who", "place", "status", "disputed", "id", "sources"],
  ]);
  expect(lines[2]?.split(/ {2,}/)).toEqual([
    ...["2013-09-09", "2013-09-13", "activity", "Exercise", "field exercise", "Malaysia", "held", "activity:ctx"],
  ]);
});

test("rows as JSON, every column in each", async () => {
  const { out } = await ask(...question, "--json");
  expect((JSON.parse(out) as readonly unknown[])[4]).toEqual({
    when: "2011",
    until: null,
    what: "set up",
    name: "EWG on Counter-Terrorism",
    detail: null,
    within: null,
    who: null,
    place: null,
    status: null,
    disputed: null,
    id: "working-group:ct",
    sources: null,
  });
});

test("rows as CSV", async () => {
  const { out } = await ask(...question, "--csv");
  const lines = `${out}\n`.split("\r\n");
  expect([lines[0], lines[4], lines[5]]).toEqual([
    "when,until,what,name,detail,within,who,place,status,disputed,id,sources",
    "2010-10-12,,mandated,First meeting,,,,,held,,meeting:s-1,",
    "2011,,set up,EWG on Counter-Terrorism,,,,,,,working-group:ct,",
  ]);
  expect(lines.at(-1)).toBe("");
});

test("an id of nothing: one line, exit code 1", async () => {
  expect(await ask("instruments-cited", "--var", "statement=statement:x")).toEqual({
    code: 1,
    out: "",
    said: "adg: no statement 'statement:x'. Look it up in statements, by name.",
  });
});

test("a list that ended before its last row is named beside the table", async () => {
  const { driver, name } = graph;
  await driver.executeQuery(
    `MATCH (my:Country {id: "country:my"}) UNWIND range(1, 101) AS n
     CREATE (:Tenure {id: "tenure:many-" + n, name: "Many", office: "Minister", capacity: "minister", disputed: []})-[:OF {sources: []}]->(my)`,
    {},
    { database: name },
  );
  const { code, said } = await ask("officeholders", "--var", "country=country:my");
  expect({ code, said }).toEqual({ code: 0, said: "adg: cut short: countries.tenuresConnection ends after 100." });
});

test("a list at the top is read to its end, page after page", async () => {
  const { driver, name } = graph;
  await driver.executeQuery(
    `UNWIND range(26, 250) AS n
     CREATE (:Problem {id: "problem:" + n, rule: "test", severity: "note", message: "Note " + n, file: "file.txt"})`,
    {},
    { database: name },
  );
  const { code, out, said } = await ask("gaps", "--var", "rule=test", "--json");
  const messages = (JSON.parse(out) as readonly { message: string }[]).map(({ message }) => message);
  expect({ code, said, rows: messages.length, different: new Set(messages).size }).toEqual({
    ...{ code: 0, said: "", rows: 250 },
    // The first 25 have one message between them.
    different: 226,
  });
});

test("variables that may be left out are left out", async () => {
  const statements = async (...given: string[]) => {
    const { out } = await ask("citation-matrix", "--json", ...given);
    return (JSON.parse(out) as readonly { statement: string }[]).map(({ statement }) => statement);
  };
  expect(await statements()).toEqual(["statement:s-1", "statement:s-2"]);
  expect(await statements("--var", "from=2014")).toEqual(["statement:s-2"]);
  expect(await statements("--var", "to=2014", "--var", "kind=treaty")).toEqual(["statement:s-1"]);
});

test("a graph in which nothing is loaded: one line, exit code 1", async () => {
  await graph.driver.executeQuery("MATCH (r:Revision) DELETE r", {}, { database: graph.name });
  expect(await ask(...question)).toEqual({ code: 1, out: "", said: "adg: nothing is loaded yet. Run adg ingest." });
});
