import type { Format } from "./document.ts";
import { utf16Order } from "./encoding.ts";

/** Formats whose text has to be taken out by a parser. */
export type PackedFormat = "pdf" | "docx";

/** The packed format that these bytes are, or null. */
export function packedFormat(bytes: Uint8Array): PackedFormat | null {
  if (ascii(bytes.subarray(0, 1024)).includes("%PDF-")) return "pdf";
  return isArchive(bytes) && ascii(bytes).includes("word/document") ? "docx" : null;
}

interface Refused {
  readonly rule: string;
  readonly message: string;
}

/** Why bytes that are no packed format are no text, or null where they can be decoded. */
export function binaryFormat(bytes: Uint8Array): Refused | null {
  const head = ascii(bytes.subarray(0, 1024));
  if (isArchive(bytes)) return archive(bytes);
  if (head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return compoundFile(bytes);
  if (head.startsWith("{\\rtf")) return { rule: "format-not-read", message: saveAnew("an RTF file") };
  if (isUtf16(bytes) || !looksBinary(bytes.subarray(0, 65_536))) return null;
  return { rule: "binary-file", message: "the file is no text (it holds control bytes): take it out of the folder" };
}

function saveAnew(what: string): string {
  return `this is ${what}, which is not read: save it as .docx or .pdf and give that`;
}

function isArchive(bytes: Uint8Array): boolean {
  return ascii(bytes.subarray(0, 4)) === "PK\x03\x04";
}

function archive(bytes: Uint8Array): Refused {
  if (ascii(bytes.subarray(0, 200)).includes("application/vnd.oasis.opendocument")) {
    return { rule: "format-not-read", message: saveAnew("an OpenDocument file") };
  }
  return { rule: "binary-file", message: "the file is an archive: unpack it and give the documents in it" };
}

/** Old Office files, and the envelope of new ones that need a password ([MS-OFFCRYPTO], 2.3.2). */
function compoundFile(bytes: Uint8Array): Refused {
  return ascii(bytes).includes("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0")
    ? { rule: "encrypted", message: "the file needs a password: save it without one" }
    : { rule: "format-not-read", message: saveAnew("an old Office file (.doc)") };
}

function ascii(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function isUtf16(bytes: Uint8Array): boolean {
  return (
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || utf16Order(bytes) !== null
  );
}

/** A NUL byte, or more than one control byte in twenty, stands in no text. */
function looksBinary(bytes: Uint8Array): boolean {
  let control = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) control++;
  }
  return control * 20 > bytes.length;
}

const htmlStart = /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const htmlBlock = /<\/?(?:div|p|table|tr|td|nav|script|section|ul|li|h[1-6])\b[^>]*>/gi;
const markdownMark = /^#{1,6}\s|\*\*[^*\n]+\*\*|\[[^\]\n]+\]\([^)\n]+\)|^\s*\|.*\|\s*$|^```/m;

/** Format of a decoded text: a page of tags, marks of markdown (which may hold tags), or neither. */
export function textFormat(raw: string): Format {
  if (htmlStart.test(raw)) return "html";
  const blocks = (raw.slice(0, 20_000).match(htmlBlock) ?? []).length;
  if (blocks >= 4 && /^\uFEFF?\s*<[a-z!]/i.test(raw)) return "html";
  if (markdownMark.test(raw.slice(0, 200_000))) return "markdown";
  return blocks >= 8 ? "html" : "text";
}
