import { join } from "node:path";
import type { Folders } from "../../ingest/index.ts";

const project = join(import.meta.dirname, "../..");

/** The project's own data with the documents of one folder, and nothing added. */
export function foldersWith(documents: string): Folders {
  return { project, data: join(project, "data"), documents, state: join(documents, "no-state") };
}
