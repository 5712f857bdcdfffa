import * as fc from "../../../random.ts";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, it } from "vitest";
import { mostElements, parsePage, type Element } from "../../../../ingest/documents/html/tree.ts";

/** Elements and words of a page in order: `p(a b(c))`. */
function shapeOf(page: string): string {
  const parsed = parsePage(page);
  if (!parsed) throw new Error("refused");
  const shape = ({ name, children }: Element): string =>
    `${name}(${children.map((child) => (child.children === null ? page.slice(child.start, child.end).trim() : shape(child))).join(" ")})`;
  return shape(parsed.root).slice("#page(".length, -1);
}

/** All characters between the tags, blanks apart, code left out. */
function wordsOf(page: string): string {
  const parsed = parsePage(page);
  const words = ({ name, children }: Element): string =>
    /^(?:script|style|title|textarea|template|xmp|iframe)$/.test(name)
      ? ""
      : children.map((child) => (child.children === null ? page.slice(child.start, child.end) : words(child))).join("");
  return parsed ? words(parsed.root).replace(/\s/g, "") : "";
}

/** The same by a parser that follows the standard to the letter. */
function wordsByStandard(page: string): string {
  const words = (node: DefaultTreeAdapterTypes.Node): string => {
    if (node.nodeName === "#text") return (node as DefaultTreeAdapterTypes.TextNode).value;
    if (/^(?:script|style|title|textarea|template|xmp|iframe)$/.test(node.nodeName)) return "";
    return "childNodes" in node ? node.childNodes.map(words).join("") : "";
  };
  return words(parse(page, { scriptingEnabled: false })).replace(/\s/g, "");
}

const pieces = fc.constantFrom(
  ..."<p>|</p>|<div class='a'>|</div>|<b>|</b>|<i title=\"x>y\">|</i>|<ul>|</ul>|<li>|</li>|<br>|<br/>|<h2>|</h2>|<span hidden>|</span>".split("|"),
  ..."one|two |<|< 3|</>|</ x>|<!-- c -->|<!---->|<!-->|<!x>|<?php a ?>|<script>var a='<p>';</script>|<title>t</title>".split("|"),
  ..."<style>p{}</style>|<textarea><b></textarea>|<a href=x/y>|</a>|<img src=a alt=b>|<hr>|<o:p>|</o:p>|<![if !a]>|<![endif]>".split("|"),
);

describe("parsePage", () => {
  it.each([
    ["paragraphs that end where the next begins", "<p>a<p>b", "p(a) p(b)"],
    ["a paragraph that ends before a block", "<p>a<div>b</div>c", "p(a) div(b) c"],
    ["items without end tags", "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "ul(li(a) li(b ul(li(c))) li(d)) e"],
    ["cells and rows without end tags", "<table><tr><td>a<td>b<tr><td>c</table>d", "table(tr(td(a) td(b)) tr(td(c))) d"],
    ["a table in a cell", "<table><tr><td>a<table><tr><td>b</table>c<td>d</table>", "table(tr(td(a table(tr(td(b))) c) td(d)))"],
    ["terms and their descriptions", "<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a) dd(b) dt(c))"],
    ["print that crosses a paragraph", "<p><b>a</p>b<p>c</b>d</p>", "p(b(a)) b p(c d)"],
    ["an end tag without a start tag", "a</div></b>b</p>c", "a b p() c"],
    ["an end tag that a cell shields", "<div><table><tr><td>a</div>b</table>c", "div(table(tr(td(a b))) c)"],
    ["an attribute with an angle in it", '<p title="a>b" class=c>d', "p(d)"],
    ["elements without content", "a<br>b<img src=x>c<hr/>d", "a br() b img() c hr() d"],
    ["a drawing with a title", "<svg><title>a</title><path/></svg>b", "svg(title(a) path()) b"],
    ["a script with tags", "<script>if (a < b) '<p>'</script>c", "script(if (a < b) '<p>') c"],
    ["a script that writes a script", "<script><!-- <script></script> --></script>c", "script(<!-- <script></script> -->) c"],
    ["a title with an angle", "<title>a <b</title>c", "title(a <b) c"],
    ["comments of every kind", "a<!-- <p> -->b<!-->c<!--->d<?x ?>e<!doctype html>f</ >g", "a b c d e f g"],
    ["what Word leaves behind", "<p><![if !supportLists]>1.<![endif]>a<o:p></o:p></p>", "p(1. a o:p())"],
    ["signs that open no tag", "a < b <3 <", "a < b <3 <"],
  ])("reads %s", (_, page, shape) => {
    expect(shapeOf(page)).toBe(shape);
  });

  it.each([
    ["a tag", 'a<p title="b'],
    ["a comment", "a<!-- b"],
    ["a script", "a<script>b"],
  ])("says where %s begins that never ends", (_, page) => {
    expect(parsePage(page)).toMatchObject({ cutAt: 1 });
  });

  it("keeps every word of a page, in order, wherever tags are missing", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const page = `<body>${parts.join("")}<p>end`;
        expect(wordsOf(page)).toBe(wordsByStandard(page));
      }),
      { numRuns: 500 },
    );
  });

  it("ends at any characters, with all positions in the page and in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("<", ">", "/", "!", "-", "=", '"', "'", " ", "a", "b", "p", "&") }), (page) => {
        const parsed = parsePage(page);
        let at = 0;
        const visit = ({ start, end, children }: Element): void => {
          expect(start).toBeLessThanOrEqual(end);
          for (const child of children) {
            expect(child.start).toBeGreaterThanOrEqual(at);
            if (child.children === null) at = child.end;
            else visit(child);
          }
        };
        if (parsed) visit(parsed.root);
        expect(at).toBeLessThanOrEqual(page.length);
      }),
    );
  });

  it("reads what stands deeper than 512 elements as part of the element around it", () => {
    const page = parsePage(`${"<div>".repeat(600)}a${"</div>".repeat(600)}<p>b`);
    expect(page).toMatchObject({ tooDeepAt: 511 * 5 });
    expect(page?.root.children.map(({ children }) => children?.length)).toEqual([1, 1]);
  });

  it("refuses a page of more elements than any has", () => {
    expect(parsePage("<b>".repeat(mostElements + 1))).toBeNull();
  });
});
