import * as fc from "../../../random.ts";
import { describe, expect, it } from "vitest";
import { readPage } from "../../../../ingest/documents/html/page.ts";
import { layOut } from "../../../../ingest/text/blocks.ts";

/** Lines of text that a reader sees of a page, each with the number before it. */
function seen(page: string): string[] {
  const { text } = readPage(page, "a.html");
  if (!text) return [];
  const { view, blocks } = layOut(page, "a.html", text);
  return blocks.map(({ start, end, number, bullet }) => {
    const mark = number === null ? (bullet ? "- " : "") : `${number} `;
    return mark + view.text.slice(start, end);
  });
}

const prose = "This is a sentence that runs on for long enough to be taken for the text of the page.";

describe("readPage shows", () => {
  it.each<[name: string, page: string, lines: string[]]>([
    ["paragraphs with blanks put together", "<p>a\n  b</p>\n<p> c </p>", ["a b", "c"]],
    ["entities", "<p>A&amp;B &lt;b&gt; &#8217;s &nbsp;x&hellip; &eacute; &bogus; R&D</p>", ["A&B <b> ’s x… é &bogus; R&D"]],
    ["signs that mean something in markdown", "<p>a *b* _c_ [d](e) | \\f</p>", ["a *b* _c_ [d](e) | \\f"]],
    ["soft hyphens and joiners as nothing", "<p>Coopera&shy;tion in Ha\u200b Noi</p>", ["Cooperation in Ha Noi"]],
    ["a forced break", "<p>For the Ministry<br>General Tan</p>", ["For the Ministry", "General Tan"]],
    ["a sentence that goes on behind a break", "<p>the work of the<br>ministers</p>", ["the work of the ministers"]],
    ["raised letters, but no marks of notes", "<p>the 12<sup>th</sup> one<sup>3</sup> and<sup><a href='#fn2'>[a]</a></sup></p>", ["the 12th one and"]],
    ["words across tags", "<p><b>R</b>ECALLING the <i>T</i>reaty</p>", ["RECALLING the Treaty"]],
    ["preformatted lines", "<pre>1. NOTING a;\n\n2. NOTING b;</pre>", ["1. NOTING a;", "2. NOTING b;"]],
    ["spans that are set as blocks", "<span style='display:block'>a</span><span>b</span>", ["a", "b"]],
  ])("%s", (_, page, lines) => {
    expect(seen(page)).toEqual(lines);
  });

  it.each<[name: string, page: string, lines: string[]]>([
    ["numbers", "<ol><li>a<li>b</ol>", ["1. a", "2. b"]],
    ["numbers from a start, with a jump", "<ol start=3><li>a<li value=7>b<li>c</ol>", ["3. a", "7. b", "8. c"]],
    ["numbers that count down", "<ol reversed><li>a<li>b</ol>", ["2. a", "1. b"]],
    ["letters and Roman numbers", "<ol type=a start=27><li>x</ol><ol type=I start=4><li>y</ol>", ["aa. x", "IV. y"]],
    ["styles", "<ol style='list-style: upper-alpha'><li>x<li>y</ol>", ["A. x", "B. y"]],
    ["lists in lists", "<ol><li>a<ol type=i><li>b<li>c</ol><li>d</ol>", ["1. a", "i. b", "ii. c", "2. d"]],
    ["bullets", "<ul><li>a<li><p>b</p></ul>", ["- a", "- b"]],
    ["nothing where a list has no marks", "<ul style='list-style-type:none'><li>a</ul><ol class=list-unstyled><li>b</ol>", ["a", "b"]],
    ["the printed number where there is one", "<ol style='list-style:none'><li>(a) x</ol><ol><li>4. y</ol>", ["(a) x", "4. y"]],
    ["the number in a cell of its own", "<table><tr><td>1.<td>a</tr><tr><td>2.<td>b</table>", ["1. a", "2. b"]],
    ["a number of Word's", "<p><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span>a</p>", ["2. a"]],
    ["a bullet of Word's", "<p><span style='mso-list:Ignore'>§<span>&nbsp; </span></span>a</p>", ["- a"]],
  ])("of lists %s", (_, page, lines) => {
    expect(seen(page)).toEqual(lines);
  });

  it.each<[name: string, page: string, lines: string[]]>([
    ["the rows of a table of data", "<table><tr><th>A<th>B<tr><td>c<td>d</table>", ["A B", "c d"]],
    ["the cells of a table that only sets columns", `<table><tr><td>a<td><p>b</p><p>c</p></table>`, ["a", "b", "c"]],
    ["a bar within a cell", "<table><tr><td>a|b<td>c<tr><td>d<td>e</table>", ["a|b c", "d e"]],
  ])("%s", (_, page, lines) => {
    expect(seen(page)).toEqual(lines);
  });
});

describe("readPage leaves out", () => {
  const unseen = [
    "<script>x</script>",
    "<style>x</style>",
    "<template><p>x</p></template>",
    "<noscript>x</noscript>",
    "<!-- x -->",
    "<p hidden>x</p>",
    "<p aria-hidden=true>x</p>",
    "<p style='DISPLAY : none !important'>x</p>",
    "<p style='color:red;visibility:hidden'>x</p>",
    "<p class=sr-only>x</p>",
    "<dialog open>x</dialog>",
    "<select><option>x</select>",
    "<button>x</button>",
    "<svg><text>x</text></svg>",
    "<a href='javascript:x()' onclick='x()'></a>",
    "<img alt=x onerror=x>",
  ];
  it.each(unseen)("%s", (piece) => {
    expect(seen(`<p>${prose}</p>${piece}<p>${prose}</p>`)).toEqual([prose, prose]);
  });

  it.each([
    ["navigation 4", "<nav><a href=a>Home</a></nav>"],
    ["navigation 4", "<div class='main-navBar'>Home</div>"],
    ["navigation 4", "<ul id=breadcrumbs><li>Home</ul>"],
    ["navigation 19", "<p><a>One</a> | <a>Two</a> | <a>Three</a></p>"],
    ["header 4", "<header>Name</header>"],
    ["footer 4", "<footer>Foot</footer>"],
    ["sidebar 4", "<aside>Side</aside>"],
    ["sharing 5", "<div class=share-buttons>Tweet</div>"],
    ["related links 4", "<div class=related>More</div>"],
    ["advertising 4", "<div class='ad slot'>Lamp</div>"],
    ["notice 4", "<div id=cookieNotice>Fine</div>"],
    ["form 4", "<form>Find<input></form>"],
    ["hidden 5", "<p hidden>Ghost</p>"],
  ])("and reports: %s of %s", (report, piece) => {
    const page = `${piece}<main><p>${prose}</p><p>${prose}</p></main>`;
    const { problems } = readPage(page, "a.html");
    expect(seen(page)).toEqual([prose, prose]);
    expect(problems).toMatchObject([{ rule: "page-furniture", severity: "note", file: "a.html" }]);
    expect(problems[0]?.message).toContain(`no part of its text: ${report}`);
  });

  it.each([
    ["a body that is called after its sidebar", `<div class='has sidebar'><p>${prose}</p></div>`],
    ["a form that holds the whole page", `<form><div><p>${prose}</p></div></form>`],
    ["a footer that holds a third of the words", `<p>${prose}</p><footer><p>${prose}</p></footer>`],
    ["short lines of a page without running text", "<div><p>one</p><p>two</p></div>"],
    ["a signature beside the text", `<div><div><p>${prose}</p></div><div>For Malaysia: Tan Ah Kow</div></div>`],
  ])("not %s", (_, page) => {
    const { problems } = readPage(page, "a.html");
    expect(problems).toEqual([]);
  });

  it("not the title and date that stand beside the main part", () => {
    const links = "<a>one</a> <a>two</a> <a>three</a> and more".repeat(4);
    const page = `<div><h1>Title</h1><p>1 May 2024</p><p>Contact</p><p>${links}</p></div><main><p>${prose}</p></main>`;
    expect(seen(page).slice(0, 2)).toEqual(["Title", "1 May 2024"]);
    expect(seen(page)).not.toContain("Contact");
  });

  it("warns where much of it reads like text", () => {
    const page = `<aside><p>${prose}</p></aside>`.repeat(2) + `<div>${`<p>${prose}</p>`.repeat(2)}</div>`;
    expect(readPage(page, "a").problems).toMatchObject([{ rule: "page-furniture", severity: "warning" }]);
  });
});

describe("readPage takes from the head", () => {
  it.each([
    ["the title, without the site's name", "<title>Joint Declaration on Tea - Portal</title>", "Joint Declaration on Tea"],
    ["the shared title before it", "<meta property=og:title content='Tea &amp; Rain'><title>x</title>", "Tea & Rain"],
    ["the day of publication", "<meta name=pubdate content=2025-02-26T08:00>", "2025-02-26"],
  ])("%s", (_, head, line) => {
    const page = `<html><head>${head}</head><p>${prose}</p>`;
    expect(seen(page)).toEqual([line, prose]);
  });

  it("nothing that the text says itself", () => {
    const head = "<title>Other</title><meta name=date content=2020-01-01>";
    expect(seen(`${head}<h1>Title</h1><p>1 May 2024</p>`)).toEqual(["Title", "1 May 2024"]);
  });
});

describe("readPage reports", () => {
  it.each([
    ["no-text", "<html><body><div id=root></div><script src=a.js></script></body></html>"],
    ["page-cut", `<p>${prose}</p><p title="`],
    ["nested-too-deep", `${"<div>".repeat(600)}a`],
    ["encoding-suspect", "<p>a&#0;b</p>"],
    ["page-too-complex", "<i>".repeat(1_000_001)],
  ])("%s", (rule, page) => {
    expect(readPage(page, "a").problems.map((problem) => problem.rule)).toContain(rule);
  });
});

describe("every character of a page's text", () => {
  const words = fc.constantFrom("ADMM", " and ", "*x* ", "&amp;", "&nbsp;", "[a](b)", "\n", "_", "ﬁne ", "Hà", "<!-- c -->");
  const tags = fc.constantFrom("<p>", "</p>", "<b>", "</b>", "<br>", "<li>", "<ol>", "</ol>", "<td>", "<table>", "<sup>1</sup>");

  it("leads to characters of the source that show it, in order", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(words, tags), { maxLength: 40 }), (parts) => {
        const page = `<body>${parts.join("")}`;
        const { text } = readPage(page, "a");
        if (!text) return;
        const { view } = layOut(page, "a", text);
        expect(view.starts).toHaveLength(view.text.length);
        for (let at = 0; at < view.text.length; at++) {
          const [start = -1, end = -1] = [view.starts[at], view.ends[at]];
          expect(start).toBeGreaterThanOrEqual(view.starts[at - 1] ?? 0);
          expect(end).toBeGreaterThanOrEqual(start);
          const source = page.slice(start, end);
          if (/[A-Za-z]/.test(view.text.charAt(at))) expect(source).toMatch(/^(?:.|ﬁ)$/u);
          if (view.text.charAt(at) === "&") expect(source).toBe("&amp;");
        }
      }),
      { numRuns: 300 },
    );
  });
});
