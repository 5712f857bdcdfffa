import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import * as fc from "../../random.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFiles } from "../../../ingest/documents/corpus.ts";
import { archiveLimits } from "../../../ingest/documents/docx/archive.ts";
import { deepest } from "../../../ingest/documents/docx/xml.ts";
import { parse, type ParseLimits } from "../../../ingest/documents/parse.ts";
import { maxPages } from "../../../ingest/documents/pdf/items.ts";
import { readBytes } from "../../../ingest/documents/read.ts";
import { paragraph, run, writeDocx } from "./written/docx.ts";
import { assemble, paper, writePdf } from "./written/pdf.ts";
import { writeZip } from "./written/zip.ts";

/* PDF and DOCX files that mean harm, by what they try. Each is a typed problem or is read for what it says. */

const hello = paragraph("RECALLING the Charter;");
const megabyte = 2 ** 20;
const zeros = (size: number) => Buffer.alloc(size, 0x20);
const withPart = (name: string, data: string | Uint8Array) => writeDocx({ body: hello, more: [{ name, data }] });
const withXml = (xml: string) => writeZip([{ name: "word/document.xml", data: xml }]);
const w = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`;
const document = (declared: string, text: string) =>
  withXml(`<?xml version="1.0"?>${declared}<w:document ${w}><w:body>${paragraph(`<w:r><w:t>${text}</w:t></w:r>`)}</w:body></w:document>`);

const page = [{ text: "RECALLING the Charter;", x: 70, y: 100 }];
const streamed = (dictionary: string, body: Uint8Array) =>
  `<</Length ${body.length}${dictionary}>>stream\n${Buffer.from(body).toString("latin1")}\nendstream`;
const catalogue = "<</Type/Catalog/Pages 2 0 R>>";
const pageOf = (content: string) =>
  new Map([
    [1, catalogue],
    [2, "<</Type/Pages/Count 1/Kids[3 0 R]>>"],
    [3, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${paper.width} ${paper.height}]/Contents 4 0 R>>`],
    [4, content],
  ]);

/** XML in which each entity is ten of the one before. */
function billionLaughs(): string {
  const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
  return `<!DOCTYPE w:document [<!ENTITY e0 "ha">${levels.join("")}]>`;
}

/** Entries so many that no word processor writes them. */
function manyEntries(count: number): Buffer {
  const rest = Array.from({ length: count - 1 }, (_, at) => ({ name: `x${at}`, data: "", stored: true }));
  return writeZip([{ name: "word/document.xml", data: "" }, ...rest]);
}

/** An object stream that says it inflates to much more than it is. */
function pdfBomb(): Buffer {
  const inner = deflateSync(deflateSync(zeros(400 * megabyte), { level: 9 }), { level: 9 });
  return assemble(pageOf(streamed("/Filter[/FlateDecode/FlateDecode]", inner)));
}

type Row = [id: string, what: string, bytes: () => Buffer, rule: string];

const refused: Row[] = [
  ["D01", "a part of 200 MB in a file of 200 kB", () => withPart("word/bomb.xml", zeros(200 * megabyte)), "zip-bomb"],
  ["D01", "a text of 99 MB in a file of 100 kB", () => withXml(`<w:document ${w}>${" ".repeat(99 * megabyte)}</w:document>`), "zip-bomb"],
  ["D02", "more entries than are read", () => manyEntries(archiveLimits.entries + 1), "zip-bomb"],
  ["D02", "entries that lie over each other", () => writeZip([
    { name: "word/document.xml", data: "x".repeat(5_000), stored: true },
    { name: "word/styles.xml", data: "x".repeat(5_000), stored: true, sameAs: "word/document.xml" },
  ]), "zip-bomb"],
  ["D02", "a size that is a lie", () => writeZip([{ name: "word/document.xml", data: "x".repeat(megabyte), saidSize: 100 }]), "zip-bomb"],
  ["D02", "a size in 64 bits that is a lie", () => writeZip([{ name: "word/document.xml", data: "x", saidSize: 0xfffffffe }]), "zip-bomb"],
  ["D03", "entities that multiply", () => document(billionLaughs(), "&e9;"), "xml-doctype"],
  ["D03", "an entity used again and again", () => document(`<!DOCTYPE d [<!ENTITY a "${"a".repeat(50_000)}">]>`, "&a;".repeat(50_000)), "xml-doctype"],
  ["D03", "a document type from outside", () => document(`<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">`, "x"), "xml-doctype"],
  ["D03", "an entity that is a file", () => document(`<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>`, "&x;"), "xml-doctype"],
  ["D03", "an entity that nobody declared", () => document("", "&x;"), "damaged-file"],
  ["D03", "elements nested deeper than any text", () => withXml(`<w:document ${w}>${"<w:p>".repeat(deepest + 1)}`), "too-deep"],
  ["D03", "100,000 elements left open", () => withXml(`<w:document ${w}>${"<w:p>".repeat(100_000)}`), "too-deep"],
  ["D06", "a DOCX with a password", () => Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(512), Buffer.from("EncryptedPackage", "utf16le"),
  ]), "encrypted"],
  ["D06", "an archive with a password", () => writeZip([{ name: "word/document.xml", data: "x", encrypted: true }]), "encrypted"],
  ["D06", "a PDF with a password", () => assemble(pageOf(streamed("", Buffer.from("BT ET"))), encryption), "encrypted"],
  ["D07", "a PDF without anything", () => Buffer.from("%PDF-1.7\n"), "damaged-file"],
  ["D07", "a PDF cut in the middle", () => writePdf([page]).subarray(0, 300), "damaged-file"],
  ["D07", "a PDF of noise", () => Buffer.concat([Buffer.from("%PDF-1.7\n"), noise(megabyte)]), "damaged-file"],
  ["D07", "pages that hold themselves", () => assemble(new Map([[1, catalogue], [2, "<</Type/Pages/Count 1/Kids[2 0 R]>>"]])), "damaged-file"],
  ["D08", "cross references in a circle", () => Buffer.from("%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"), "damaged-file"],
  ["D08", "a stream of 400 MB in a file of 2 kB", pdfBomb, "too-large"],
  ["D08", "a million pages that are one", () => assemble(new Map([...pageOf("<<>>"), [2, `<</Type/Pages/Count 1000000/Kids[${"3 0 R ".repeat(10)}]>>`]])), "no-text-layer"],
  ["D08", "one page more than is read", () => writePdf(Array.from({ length: maxPages + 1 }, () => [])), "too-large"],
  ["D09", "pages that are pictures", () => writePdf([[], []]), "no-text-layer"],
  ["D18", "a DOCX without a text part", () => writeZip([{ name: "word/documents.txt", data: "x" }]), "damaged-file"],
  ["D18", "an archive cut in the middle", () => writeDocx({ body: hello }).subarray(0, 400), "damaged-file"],
  ["D18", "an archive with other files", () => writeZip([{ name: "a.csv", data: "x" }]), "binary-file"],
  ["D18", "a DOCX that says nothing", () => writeDocx({ body: paragraph("<w:r/>") }), "empty-file"],
]; // prettier-ignore

const encryption =
  `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${"00".repeat(32)}>/U<${"11".repeat(32)}>>>/ID[<${"22".repeat(16)}><${"22".repeat(16)}>]`;

function noise(size: number): Buffer {
  let state = 1;
  return Buffer.from(Uint8Array.from({ length: size }, () => (state = (state * 48_271) % 2_147_483_647) & 0xff));
}

describe("a hostile file is refused", () => {
  it.each(refused)("%s %s", async (_, __, bytes, rule) => {
    const made = bytes();
    const before = process.memoryUsage.rss();
    const { document: read, problems } = await readBytes(made, "hostile");
    expect(read).toBeNull();
    expect(problems).toMatchObject([{ rule, severity: "error", file: "hostile" }]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(512 * megabyte);
  });
});

const said = "RECALLING the Charter;";
const link = `<w:drawing><a:blip xmlns:a="a" xmlns:r="r" r:link="rId9"/></w:drawing>`;
const external = (target: string) =>
  `<Relationships><Relationship Id="rId9" Type="image" Target="${target}" TargetMode="External"/></Relationships>`;

const harmless: [id: string, what: string, bytes: () => Buffer][] = [
  ["D02", "an archive in the archive", () => withPart("word/nested.zip", writeZip([{ name: "a", data: zeros(megabyte) }]))],
  ["D02", "as many entries as are read", () => writeDocx({ body: hello, more: Array.from({ length: archiveLimits.entries - 3 }, (_, at) => ({ name: `x${at}`, data: "" })) })],
  ["D04", "a picture that is a file of the machine", () => writeDocx({
    body: paragraph(`<w:r>${link}</w:r>${run(said)}`),
    more: [{ name: "word/_rels/document.xml.rels", data: external("file:///dev/zero") }],
  })],
  ["D05", "a name that leads out of the folder", () => withPart("word/__proto__", "x")],
  ["D08", "a program that runs when it is opened", () => writePdf([page], ["<</S/JavaScript/JS(app.alert(1))>>"], "/OpenAction 10 0 R")],
  ["D08", "a page as large as a field", () => Buffer.from(writePdf([page]).toString("latin1").replace(`${paper.width} ${paper.height}]`, "9e9 9e9]"), "latin1")],
  ["D08", "a file in the file", () => writePdf([page], ["<</Type/Filespec/F(a.exe)>>"], "/AF[10 0 R]")],
]; // prettier-ignore

describe("a hostile file is read for what it says", () => {
  it.each(harmless)("%s %s", async (_, __, bytes) => {
    const { document: read } = await readBytes(bytes(), "hostile");
    expect(read?.raw.trim()).toBe(said);
  });

  it("D05 refuses a name with ../", async () => {
    const { problems } = await readBytes(withPart("../../x", "x"), "hostile");
    expect(problems).toMatchObject([{ rule: "damaged-file" }]);
  });
});

describe("a parser that costs too much", () => {
  const slow = () => writePdf(Array.from({ length: 300 }, () => Array.from({ length: 80 }, () => ({ ...page[0], text: "word ".repeat(12), x: 70, y: 100 }))));
  const costly: [what: string, bytes: () => Buffer, limits: ParseLimits, rule: string][] = [
    ["time", slow, { megabytes: 512, milliseconds: 60 }, "timed-out"],
    ["memory", slow, { megabytes: 1, milliseconds: 30_000 }, "too-large"],
  ]; // prettier-ignore
  it.each(costly)("is ended by its limit of %s, and the next file is read", async (_, bytes, limits, rule) => {
    expect(await parse({ format: "pdf", bytes: bytes() }, limits)).toMatchObject({ refused: { rule } });
    const { document: read } = await readBytes(writePdf([page]), "good.pdf");
    expect(read?.raw).toBe(`${said}\n`);
  });

  it("leaves the bytes to those who gave them, and answers in order", async () => {
    const bytes = writePdf([page]);
    const before = Buffer.from(bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const all = await Promise.all([readBytes(bytes, "a"), readBytes(writeDocx({ body: hello }), "b"), readBytes(bytes, "c")]);
    expect(all.map(({ document: read }) => read?.format)).toEqual(["pdf", "docx", "pdf"]);
    expect(all[2].document?.sha256).toBe(sha256);
    expect(bytes).toEqual(before);
  });
});

describe("a batch with hostile files", () => {
  let folder = "";
  const server = createServer();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "adg-hostile-"));
    mkdirSync(join(folder, "sub"));
    writeFileSync(join(folder, "bomb.docx"), withPart("word/bomb.xml", zeros(200 * megabyte)));
    writeFileSync(join(folder, "good.docx"), writeDocx({ body: hello }));
    writeFileSync(join(folder, "good.pdf"), writePdf([page]));
    writeFileSync(join(folder, "named.txt"), writePdf([page]));
    writeFileSync(join(folder, "nothing.pdf"), "");
    writeFileSync(join(folder, "plain.pdf"), said);
    symlinkSync("/etc/passwd", join(folder, "out.docx"));
    symlinkSync("..", join(folder, "sub", "loop"));
    execFileSync("mkfifo", [join(folder, "pipe.pdf")]);
    await new Promise<void>((resolve) => server.listen(join(folder, "socket.pdf"), resolve));
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("D18, D20: reads what is a document by its content, and says what is none", async () => {
    const { documents, problems } = await readFiles(folder);
    expect(documents.map(({ file, format }) => [file, format])).toEqual([
      ["good.docx", "docx"],
      ["good.pdf", "pdf"],
      ["named.txt", "pdf"],
      ["plain.pdf", "text"],
    ]);
    expect(problems.map(({ file, rule }) => `${file} ${rule}`).sort()).toEqual([
      "bomb.docx zip-bomb",
      "nothing.pdf empty-file",
      "out.docx link-outside",
      "pipe.pdf not-a-file",
      "socket.pdf not-a-file",
      "sub/loop link-outside",
    ]);
  });
});

describe("any bytes behind the head of a format", () => {
  const mutated = (bytes: Buffer) =>
    fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 8 }).map((changes) => {
      const copy = Buffer.from(bytes);
      for (const [at, byte] of changes) copy[at] = byte;
      return copy;
    });
  it.each([
    ["pdf", writePdf([page])],
    ["docx", writeDocx({ body: hello })],
  ])("give the same text or the same error twice: %s", async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(mutated(bytes), async (changed) => {
        const first = await readBytes(changed, "a");
        expect(first.document !== null || first.problems.some(({ severity }) => severity === "error")).toBe(true);
        expect(await readBytes(changed, "a")).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });
});
