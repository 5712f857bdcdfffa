import { crc32, deflateRawSync } from "node:zlib";

/** An entry of an archive; what it lies about is given beside what it holds. */
export interface ZipEntry {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** Stored as it is, not deflated. */
  readonly stored?: boolean;
  /** Size when inflated that the archive says, where it is not the true one. */
  readonly saidSize?: number;
  /** The bits that say that a password is needed. */
  readonly encrypted?: boolean;
  /** Name of the entry whose bytes this one claims to be. */
  readonly sameAs?: string;
}

/** A ZIP archive (APPNOTE 6.3), always the same for the same entries. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const starts = new Map<string, number>();
  let at = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data);
    const body = entry.stored === true ? data : deflateRawSync(data);
    const local = entry.sameAs === undefined ? Buffer.concat([header(entry, data, body), body]) : Buffer.alloc(0);
    const start = starts.get(entry.sameAs ?? "") ?? at;
    starts.set(entry.name, start);
    directory.push(central(entry, data, body, start));
    parts.push(local);
    at += local.length;
  }
  const all = Buffer.concat(directory);
  return Buffer.concat([...parts, all, end(entries.length, all.length, at)]);
}

/** What the local header and the central directory say alike. */
function facts(entry: ZipEntry, data: Buffer, body: Buffer): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt16LE(0x800 | (entry.encrypted === true ? 1 : 0), 2);
  bytes.writeUInt16LE(entry.stored === true ? 0 : 8, 4);
  bytes.writeUInt16LE(0x21, 8);
  bytes.writeUInt32LE(crc32(data), 10);
  bytes.writeUInt32LE(body.length, 14);
  bytes.writeUInt32LE(entry.saidSize ?? data.length, 18);
  bytes.writeUInt16LE(Buffer.byteLength(entry.name), 22);
  return bytes;
}

function header(entry: ZipEntry, data: Buffer, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from("PK\x03\x04"), facts(entry, data, body), Buffer.from(entry.name)]);
}

function central(entry: ZipEntry, data: Buffer, body: Buffer, start: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(start, 10);
  const version = Buffer.from([20, 0]);
  return Buffer.concat([Buffer.from("PK\x01\x02"), version, facts(entry, data, body), rest, Buffer.from(entry.name)]);
}

function end(entries: number, size: number, start: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.write("PK\x05\x06", "latin1");
  bytes.writeUInt16LE(entries & 0xffff, 8);
  bytes.writeUInt16LE(entries & 0xffff, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(start, 16);
  return bytes;
}
