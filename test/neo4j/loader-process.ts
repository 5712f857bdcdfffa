import neo4j from "neo4j-driver";
import { ingest } from "../../ingest/index.ts";
import { foldersWith } from "./folders.ts";

/* A loader of its own process, for the test that kills it: `node loader-process.ts URI USERNAME PASSWORD DOCUMENTS`. */

const [uri = "", username = "", password = "", documents = ""] = process.argv.slice(2);
const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
const report = await ingest(foldersWith(documents), [], {
  driver,
  database: "neo4j",
  maxRows: 200_000,
  dryRun: false,
  onProgress: () => undefined,
});
console.log(report.written);
await driver.close();
