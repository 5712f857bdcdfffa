import * as fc from "../../random.ts";
import { describe, expect, it } from "vitest";
import { readCharacters } from "../../../ingest/documents/encoding.ts";

const latin1 = (text: string) => Buffer.from(text, "latin1");
const page = (charset: string, body: string) => latin1(`<html><meta charset="${charset}"><p>${body}</p>`);
const utf16 = (text: string, order: "le" | "be") => {
  const bytes = Buffer.from(text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};

/** What of a page's text is read, without its tags. */
const textOf = (raw: string) => raw.replace(/<[^>]*>/g, "");

describe("readCharacters", () => {
  it.each<[name: string, bytes: Buffer, charset: string | null, text: string]>([
    ["UTF-16 without a mark, little-endian", utf16("The ADMM met in Hà Nội", "le"), null, "The ADMM met in Hà Nội"],
    ["UTF-16 without a mark, big-endian", utf16("The ADMM met", "be"), null, "The ADMM met"],
    ["what the page declares", page("windows-1258", "H\xe0 N\xf4\xf2i"), null, "Hà Nô\u0323i"],
    ["Thai by its old name", page("tis-620", "\xbb\xc3\xd0\xe0\xb7\xc8\xe4\xb7\xc2"), null, "ประเทศไทย"],
    ["Thai by the server's word", latin1("\xbb\xc3\xd0\xe0\xb7\xc8\xe4\xb7\xc2"), "windows-874", "ประเทศไทย"],
    ["GB18030", page("gb2312", "\xb6\xab\xc3\xcb"), null, "东盟"],
    ["Shift-JIS", page("Shift_JIS", "\x96\x68\x89\x71"), null, "防衛"],
    ["ISO-2022-JP, all in seven bits", page("iso-2022-jp", "\x1b$BKI1R\x1b(B"), null, "防衛"],
    ["windows-1252 where it is declared", page("iso-8859-1", "Ministers\x92"), null, "Ministers’"],
    ["an XML declaration", latin1('<?xml version="1.0" encoding="gbk"?><html>\xb6\xab'), null, "东"],
    ["UTF-8 whatever is declared", Buffer.from('<meta charset="gb2312">Hà Nội'), "windows-1252", "Hà Nội"],
    ["server and page that agree under two names", page("latin1", "caf\xe9"), "windows-1252", "café"],
    ["a page that says UTF-16 and is not", page("utf-16", "plain"), null, "plain"],
    ["a name that nobody knows, of plain ASCII", page("x-none", "plain"), null, "plain"],
  ])("reads %s, without doubt", (_, bytes, charset, text) => {
    const { raw, doubt } = readCharacters(bytes, charset);
    expect(textOf(raw)).toContain(text);
    expect(doubt).toBeNull();
  });

  it.each<[name: string, bytes: Buffer, charset: string | null, text: string, doubt: RegExp]>([
    ["nothing declared", latin1("caf\xe9 Ministers\x92"), null, "café Ministers’", /not valid UTF-8 and was read as windows-1252/],
    ["UTF-8 declared, but not so", page("utf-8", "caf\xe9"), null, "café", /nor what it is declared to be \(utf-8\)/],
    ["server and page that disagree", page("windows-874", "\xe9"), "windows-1252", "é", /windows-1252 and as windows-874/],
    ["an unknown name", page("tcvn-5712", "H\xe0"), null, "Hà", /tcvn-5712/],
    ["a declared name that does not fit", page("shift_jis", "\x92\xff"), null, "’ÿ", /shift_jis/],
    ["UTF-8 cut in a character", Buffer.from("“Ministers’ Meeting” – “ADMM’s” – é…").subarray(0, -1), null, "Ministers’", /1 characters are broken/],
    ["characters lost before", Buffer.from("Ministers\uFFFD Meeting"), null, "Ministers\uFFFD", /1 characters were lost before/],
    ["UTF-8 read as windows-1252 and saved", Buffer.from("ADMMâ€™s and ASEANâ€™s"), null, "ADMMâ", /2 characters look like UTF-8/],
    ["an overlong form", Buffer.from([0x41, 0xc0, 0xaf]), null, "AÀ¯", /windows-1252/],
  ])("reads and doubts %s", (_, bytes, charset, text, doubt) => {
    const characters = readCharacters(bytes, charset);
    expect(textOf(characters.raw)).toContain(text);
    expect(characters.doubt).toMatch(doubt);
  });

  it("never lets a lost character pass without a doubt", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(null, "gbk", "utf-8", "nonsense"), (bytes, charset) => {
        const { raw, doubt } = readCharacters(bytes, charset);
        return !raw.includes("\uFFFD") || doubt !== null;
      }),
    );
  });

  it("gives back any text that was written in UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        expect(readCharacters(Buffer.from(`.${text}`), null).raw).toBe(`.${text}`);
      }),
    );
  });
});
