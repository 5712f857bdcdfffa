import { mkdir, open, rename, rm, writeFile, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { ExportFormat } from "./formats.ts";
import { readingGraph, type GraphPlace } from "./graph.ts";
import { manifestText, piecesOf, type Manifest } from "./manifest.ts";

/** Name of the file that says what the others are. */
const manifestName = "manifest.json";

/**
 * Writes an export into a folder, which is made where it is not there. The files take their names when all of them are whole;
 * the manifest comes last. Throws a Failure where nothing is loaded, or where the graph changes on the way.
 */
export async function writeExport(
  place: GraphPlace,
  format: ExportFormat,
  folder: string,
  onFile: (name: string) => void,
): Promise<Manifest> {
  await mkdir(folder, { recursive: true });
  const started = new Map<string, FileHandle>();
  try {
    let manifest: Manifest | null = null;
    for await (const part of readingGraph(place, (reader) => piecesOf(format, reader))) {
      if ("file" in part) await (await handleOf(part.file.name)).writeFile(part.bytes);
      else manifest = part;
    }
    if (manifest === null) throw new Error("an export without a manifest");
    for (const [name, handle] of started) {
      await handle.close();
      await rename(unfinished(name), join(folder, name));
    }
    started.clear();
    await writeFile(join(folder, manifestName), manifestText(manifest));
    return manifest;
  } finally {
    for (const [name, handle] of started) {
      await handle.close();
      await rm(unfinished(name), { force: true });
    }
  }

  function unfinished(name: string): string {
    return join(folder, `${name}.part`);
  }

  async function handleOf(name: string): Promise<FileHandle> {
    const handle = started.get(name) ?? (await open(unfinished(name), "w"));
    if (!started.has(name)) onFile(name);
    started.set(name, handle);
    return handle;
  }
}
