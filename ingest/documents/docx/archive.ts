import yauzl, { type Entry, type ZipFile } from "yauzl";
import { Refusal } from "../refusal.ts";

/** What an archive may hold. Each bound is checked before anything is inflated, and sizes once more while inflating. */
export const archiveLimits = {
  /** Entries, directories included. */
  entries: 2_000,
  /** Bytes of all entries together when inflated. */
  unzipped: 100 * 1024 * 1024,
  /** Times that the inflated entries may be larger than the file, where they are larger than {@link ratioFrom}. */
  ratio: 100,
  /** Inflated bytes below which the ratio is not looked at: a blank picture shrinks a thousandfold. */
  ratioFrom: 10 * 1024 * 1024,
} as const;

/** The parts of a DOCX file, found by name, inflated when asked for. Nothing is ever written to the disk. */
export interface Archive {
  readonly names: ReadonlySet<string>;
  /** The text of a part, or null where there is none of that name. */
  readonly part: (name: string) => Promise<string | null>;
}

/** Opens a ZIP archive. Throws a Refusal where it is damaged, encrypted, or built to be larger than it says. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const file = await whole(yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  const entries = await readEntries(file);
  refuseOverlaps(entries);
  const byName = new Map(entries.map((entry) => [entry.fileName, entry]));
  return {
    names: new Set(byName.keys()),
    part: async (name) => {
      const entry = byName.get(name);
      return entry ? decodeXml(await inflate(file, entry)) : null;
    },
  };
}

async function readEntries(file: ZipFile): Promise<Entry[]> {
  const { entries: most, unzipped, ratio, ratioFrom } = archiveLimits;
  if (file.entryCount > most) throw bomb(`it has ${file.entryCount} entries, more than ${most}`);
  const entries: Entry[] = [];
  let total = 0;
  for await (const entry of eachWhole(file.eachEntry())) {
    entries.push(entry);
    total += entry.uncompressedSize;
    if (entries.length > most) throw bomb(`it has more than ${most} entries`);
    if (total > unzipped) throw bomb(`its parts are larger than ${unzipped} bytes together`);
  }
  if (total > ratioFrom && total > file.fileSize * ratio) {
    throw bomb(`its parts are more than ${ratio} times as large as the file`);
  }
  return entries;
}

/** Two entries that share bytes let a small archive be inflated without end. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const sorted = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const { relativeOffsetOfLocalHeader: start, compressedSize } of sorted) {
    if (start < end) throw bomb("two of its parts lie over each other");
    end = start + compressedSize;
  }
}

async function inflate(file: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.isEncrypted()) throw new Refusal("encrypted", "the file needs a password: save it without one");
  const stream = await whole(file.openReadStreamPromise(entry));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of eachWhole(stream as AsyncIterable<Buffer>)) {
    size += chunk.length;
    if (size > archiveLimits.unzipped) throw bomb("a part is larger than the archive says");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The characters of an XML part: by its byte order mark, else by its declaration, else UTF-8. */
function decodeXml(bytes: Buffer): string {
  const declared = /^<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.-]{1,40})["']/.exec(bytes.toString("latin1", 0, 200))?.[1];
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : null;
  try {
    return new TextDecoder(marked ?? declared ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw damaged("a part is not in the encoding that it says");
  }
}

/** The library's errors say what is wrong with the archive. */
async function whole<T>(opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (cause) {
    throw asRefusal(cause);
  }
}

async function* eachWhole<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (cause) {
    throw asRefusal(cause);
  }
}

function asRefusal(cause: unknown): Refusal {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (/too many bytes|not enough bytes|(?:un)?compressed.{0,20} size/i.test(said)) {
    return bomb(`a part is not as large as the archive says (${said})`);
  }
  return damaged(said);
}

function bomb(reason: string): Refusal {
  return new Refusal("zip-bomb", `the archive is built to be larger than it looks and was not opened: ${reason}`);
}

function damaged(reason: string): Refusal {
  return new Refusal("damaged-file", `the archive is damaged (${reason}): open it in Word and save it again`);
}
