import { describe, expect, it } from "vitest";
import { layOut } from "../../../ingest/text/blocks.ts";

/** Blocks of a text, with the marks before them: `# Title`, `1. text`, `- item`. */
function seen(raw: string): string[] {
  const { view, blocks } = layOut(raw, "a.md");
  return blocks.map(({ start, end, heading, number, bullet }) => {
    const mark = heading > 0 ? `${"#".repeat(heading)} ` : number === null ? (bullet ? "- " : "") : `${number} `;
    return mark + view.text.slice(start, end);
  });
}

describe("markdown", () => {
  it.each<[name: string, raw: string, lines: string[]]>([
    ["underlined headings", "Title\n=====\n\nPart\n---\n\ntext", ["# Title", "## Part", "text"]],
    ["a line under a sentence as a line", "It ended.\n---\n\ntext", ["It ended.", "text"]],
    ["a table of tags, cell by cell", "<table><tr><td>Thailand</td><td>India</td></tr></table>", ["Thailand India"]],
    ["blocks of tags", '<div align="center">\n\n**T**\n\n</div>\n\n<p>a</p><p>b</p>', ["T", "a b"]],
    [
      "links by reference",
      "the [Charter][1] and [TAC][] of\n\n[1]: https://a.example/b 'x'\n[TAC]: <b.htm>",
      ["the Charter and TAC of"],
    ],
    ["bare addresses", "see <https://a.example/b>", ["see https://a.example/b"]],
    ["footnotes", "the Treaty[^1];\n\n[^1]: Signed in Bali.", ["the Treaty;", "Signed in Bali."]],
    ["escaped signs", "1\\. a \\*b\\* R\\&D \\<c>", ["1. a *b* R&D <c>"]],
    ["tables", "| A | B |\n|:--|--:|\n| c | d \\| e |", ["A B", "c d | e"]],
    ["quotes in quotes", "> > the Treaty\n> > of Amity;\n>\n> b", ["the Treaty of Amity;", "b"]],
    ["fences and code", "```text\na b\n```\n\nthe `TAC` here", ["a b", "the TAC here"]],
    ["images, alone and in links", "![logo](a.png) a [![x](b)](c) b", ["a b"]],
    ["what is struck out", "~~a~~ b", ["a b"]],
    ["brackets that are no links", "the [TAC] and [sic]", ["the [TAC] and [sic]"]],
  ])("shows %s", (_, raw, lines) => {
    expect(seen(raw)).toEqual(lines);
  });

  it("is read in time that follows its length, however deep its marks", () => {
    for (const mark of [">", "> ", "[", "](", "*a", "_a", "`a", "~~a", "<p", "![a](", "[a][", "\\["]) {
      const { view } = layOut(mark.repeat(20_000), "a.md");
      expect(view.text.length).toBeLessThanOrEqual(mark.length * 20_000);
    }
  });
});
