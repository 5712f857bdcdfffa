import type { Span } from "../../span.ts";
import { attribute, type Element, type Page } from "./tree.ts";

/** What a page says of itself outside of its text, as spans of its source; entities stand in them as they are written. */
export interface Metadata {
  readonly title: Span | null;
  /** Day of publication, `2025-02-26` or in words. */
  readonly date: Span | null;
}

/** Ordered: names of `meta` elements; the first that a page has counts. */
const titleNames = ["og:title", "citation_title", "dcterms.title", "dc.title", "twitter:title"];
const dateNames = [
  "article:published_time",
  "og:published_time",
  "citation_publication_date",
  "dcterms.issued",
  "dc.date.issued",
  "dcterms.date",
  "dc.date",
  "datepublished",
  "publishdate",
  "publish-date",
  "pubdate",
  "date",
];

/** Title and date of a page by its `meta` elements, else by its `title`. */
export function metadataOf({ raw, root }: Page): Metadata {
  const named = new Map<string, Span>();
  let title: Span | null = null;
  const visit = (element: Element): void => {
    if (element.name === "meta") addMeta(raw, element, named);
    else if (element.name === "title") title ??= textOf(raw, element);
    // The drawings of a page have titles, too.
    else if (element.name !== "svg") for (const child of element.children) if (child.children !== null) visit(child);
  };
  visit(root);
  const first = (names: readonly string[]) => names.map((name) => named.get(name)).find((span) => span !== undefined);
  const date = first(dateNames);
  return { title: first(titleNames) ?? title, date: date ? dayOf(raw, date) : null };
}

function addMeta(raw: string, element: Element, named: Map<string, Span>): void {
  const name = (attribute(raw, element, "property") ?? attribute(raw, element, "name") ?? attribute(raw, element, "itemprop"))
    ?.trim()
    .toLowerCase();
  const content = element.attributes.find((each) => each.name === "content");
  if (name && content && raw.slice(content.start, content.end).trim() !== "" && !named.has(name)) named.set(name, content);
}

const siteName = /\s(?:[|–—»·-]|&(?:ndash|mdash|raquo|middot|#8211|#8212|#187|#124);)\s[^|–—»·]{2,60}$/;

/** The title without the name of the site, which stands behind its last dash or bar. */
function textOf(raw: string, { children }: Element): Span | null {
  const text = children[0];
  if (!text || raw.slice(text.start, text.end).trim() === "") return null;
  const site = siteName.exec(raw.slice(text.start, text.end))?.index ?? 0;
  return { start: text.start, end: site >= 15 ? text.start + site : text.end };
}

function dayOf(raw: string, { start, end }: Span): Span {
  const instant = /^\s*\d{4}-\d\d-\d\d(?=T|\s)/.exec(raw.slice(start, end))?.[0];
  return { start, end: instant === undefined ? end : start + instant.length };
}
