import { describe, expect, it } from "vitest";
import { readPage } from "../../../../ingest/documents/html/page.ts";
import { readBytes } from "../../../../ingest/documents/read.ts";
import { findClauses } from "../../../../ingest/clauses/find.ts";
import { layOut } from "../../../../ingest/text/blocks.ts";

/** Reads a page as far as its clauses; any throw fails the test. */
function read(page: string): { length: number; clauses: number; rules: string[] } {
  const { text, problems } = readPage(page, "a.html");
  const rules = problems.map(({ rule }) => rule);
  if (!text) return { length: 0, clauses: 0, rules };
  const { clauses } = findClauses(layOut(page, "a.html", text), "a.html");
  return { length: text.layer.text.length, clauses: clauses.length, rules };
}

const many = 100_000;

describe("D11: 100,000 nested elements", () => {
  it.each(["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<blockquote>", "<font color=red>"])("%s", (tags) => {
    const { length, rules } = read(`${tags.repeat(many)}words`);
    expect(rules).toContain("nested-too-deep");
    expect(length).toBeGreaterThanOrEqual(5);
  });

  it("<svg><foreignObject>", () => {
    expect(read(`<p>words</p>${"<svg><foreignObject>".repeat(many)}`)).toMatchObject({ length: 5 });
  });
});

describe("D12: code and comments", () => {
  it.each([
    "<script>RECALLING</script>",
    "<script><!-- <script>RECALLING</script> RECALLING --></script>",
    "<style>RECALLING</style>",
    "<svg><script>RECALLING</script></svg>",
    "<svg onload='RECALLING'/>",
    "<a href='javascript:RECALLING' onclick=RECALLING></a>",
    "<template><p>RECALLING</p></template>",
    "<noscript>RECALLING</noscript>",
    "<!-- RECALLING --><!-- a --!><![CDATA[RECALLING]]><?php RECALLING ?>",
    "<iframe srcdoc='<p>RECALLING'>RECALLING</iframe>",
    "<textarea><p>RECALLING</textarea>",
    "<math><annotation>RECALLING</annotation></math>",
  ])("%s is never text", (code) => {
    const { text } = readPage(`<p>words</p>${code}<p>more</p>`, "a");
    expect(text?.layer.text).toBe("words\n\nmore");
  });
});

describe("D13: one line, one tag, one attribute", () => {
  it("10 MB on a line", () => {
    expect(read(`<p>${"The ministers met. ".repeat(550_000)}</p>`)).toMatchObject({ clauses: 1, rules: [] });
  });

  it("1,000,000 attributes", () => {
    const attributes = Array.from({ length: 1_000_000 }, (_, index) => `a${index}=1`).join(" ");
    expect(read(`<p ${attributes} class=a class=b>words</p>`)).toMatchObject({ length: 5 });
  });

  it("an attribute of 10 MB", () => {
    expect(read(`<p class="${"x ".repeat(5_000_000)}">words</p>`)).toMatchObject({ length: 5 });
  });

  it.each(["< ", "&", "&a", "*a_[b](|", "<b>a</b>c ", "a<br>", "<!--a", "<p a='", "</p>", "<li>", "<td>", "<sup>1</sup>"])(
    "100,000 times %s",
    (piece) => {
      const { length } = read(`<p>${piece.repeat(many)}`);
      expect(length).toBeLessThanOrEqual(piece.length * many * 2 + 3);
    },
  );
});

describe("formatting that a parser of the standard opens again in each paragraph", () => {
  it("is not multiplied", () => {
    const fonts = Array.from({ length: 500 }, (_, index) => `<font a=${index}>`).join("");
    expect(read(`<p>${fonts}</p>${"<p>x</p>".repeat(20_000)}`)).toMatchObject({ rules: [] });
  });
});

describe("D18: content decides", () => {
  it.each([
    ["a page called .pdf", "a.pdf", "<!DOCTYPE html><p>words", "html"],
    ["a page after a byte order mark", "a.txt", "\uFEFF<html><p>words", "html"],
    ["markdown with tags", "a.html", "# Title\n\n<div><p>a</p><p>b</p></div>", "markdown"],
  ])("%s", async (_, name, content, format) => {
    const { document } = await readBytes(Buffer.from(content), name);
    expect(document?.format).toBe(format);
  });
});
