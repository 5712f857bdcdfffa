import { describe, expect, it } from "vitest";
import { readDocx } from "../../../ingest/documents/docx/read.ts";
import { level, listed, paragraph, run, writeDocx, type DocxParts } from "./written/docx.ts";

const read = (parts: DocxParts | string) => readDocx(writeDocx(typeof parts === "string" ? { body: parts } : parts));
const textOf = async (body: string) => (await read(body)).raw;

/** The lines of a text layer, each with the number printed before it. */
async function numbered(parts: DocxParts): Promise<string[]> {
  const { raw, numbers } = await read(parts);
  const lines: string[] = [];
  let at = 0;
  for (const line of raw.split("\n")) {
    if (line.trim() !== "") lines.push(`${numbers.get(at) ?? "-"} ${line.trim()}`);
    at += line.length + 1;
  }
  return lines;
}

const list = (id: number, ...levels: string[]) => `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;
const use = (id: number, of: number, more = "") => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const startAt = (at: number, start: number) =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
const item = (text: string, id: number, at = 0) => paragraph(text, listed(id, at));

describe("numbers of lists", () => {
  const nested = list(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "%3)"));
  const cases: [what: string, numbering: string, body: string, lines: string[]][] = [
    [
      "count on, nest and start anew below",
      nested + use(1, 0),
      [item("a", 1), item("b", 1, 1), item("c", 1, 1), item("d", 1, 2), item("e", 1), item("f", 1, 1)].join(""),
      ["1. a", "(a) b", "(b) c", "i) d", "2. e", "(a) f"],
    ],
    [
      "go on over text between them",
      nested + use(1, 0),
      item("a", 1) + paragraph("between") + item("b", 1),
      ["1. a", "- between", "2. b"],
    ],
    [
      "start anew where a use of the list says so, once",
      nested + use(1, 0) + use(2, 0, startAt(0, 1)),
      [item("a", 1), item("b", 1), item("c", 2), item("d", 2)].join(""),
      ["1. a", "2. b", "1. c", "2. d"],
    ],
    [
      "are shared by two uses of one list",
      nested + use(1, 0) + use(2, 0),
      item("a", 1) + item("b", 2),
      ["1. a", "2. b"],
    ],
    [
      "hold those of the levels above, in figures where they are legal",
      list(0, level(0, "upperRoman", "Article %1"), level(1, "decimal", "%1.%2", "<w:isLgl/>")) + use(1, 0),
      item("a", 1) + item("b", 1) + item("c", 1, 1),
      ["Article I a", "Article II b", "2.1 c"],
    ],
    [
      "do not start anew where the level says so",
      list(0, level(0, "decimal", "%1."), level(1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>')) + use(1, 0),
      [item("a", 1), item("b", 1, 1), item("c", 1), item("d", 1, 1)].join(""),
      ["1. a", "(1) b", "2. c", "(2) d"],
    ],
    [
      "begin at the first of a level that was passed over",
      nested + use(1, 0),
      item("a", 1, 1) + item("b", 1),
      ["(a) a", "2. b"],
    ],
    [
      "are counted for empty paragraphs, too",
      nested + use(1, 0),
      item("a", 1) + item("<w:r/>", 1) + item("c", 1),
      ["1. a", "3. c"],
    ],
    ["are none for bullets", list(0, level(0, "bullet", "\uf0b7")) + use(1, 0), item("a", 1), ["- • a"]],
    ["are none for a list that is not there", "", item("a", 7), ["- a"]],
    [
      "letters go on with aa, and figures may lead with a nought",
      list(0, level(0, "upperLetter", "%1.")) + use(1, 0, startAt(0, 26)) + list(1, level(0, "decimalZero", "%1")) + use(2, 1),
      item("a", 1) + item("b", 1) + item("c", 2),
      ["Z. a", "AA. b", "01 c"],
    ],
  ]; // prettier-ignore
  it.each(cases)("%s", async (_, numbering, body, lines) => {
    expect(await numbered({ body, numbering })).toEqual(lines);
  });

  const style = (id: string, content: string) => `<w:style w:type="paragraph" w:styleId="${id}">${content}</w:style>`;
  it("come from styles, on the level that names the style", async () => {
    const styles =
      style("Clause", `<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>`) +
      style("Item", `<w:basedOn w:val="Clause"/>`);
    const levels = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2.", '<w:pStyle w:val="Item"/>');
    const styled = (text: string, id: string, more = "") => paragraph(text, `<w:pStyle w:val="${id}"/>${more}`);
    const body =
      styled("a", "Clause") + styled("b", "Item") + styled("none", "Clause", listed(0)) + styled("c", "Clause");
    expect(await numbered({ body, styles, numbering: list(0, levels) + use(1, 0) })).toEqual([
      "1. a",
      "a. b",
      "- none",
      "2. c",
    ]);
  });
});

describe("the text of a DOCX file", () => {
  const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const cases: [what: string, body: string, text: string][] = [
    ["stands one paragraph to a line", paragraph("a") + paragraph("b"), "a\nb\n"],
    ["has a blank line for an empty paragraph", paragraph("a") + paragraph("<w:r/>") + paragraph("b"), "a\n\nb\n"],
    ["leaves out what was deleted or moved away", paragraph(`<w:del>${run("old")}</w:del><w:moveFrom>${run("from")}</w:moveFrom>${run("new")}`), "new\n"],
    ["holds what was inserted", paragraph(`${run("a ")}<w:ins>${run("new")}</w:ins>`), "a new\n"],
    ["joins paragraphs whose mark was deleted", paragraph(run("one "), "<w:rPr><w:del/></w:rPr>") + paragraph("sentence"), "one sentence\n"],
    ["leaves out hidden text", paragraph(run("seen") + run("hidden", "<w:vanish/>") + run(", too", '<w:vanish w:val="0"/>')), "seen, too\n"],
    ["leaves out deleted rows", `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph("old")}</w:tc></w:tr><w:tr><w:tc>${paragraph("kept")}</w:tc></w:tr></w:tbl>`, "kept\n"],
    ["sets the cells of a table apart", `<w:tbl><w:tr><w:tc>${paragraph("For Malaysia")}</w:tc><w:tc>${paragraph("For Viet Nam")}</w:tc></w:tr></w:tbl>${paragraph("end")}`, "For Malaysia\n\nFor Viet Nam\n\nend\n"],
    ["shows the result of a field, not its instruction", paragraph(`${field("begin")}<w:r><w:instrText>PAGE</w:instrText></w:r>${field("separate")}${run("3")}${field("end")}`), "3\n"],
    ["shows a text box once", paragraph(`${run("a")}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box("boxed")}</mc:Choice><mc:Fallback>${box("boxed")}</mc:Fallback></mc:AlternateContent></w:r>`), "a\nboxed\n"],
    ["shows the text of links and of controls", paragraph(`<w:hyperlink>${run("here")}</w:hyperlink><w:sdt><w:sdtContent>${run(" there")}</w:sdtContent></w:sdt>`), "here there\n"],
    ["has tabs, line breaks and hyphens", paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t></w:r>"), "a\tb\nc-d\u00ade\n"],
    ["is in capitals where it is printed so", paragraph(run("Recalling", "<w:caps/>")), "RECALLING\n"],
    ["keeps blanks only where they are to be kept", paragraph("<w:r><w:t> a </w:t></w:r>"), "a\n"],
    ["has blanks for an indent", paragraph("a", '<w:ind w:left="720" w:hanging="360"/>'), "  a\n"],
    ["reads names of Office's strict form", paragraph("a").replaceAll("w:", "x:").replace("<x:p>", '<x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main">'), "a\n"],
  ]; // prettier-ignore
  it.each(cases)("%s", async (_, body, text) => {
    expect(await textOf(body)).toBe(text);
  });

  it("sets paragraphs apart by the space that their styles leave, but not within one style that says so", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="S"><w:pPr><w:spacing w:after="120"/><w:contextualSpacing/></w:pPr></w:style>`;
    const own = `<w:pStyle w:val="S"/>`;
    const { raw } = await read({ body: paragraph("a", own) + paragraph("b", own) + paragraph("c"), styles });
    expect(raw).toBe("a\nb\n\nc\n");
  });

  it("has its notes behind it, and says so", async () => {
    const call = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const footnotes =
      `<w:footnote w:type="separator" w:id="0">${paragraph("line")}</w:footnote>` +
      `<w:footnote w:id="2">${paragraph("A note.")}</w:footnote>`;
    const { raw, problems } = await read({ body: paragraph(run("one") + call) + paragraph("two"), footnotes });
    expect(raw).toBe("one\ntwo\n\nA note.\n");
    expect(problems).toMatchObject([{ rule: "notes-apart", severity: "note", span: { start: 8, end: 17 } }]);
  });

  it("knows what is printed bold, italic or underlined", async () => {
    const { raw, emphasis } = await read(
      paragraph(run("RECALLING", "<w:b/>") + run(" also", '<w:i/><w:u w:val="single"/>') + run(" the Charter")),
    );
    expect(emphasis.map(({ start, end }) => raw.slice(start, end))).toEqual(["RECALLING also"]);
  });

  it("knows its pages where it was saved with them", async () => {
    const broken = paragraph(`${run("one ")}<w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r>`);
    expect((await read(broken)).pages).toEqual([
      { start: 0, page: 1 },
      { start: 4, page: 2 },
    ]);
    expect((await read(paragraph("one"))).pages).toEqual([]);
  });
});
