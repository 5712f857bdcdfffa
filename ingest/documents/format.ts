import type { Format } from "./document.ts";

/** Remedy for each format that is recognised but whose text cannot be taken out yet. */
export const unreadFormats: Partial<Record<Format, string>> = {
  html: "this is an HTML page, which cannot be read yet: save its text as .txt or .md and give that",
  pdf: "this is a PDF file, which cannot be read yet: save its text as .txt or .md and give that",
  docx: "this is a DOCX file, which cannot be read yet: save its text as .txt or .md and give that",
};

/** Why bytes are no text, or null where they can be decoded. */
export function binaryFormat(bytes: Uint8Array): { rule: string; message: string } | null {
  const head = ascii(bytes.subarray(0, 1024));
  if (head.includes("%PDF-")) return { rule: "format-not-read", message: unreadFormats.pdf ?? "" };
  if (head.startsWith("PK\x03\x04")) return archive(bytes);
  if (isUtf16(bytes) || !looksBinary(bytes.subarray(0, 65_536))) return null;
  return { rule: "binary-file", message: "the file is no text (it holds control bytes): take it out of the folder" };
}

function archive(bytes: Uint8Array): { rule: string; message: string } {
  return ascii(bytes).includes("word/document.xml")
    ? { rule: "format-not-read", message: unreadFormats.docx ?? "" }
    : { rule: "binary-file", message: "the file is an archive: unpack it and give the documents in it" };
}

function ascii(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
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

/** Format of a decoded text: a page of tags, marks of markdown, or neither. */
export function textFormat(raw: string): Format {
  if (htmlStart.test(raw)) return "html";
  const head = raw.slice(0, 20_000);
  if ((head.match(htmlBlock) ?? []).length >= 8) return "html";
  return markdownMark.test(raw.slice(0, 200_000)) ? "markdown" : "text";
}
