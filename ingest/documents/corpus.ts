import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { IngestError } from "../ingest-error.ts";
import type { Problem } from "../problem.ts";
import type { SourceDocument } from "./document.ts";
import { listDocuments, readBytes, readDocument, readFileBytes, type Origin } from "./read.ts";

/** A document that was added to the corpus: its bytes stand in `corpus/<sha256>` under the state folder. */
interface Added {
  /** Name under which it was added, unique in the corpus. */
  readonly name: string;
  readonly sha256: string;
  readonly address: string | null;
  /** Encoding that the server of the address named; absent for files. */
  readonly charset?: string | null;
}

export interface Corpus {
  /** Sorted by file name. */
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly Problem[];
}

/**
 * Every document of the corpus: the files under `documentsFolder`, which may be absent, and what was added under
 * `stateFolder`. What cannot be read is a problem.
 */
export async function readCorpus(documentsFolder: string, stateFolder: string): Promise<Corpus> {
  const read = (await isFolder(documentsFolder)) ? await readFiles(documentsFolder) : { documents: [], problems: [] };
  const documents = [...read.documents];
  const problems = [...read.problems];
  for (const { name, sha256, address, charset = null } of await readIndex(stateFolder)) {
    const bytes = await readFile(join(corpusFolder(stateFolder), sha256));
    const added = await readBytes(bytes, name, { address, charset });
    if (added.document) documents.push(added.document);
    problems.push(...added.problems);
  }
  documents.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { documents, problems };
}

/** The document at `path`, or every document of the folder there, sorted by name. */
export async function readFiles(path: string): Promise<Corpus> {
  const { files, problems } = await filesAt(path);
  const documents: SourceDocument[] = [];
  const found = [...problems];
  for (const file of files) {
    const read = await readDocument(file.path, file.name);
    if (read.document) documents.push(read.document);
    found.push(...read.problems);
  }
  return { documents, problems: found };
}

/** What became of the files that were to be added. */
export interface Addition {
  /** Names of the documents that are in the corpus now. */
  readonly added: readonly string[];
  /** What could not be read; nothing of it was added. */
  readonly problems: readonly Problem[];
}

/**
 * Adds the file at `path`, or every document of the folder there. A document of the same name takes the place of the one
 * before it.
 */
export async function addToCorpus(stateFolder: string, path: string): Promise<Addition> {
  const { files, problems } = await filesAt(path);
  const added: Added[] = [];
  const found: Problem[] = [...problems];
  for (const file of files) {
    const bytes = await readFileBytes(file.path, file.name);
    if (!(bytes instanceof Uint8Array)) {
      found.push(bytes);
      continue;
    }
    // Read once: what is stored goes under the hash of the very bytes that were found fit.
    const { document, problems: faults } = await readBytes(bytes, file.name);
    found.push(...faults);
    if (!document) continue;
    await store(stateFolder, document.sha256, bytes);
    added.push({ name: file.name, sha256: document.sha256, address: null });
  }
  if (added.length > 0) await enter(stateFolder, added);
  return { added: added.map(({ name }) => name).sort(), problems: found };
}

/** Keeps one document with what is known of its origin; it takes the place of the one of the same name. */
export async function keepDocument(
  stateFolder: string,
  { name, address, charset }: { readonly name: string } & Origin,
  bytes: Uint8Array,
): Promise<void> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await store(stateFolder, sha256, bytes);
  await enter(stateFolder, [{ name, sha256, address, charset }]);
}

/** Addresses whose pages are in the corpus. */
export async function keptAddresses(stateFolder: string): Promise<ReadonlySet<string>> {
  const index = await readIndex(stateFolder);
  return new Set(index.flatMap(({ address }) => (address === null ? [] : [address])));
}

async function enter(stateFolder: string, added: readonly Added[]): Promise<void> {
  const before = await readIndex(stateFolder);
  const others = before.filter(({ name }) => !added.some((entry) => entry.name === name));
  await replaceIndex(stateFolder, before, [...others, ...added]);
}

/** The bytes go after the index that named them, so that a run that is broken off leaves none without. */
async function replaceIndex(stateFolder: string, before: readonly Added[], now: readonly Added[]): Promise<void> {
  await writeIndex(stateFolder, now);
  const needed = new Set(now.map(({ sha256 }) => sha256));
  for (const sha256 of new Set(before.map((entry) => entry.sha256))) {
    if (!needed.has(sha256)) await rm(join(corpusFolder(stateFolder), sha256), { force: true });
  }
}

/**
 * Takes a document out of the corpus by its name, address or hash (at least 8 digits). Returns the names taken out,
 * empty where nothing fits.
 */
export async function removeFromCorpus(stateFolder: string, what: string): Promise<readonly string[]> {
  const index = await readIndex(stateFolder);
  const fits = ({ name, sha256, address }: Added) =>
    name === what || address === what || (what.length >= 8 && sha256.startsWith(what));
  const [gone, kept] = [index.filter(fits), index.filter((entry) => !fits(entry))];
  if (gone.length > 0) await replaceIndex(stateFolder, index, kept);
  return gone.map(({ name }) => name);
}

async function filesAt(path: string): ReturnType<typeof listDocuments> {
  return (await isFolder(path)) ? listDocuments(path) : { files: [{ path, name: basename(path) }], problems: [] };
}

function corpusFolder(stateFolder: string): string {
  return join(stateFolder, "corpus");
}

async function readIndex(stateFolder: string): Promise<Added[]> {
  const path = join(corpusFolder(stateFolder), "index.json");
  try {
    return JSON.parse(await readFile(path, "utf8")) as Added[];
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new IngestError("corpus-index", `${path} cannot be read`, "Take the file away and add the documents again", cause);
  }
}

async function writeIndex(stateFolder: string, entries: readonly Added[]): Promise<void> {
  const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  await replaceFile(join(corpusFolder(stateFolder), "index.json"), `${JSON.stringify(sorted, null, 2)}\n`);
}

async function store(stateFolder: string, sha256: string, bytes: Uint8Array): Promise<void> {
  await mkdir(corpusFolder(stateFolder), { recursive: true });
  await replaceFile(join(corpusFolder(stateFolder), sha256), bytes);
}

/** A reader finds the old file or the new one, never half of it. */
async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}`;
  await writeFile(temporary, content, { flush: true });
  await rename(temporary, path);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
