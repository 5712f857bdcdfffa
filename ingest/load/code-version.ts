import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * SHA-256, lower-case hex, of the code that the graph follows from: `ingest/`, `schema.graphql` and the lock file under
 * `root`, the project's folder. The text of the files counts, not their names' order on the disk or their line ends.
 */
export function codeVersion(root: string): string {
  const files = readdirSync(join(root, "ingest"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .concat(join(root, "schema.graphql"), join(root, "package-lock.json"));
  const hash = createHash("sha256");
  for (const name of files.map((file) => file.slice(root.length).replaceAll("\\", "/")).sort()) {
    hash.update(`${name}\n${readFileSync(join(root, name), "utf8").replaceAll("\r\n", "\n")}\n`);
  }
  return hash.digest("hex");
}
