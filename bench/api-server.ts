/*
 * One of the two servers that bench/api.ts compares, in a process of its own: `node bench/api-server.ts ours|bare URI PASSWORD`.
 * Prints its address.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import neo4j from "neo4j-driver";
import { startServer } from "../src/api/server.ts";
import { readConfig } from "../src/config.ts";
import { openDriver } from "../src/neo4j/driver.ts";

const [which = "", uri = "", password = ""] = process.argv.slice(2);
const driver = openDriver({ uri, username: "neo4j", password });
console.log(await (which === "bare" ? bare() : ours()));
process.on("SIGTERM", () => process.exit(0));

async function ours(): Promise<string> {
  const { address } = await startServer({ driver, database: "neo4j", config: readConfig() });
  return address;
}

/** What the API is compared with: node:http and a query written by hand, one message to the database, the same JSON. */
function bare(): Promise<string> {
  const fixed = JSON.stringify({ data: { statements: "x".repeat(1_000) } });
  const server = createServer((request, reply) => {
    if (request.url === "/fixed") {
      reply.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(fixed);
      return;
    }
    let body = "";
    request.setEncoding("utf8").on("data", (part: string) => (body += part));
    request.on("end", () => void answer(body).then((text) => {
      reply.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(text);
    })); // prettier-ignore
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

async function answer(body: string): Promise<string> {
  const { variables } = JSON.parse(body) as { readonly variables: { readonly id: string } };
  const session = driver.session({ database: "neo4j", defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(byHand, variables);
    const data = { statements: records.map((record) => record.get("statement") as unknown) };
    return JSON.stringify({ data, extensions: { revision: "revision:bench" } });
  } finally {
    await session.close();
  }
}

const byHand = `
MATCH (s:Statement {id: $id})
RETURN s { .id, .name, .issuedOn, clauses: COLLECT {
  MATCH (s)-[:HAS_CLAUSE]->(c:Clause)
  WITH c ORDER BY c.ordinal LIMIT 100
  RETURN c { .id, .ordinal, .part, .lead, citesConnection: { edges: COLLECT {
    MATCH (c)-[e:CITES]->(i:Instrument|Statement)
    WITH e, i ORDER BY e.start, i.name, i.id LIMIT 100
    RETURN { properties: e { .surface, .start, .end, .manner }, node: i { .id, .name } }
  } } }
} } AS statement`;
