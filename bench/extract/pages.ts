import { parse } from "parse5";
import { findClauses } from "../../ingest/clauses/find.ts";
import { readPage } from "../../ingest/documents/html/page.ts";
import { layOut } from "../../ingest/text/blocks.ts";
import type { Registry } from "../../ingest/index.ts";
import { statementOf } from "./material.ts";
import { costsOf, type Figure } from "./measure.ts";

/** A web page to clauses, against the parser of its markup alone. */
export function measurePages(registry: Registry, runs: number): Figure {
  const raw = pageOf(statementOf(6, 500_000, registry));
  const [own = 1, parser = 0] = costsOf(
    runs,
    () => clausesOf(raw),
    () => parse(raw, { sourceCodeLocationInfo: true }),
  );
  return { name: "page to clauses, against the parser alone", value: parser / own, unit: "x", goal: { least: 0.6 } };
}

function clausesOf(raw: string) {
  const { text } = readPage(raw, "made-up.html");
  if (!text) throw new Error("the made-up page has no text");
  return findClauses(layOut(raw, "made-up.html", text), "made-up.html");
}

/** A statement as a page of a ministry has it: menus, scripts, inline markup, a footer. */
function pageOf(statement: string): string {
  const links = Array.from(
    { length: 60 },
    (_, at) => `<li class="menu"><a href="/section/${at}">Section ${at}</a></li>`,
  );
  const paragraphs = statement
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => `<p class="body-text" style="margin:0"><strong>${line.slice(0, 12)}</strong>${line.slice(12)}</p>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Statement</title>
<script>var page = { kind: "statement", menu: [1, 2, 3] };</script><style>.menu { color: red }</style></head>
<body><nav><ul>${links.join("\n")}</ul></nav><main><article>
${paragraphs.join("\n")}
</article></main><footer><p>Copyright 2025. All rights reserved.</p></footer></body></html>`;
}
