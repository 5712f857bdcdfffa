import { describe, expect, it } from "vitest";
import { hyphensOf } from "../../../ingest/documents/pdf/hyphens.ts";
import { readPdf } from "../../../ingest/documents/pdf/read.ts";
import { paper, widthOf, writePdf, type PdfText } from "./written/pdf.ts";

const read = async (...pages: PdfText[][]) => readPdf(new Uint8Array(writePdf(pages)));
const textOf = async (...pages: PdfText[][]) => (await read(...pages)).raw;

/** Lines one below the other, from a place on. */
function lines(texts: readonly string[], { x = 70, y = 150, size = 11, pitch = 14 } = {}): PdfText[] {
  return texts.map((text, index) => ({ text, x, y: y + index * pitch, size }));
}

const centred = (text: string, y: number): PdfText => ({ text, x: (paper.width - widthOf(text, 11)) / 2, y });

const prose = [
  "The Ministers who are charged with the defence of the member states met in the morning and",
  "agreed that the harbours of the region should be kept open to all ships that come in peace and",
  "that the work begun in earlier years should go on.",
];
const joined = prose.join(" ");
const left = ["The first column has lines that are", "filled from edge to edge, as they are", "in a newspaper, and ends before the"];
const right = ["second column begins on the right", "hand of the page, where the sentence", "that was begun goes on to its end."];

describe("the text of a PDF file", () => {
  it("joins the lines of a paragraph", async () => {
    expect(await textOf(lines(prose))).toBe(`${joined}\n`);
  });

  it("sets paragraphs apart where a gap does", async () => {
    expect(await textOf([...lines(prose), ...lines(prose, { y: 210 })])).toBe(`${joined}\n\n${joined}\n`);
  });

  it("begins a paragraph at an indented line", async () => {
    const second = [{ text: `  ${prose[0] ?? ""}`, x: 84, y: 192 }, ...lines(prose.slice(1), { y: 206 })];
    expect(await textOf([...lines(prose), ...second])).toBe(`${joined}\n  ${joined}\n`);
  });

  it("keeps numbers that hang out with their paragraphs", async () => {
    const numbers = [{ text: "1.", x: 70, y: 150 }, { text: "2.", x: 70, y: 192 }, { text: "(a)", x: 96, y: 234 }];
    const page = [...numbers, ...lines(prose, { x: 96 }), ...lines(prose, { x: 96, y: 192 }), ...lines(["one item"], { x: 122, y: 234 })];
    expect(await textOf(page)).toBe(`1. ${joined}\n2. ${joined}\n   (a) one item\n`);
  }); // prettier-ignore

  it("reads one column after the other, and what stands across them in its place", async () => {
    const page = [centred("A TITLE THAT STANDS ACROSS BOTH OF THE COLUMNS", 100), ...lines(left), ...lines(right, { x: 310 })];
    expect((await textOf(page)).trim()).toBe(
      `A TITLE THAT STANDS ACROSS BOTH OF THE COLUMNS\n\n${[...left, ...right].join(" ")}`,
    );
  });

  it("reads a table of signatures cell by cell", async () => {
    const cells = (country: string, minister: string, x: number, y: number) => lines([`For ${country}:`, minister, "Minister of Defence"], { x, y });
    const page = [
      ...cells("Malaysia", "A. Bin C.", 80, 400), ...cells("the Kingdom of Thailand", "D. Efgh", 340, 400),
      ...cells("Viet Nam", "I. Jkl", 80, 500), ...cells("Singapore", "M. Nop", 340, 500),
    ];
    const printed = (await textOf(page)).split("\n").map((line) => line.trim()).filter((line) => line !== "");
    expect(printed.filter((line) => line.startsWith("For"))).toEqual(["For Malaysia:", "For the Kingdom of Thailand:", "For Viet Nam:", "For Singapore:"]);
    expect(printed.join(" ")).toContain("A. Bin C. Minister of Defence For the Kingdom");
  }); // prettier-ignore

  it("joins a title that is centred on two lines", async () => {
    const page = [centred("JOINT DECLARATION OF THE MINISTERS", 100), centred("ON OPEN HARBOURS", 114), ...lines(prose, { y: 160 })];
    expect((await textOf(page)).trim()).toBe(`JOINT DECLARATION OF THE MINISTERS ON OPEN HARBOURS\n\n${joined}`);
  });

  it("leaves out running lines and page numbers, and says so", async () => {
    const page = (number: number) => [
      { text: "Final, 3 May", x: 70, y: 40, size: 9 },
      ...lines([`${prose[0] ?? ""} ${"abc"[number] ?? ""}.`]),
      { text: `- ${number} -`, x: 290, y: 810, size: 9 },
    ];
    const { raw, problems } = await read(page(0), page(1), page(2));
    expect(raw).not.toMatch(/Final|- \d -/);
    expect(problems).toMatchObject([{ rule: "page-furniture", severity: "note" }]);
    expect(problems[0]?.message).toContain("'Final, # May', '- # -'");
  });

  it("joins a paragraph that a page end has cut, and knows where its pages begin", async () => {
    const { raw, pages, problems } = await read(lines(prose.slice(0, 2), { y: 700 }), lines(prose.slice(2)));
    expect(raw).toBe(`${joined}\n`);
    const second = raw.indexOf(prose[2] ?? "");
    expect(pages).toEqual([{ start: 0, page: 1 }, { start: second, page: 2 }]);
    expect(problems).toMatchObject([{ rule: "page-break-joined", span: { start: second - 1, end: second } }]);
  }); // prettier-ignore

  it("joins a word that a line end has cut, and says so", async () => {
    const { raw, problems } = await read(lines(["The Ministers agreed on the estab-", "lishment of a network that serves"]));
    expect(raw).toBe("The Ministers agreed on the establishment of a network that serves\n");
    expect(problems).toMatchObject([{ rule: "hyphen-joined", severity: "note", span: { start: 28, end: 41 } }]);
  });

  it("has its footnotes behind it, without their calls, and keeps the endings of ordinals", async () => {
    const ordinal = "met for the 12";
    const at = 70 + widthOf(ordinal, 11);
    const page = [
      ...lines(prose),
      { text: ordinal, x: 70, y: 220 },
      { text: "th", x: at, y: 215, size: 7 },
      { text: " time under the Charter", x: at + widthOf("th", 7), y: 220 },
      { text: "1", x: at + widthOf("th", 7) + widthOf(" time under the Charter", 11), y: 215, size: 7 },
      { text: "1 The Charter of the forum.", x: 70, y: 760, size: 8 },
    ];
    const { raw, problems } = await read(page);
    expect(raw).toBe(`${joined}\n\nmet for the 12th time under the Charter\n\n1 The Charter of the forum.\n`);
    expect(problems).toMatchObject([{ rule: "notes-apart", span: { start: raw.indexOf("1 The") - 1, end: raw.length } }]);
  });

  it("leaves out a stamp across the page, and reads a page that is turned", async () => {
    const stamp = { text: "DRAFT", x: 30, y: 600, turned: 1 };
    expect(await textOf([...lines(prose), stamp])).toBe(`${joined}\n`);
    const turned = prose.map((text, index) => ({ text, x: 100 + index * 14, y: 700, turned: 1 }));
    expect(await textOf(turned)).toBe(`${joined}\n`);
  });

  it("shows once what was drawn twice to look bold", async () => {
    expect(await textOf([{ text: "ADOPTED", x: 70, y: 100 }, { text: "ADOPTED", x: 70.3, y: 100 }])).toBe("ADOPTED\n");
  });

  it("names pages that have no text", async () => {
    expect((await read(lines(prose), [], [])).problems).toMatchObject([
      { rule: "page-without-text", message: expect.stringContaining("pages 2, 3") as string },
    ]);
  });
});

describe("a hyphen at a line end", () => {
  const known = hyphensOf(["the network of peace-keeping centres", "and the cooperation in defence language", "ASEAN-led and long term"]);
  it.each([
    ["coop-", "eration", true],
    ["estab-", "lishment", true],
    ["peace-", "keeping", false],
    ["ASEAN-", "led", false],
    ["Meeting-", "Plus", false],
    ["2024-", "2027", false],
    ["self-", "restraint", false],
    ["defence-", "language", false],
    ["state-of-", "the-art", false],
  ])("%s %s: is only the end of the line: %s", (before, after, isBreak) => {
    expect(known.isBreak(before, after)).toBe(isBreak);
  });
});
