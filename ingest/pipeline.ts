import { createHash } from "node:crypto";
import type { SourceDocument } from "./documents/document.ts";
import { readCorpus, readFiles } from "./documents/corpus.ts";
import { extract } from "./extract.ts";
import { codeVersion } from "./load/code-version.ts";
import { loadRows, type LoadOptions, type LoadReport } from "./load/load.ts";
import type { Problem } from "./problem.ts";
import { readRegistry } from "./registry/read.ts";
import type { Registry } from "./registry/registry.ts";
import { buildGraph, type Graph } from "./rows/build.ts";

/** Where the material stands: absolute paths. */
export interface Folders {
  /** The project's own folder, whose code is part of the revision. */
  readonly project: string;
  readonly data: string;
  readonly documents: string;
  readonly state: string;
}

/** Everything that the graph follows from. */
export interface Material {
  readonly registry: Registry;
  readonly documents: readonly SourceDocument[];
  /** What was found wrong while reading. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the curated facts, the corpus, and the files and folders at `extraPaths` as if they were in it. What is wrong with
 * them is a problem; the rest is read.
 */
export async function readMaterial(folders: Folders, extraPaths: readonly string[]): Promise<Material> {
  const { registry, problems } = readRegistry(folders.data);
  const parts = [await readCorpus(folders.documents, folders.state)];
  for (const path of extraPaths) parts.push(await readFiles(path));
  return {
    registry,
    documents: parts.flatMap((part) => part.documents),
    problems: [...problems, ...parts.flatMap((part) => part.problems)],
  };
}

/** From material to graph: the whole pipeline, without effects. */
export function graphOf({ registry, documents, problems }: Material): Graph {
  const extracted = documents.map((document) => ({ ...extract(document, registry), document }));
  return buildGraph(registry, extracted, [...problems, ...extracted.flatMap((item) => item.problems)]);
}

/** Id of the revision that follows from the material and the code: the hash of data, documents and code version. */
export function revisionOf({ registry, documents }: Material, version: string): string {
  const corpus = documents.map(({ file, sha256, address }) => [file, sha256, address]);
  const hash = createHash("sha256")
    .update(JSON.stringify([registry.records, corpus, version]))
    .digest("hex");
  return `revision:${hash.slice(0, 16)}`;
}

/** What an ingest did and what it found. */
export interface IngestReport extends LoadReport {
  readonly documents: number;
  readonly problems: readonly Problem[];
}

/** Reads, extracts and loads. Throws an IngestError where the load is refused; see {@link loadRows}. */
export async function ingest(
  folders: Folders,
  extraPaths: readonly string[],
  options: LoadOptions,
): Promise<IngestReport> {
  options.onProgress("reading data and documents");
  const material = await readMaterial(folders, extraPaths);
  options.onProgress(`extracting ${material.documents.length} documents`);
  const { rows, problems } = graphOf(material);
  const report = await loadRows(rows, revisionOf(material, codeVersion(folders.project)), options);
  return { ...report, documents: material.documents.length, problems };
}
