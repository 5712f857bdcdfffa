import { readFileSync } from "node:fs";
import neo4j from "neo4j-driver";
import { loadRows } from "../../ingest/load/load.ts";
import type { Rows } from "../../ingest/rows/row.ts";

/* A loader of its own process, for the test that kills it: `node loader-process.ts URI USERNAME PASSWORD ROWS`. */

const [uri = "", username = "", password = "", path = ""] = process.argv.slice(2);
const rows = JSON.parse(readFileSync(path, "utf8")) as Rows;
const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
const report = await loadRows(rows, "revision:of-the-loader", {
  driver,
  database: "neo4j",
  maxRows: 200_000,
  dryRun: false,
  onProgress: () => undefined,
});
console.log(report.written);
await driver.close();
