import * as fc from "../../random.ts";
import { describe, expect, it } from "vitest";
import { decode } from "../../../ingest/documents/decode.ts";

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : Buffer.from(part))));

describe("decode", () => {
  const readable: [name: string, input: Buffer, format: string, raw: string, rules: string[]][] = [
    ["UTF-8", bytes("Hà Nội, 2010"), "text", "Hà Nội, 2010", []],
    ["UTF-8 with a mark, which stays", bytes([0xef, 0xbb, 0xbf], "ADMM"), "text", "\uFEFFADMM", []],
    ["UTF-16 little-endian", bytes([0xff, 0xfe], [0x41, 0, 0x44, 0]), "text", "\uFEFFAD", []],
    ["UTF-16 big-endian", bytes([0xfe, 0xff], [0, 0x41, 0, 0x44]), "text", "\uFEFFAD", []],
    ["windows-1252", bytes("Ministers", [0x92], " Meeting"), "text", "Ministers’ Meeting", ["encoding-suspect"]],
    ["UTF-16 cut in a pair", bytes([0xff, 0xfe], [0x41, 0, 0x44]), "text", "\uFEFFA\uFFFD", ["encoding-suspect"]],
    ["markdown by its headings", bytes("intro\n\n## Title\n"), "markdown", "intro\n\n## Title\n", []],
    ["markdown by its bold", bytes("1. **NOTING** that"), "markdown", "1. **NOTING** that", []],
    ["bullets alone are text", bytes("- Home\n- News"), "text", "- Home\n- News", []],
    ["a web page", bytes("<!-- saved -->\n<!DOCTYPE html><p>ADMM"), "html", "<!-- saved -->\n<!DOCTYPE html><p>ADMM", []],
    ["a piece of one", bytes("<div><p>a</p><p>b</p></div>"), "html", "<div><p>a</p><p>b</p></div>", []],
    ["tags in markdown", bytes("# A\n\n<div>\n\n<p>b</p></div>"), "markdown", "# A\n\n<div>\n\n<p>b</p></div>", []],
  ];
  it.each(readable)("reads %s", (_, input, format, raw, rules) => {
    const { text, problems } = decode(input, "a.txt");
    expect(text).toEqual({ format, raw });
    expect(problems.map(({ rule }) => rule)).toEqual(rules);
  });

  const refused: [name: string, input: Buffer, rule: string][] = [
    ["no bytes", bytes(""), "empty-file"],
    ["blanks only", bytes(" \n\t\n"), "empty-file"],
    ["a mark only", bytes([0xef, 0xbb, 0xbf]), "empty-file"],
    ["a NUL byte", bytes("ADMM", [0]), "binary-file"],
    ["control bytes", bytes([1, 2, 3, 4, 5, 6], "text"), "binary-file"],
    ["an RTF file", bytes("{\\rtf1 ADMM}"), "format-not-read"],
    ["an OpenDocument file", bytes("PK\x03\x04", [0, 0], "mimetypeapplication/vnd.oasis.opendocument.text"), "format-not-read"],
    ["an old Office file", bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "W\0o\0r\0d\0"), "format-not-read"],
    ["another archive", bytes("PK\x03\x04", [0, 0], "a.csv"), "binary-file"],
  ];
  it.each(refused)("refuses %s", (_, input, rule) => {
    const { text, problems } = decode(input, "sub/a.bin");
    expect(text).toBeNull();
    expect(problems).toMatchObject([{ rule, severity: "error", file: "sub/a.bin" }]);
  });

  it("gives a text or an error for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (input) => {
        const { text, problems } = decode(input, "a");
        return text !== null || problems.some(({ severity }) => severity === "error");
      }),
    );
  });
});
