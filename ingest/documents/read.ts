import { createHash } from "node:crypto";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Problem } from "../problem.ts";
import { decode } from "./decode.ts";
import type { SourceDocument } from "./document.ts";
import { packedFormat, type PackedFormat } from "./format.ts";
import { readPage } from "./html/page.ts";
import { parse } from "./parse.ts";

/** Largest file that is read, in bytes. */
export const maxBytes = 20 * 1024 * 1024;

/** A document, or null with the problems that say why there is none. A document can have problems, too. */
export interface ReadDocument {
  readonly document: SourceDocument | null;
  readonly problems: readonly Problem[];
}

/** A file of a corpus folder: where it is, and its path in the folder with forward slashes. */
export interface ListedFile {
  readonly path: string;
  readonly name: string;
}

/**
 * Reads one file. Whatever is wrong with it (missing, a folder, a device, too large, unreadable, no text) is a problem
 * with `name` as its file, never a throw.
 */
export async function readDocument(path: string, name: string): Promise<ReadDocument> {
  const bytes = await readFileBytes(path, name);
  return bytes instanceof Uint8Array ? readBytes(bytes, name) : nothing(bytes);
}

/** The bytes of a file that can be a document, or the problem that says why they cannot be had. */
export async function readFileBytes(path: string, name: string): Promise<Uint8Array | Problem> {
  try {
    const unfit = await unfitness(path);
    return unfit ? problem(name, ...unfit) : await readFile(path);
  } catch (cause) {
    return problem(name, ...describeFailure(errorCode(cause)));
  }
}

/** Where bytes came from: the address, and the encoding that its server says they are in; both null for a file. */
export interface Origin {
  readonly address: string | null;
  readonly charset: string | null;
}

const fromFile: Origin = { address: null, charset: null };

/** The document that these bytes are: decoded or parsed, with its format and hash. */
export async function readBytes(
  bytes: Uint8Array,
  name: string,
  { address, charset }: Origin = fromFile,
): Promise<ReadDocument> {
  const packed = packedFormat(bytes);
  if (packed) return readPacked(bytes, packed, name, address);
  const { text, problems } = decode(bytes, name, charset);
  if (!text) return { document: null, problems };
  const document = { file: name, format: text.format, sha256: hashOf(bytes), raw: text.raw, address };
  if (text.format !== "html") return { document, problems };
  const page = readPage(text.raw, name);
  return { document: page.text && { ...document, ...page.text }, problems: [...problems, ...page.problems] };
}

async function readPacked(
  bytes: Uint8Array,
  format: PackedFormat,
  file: string,
  address: string | null,
): Promise<ReadDocument> {
  const outcome = await parse({ format, bytes });
  if ("refused" in outcome) return nothing(problem(file, outcome.refused.rule, outcome.refused.message));
  const { problems, ...layer } = outcome.parsed;
  const document = { file, format, sha256: hashOf(bytes), address, ...layer };
  if (layer.raw.trim() === "") return nothing(problem(file, ...empty));
  return { document, problems: problems.map((found) => ({ ...found, file })) };
}

const empty = ["empty-file", "the file has no text: check that it was saved completely, or take it out"] as const;

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Every file under a folder that can be a document, sorted by name. Files and folders whose name starts with a dot are
 * left out; links are followed to files inside the folder only, and what is not followed is a problem.
 */
export async function listDocuments(
  folder: string,
): Promise<{ readonly files: readonly ListedFile[]; readonly problems: readonly Problem[] }> {
  const files: ListedFile[] = [];
  const problems: Problem[] = [];
  try {
    await collect({ root: await realpath(folder), files, problems }, folder, "");
  } catch (cause) {
    problems.push(problem(folder, ...describeFailure(errorCode(cause))));
  }
  files.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { files, problems };
}

interface Collection {
  readonly root: string;
  readonly files: ListedFile[];
  readonly problems: Problem[];
}

async function collect(collection: Collection, folder: string, prefix: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    const name = prefix + entry.name;
    try {
      if (entry.isDirectory()) await collect(collection, path, `${name}/`);
      else if (entry.isSymbolicLink()) await collectLink(collection, path, name);
      else if (entry.isFile()) collection.files.push({ path, name });
      else collection.problems.push(problem(name, ...notAFile));
    } catch (cause) {
      collection.problems.push(problem(name, ...describeFailure(errorCode(cause))));
    }
  }
}

async function collectLink(collection: Collection, path: string, name: string): Promise<void> {
  const target = await realpath(path);
  const inside = target.startsWith(collection.root + sep);
  if (!inside) {
    collection.problems.push(
      problem(name, "link-outside", "the link leads out of the folder and was not followed: copy the file into it"),
    );
  } else if ((await stat(path)).isFile()) collection.files.push({ path, name });
  else collection.problems.push(problem(name, "link-to-folder", "the link leads to a folder and was not followed"));
}

const notAFile = ["not-a-file", "this is no ordinary file (a pipe, socket or device): take it out"] as const;

async function unfitness(path: string): Promise<readonly [string, string] | null> {
  const { size, isFolder, isFile } = await facts(path);
  if (isFolder) return ["is-a-folder", "this is a folder: name a file in it, or give the folder to `adg ingest`"];
  if (!isFile) return notAFile;
  return size > maxBytes
    ? ["too-large", `the file has ${size} bytes, more than the ${maxBytes} that are read: split it or take it out`]
    : null;
}

async function facts(path: string) {
  const found = await stat(path);
  return { size: found.size, isFolder: found.isDirectory(), isFile: found.isFile() };
}

function errorCode(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
}

/** Rule and message for a failure of the file system, by its code. */
export function describeFailure(code: string): readonly [rule: string, message: string] {
  switch (code) {
    case "ENOENT":
      return ["missing-file", "there is no such file (or the link to it leads nowhere): check the path"];
    case "ENOTDIR":
      return ["missing-file", "a part of the path is no folder: check the path"];
    case "ELOOP":
      return ["broken-link", "the link leads in a circle: remove it"];
    case "EACCES":
    case "EPERM":
      return ["unreadable-file", "the file may not be read: give read permission to it and its folders"];
    default:
      return ["unreadable-file", `the file could not be read (${code}): check the disk and try again`];
  }
}

function problem(file: string, rule: string, message: string): Problem {
  return { rule, severity: "error", message, file };
}

function nothing(...problems: Problem[]): ReadDocument {
  return { document: null, problems };
}
