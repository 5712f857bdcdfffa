import type { Problem } from "../problem.ts";
import type { Layout } from "../text/blocks.ts";
import { isStatement, type Clause, type DocumentKind } from "./clause.ts";
import { kindOfDocument } from "./kind.ts";
import { relatedStart } from "./noise.ts";
import { lostNumbers } from "./numbering.ts";
import { isProse, type Page } from "./page.ts";
import { segmentReport } from "./report.ts";
import { hasClauses, segmentStatement } from "./statement.ts";
import { findTitle } from "./title.ts";
import { toClauses } from "./unit.ts";

/** What a document is and what it is made of. */
export interface FoundClauses {
  readonly kind: DocumentKind;
  /** In reading order and disjoint; what no clause covers is furniture of the page. */
  readonly clauses: readonly Clause[];
  readonly problems: readonly Problem[];
}

/** The kind of a laid out document and its clauses. `file` names it in problems. */
export function findClauses(layout: Layout, file: string): FoundClauses {
  const texts = layout.blocks.map(({ start, end }) => layout.view.text.slice(start, end));
  const { kind, sure } = kindOfDocument(texts);
  const page = openPage(layout, texts, kind);
  const led = isStatement(kind) && kind !== "chairmans_statement" && hasClauses(page);
  const clauses = toClauses(layout, led ? segmentStatement(page) : segmentReport(page));
  const doubt: Problem = {
    rule: "kind-uncertain",
    severity: "warning",
    message: `nothing in the text says what kind of document it is; it was read as a ${kind.replace("_", " ")}`,
    file,
  };
  return { kind, clauses, problems: [...(sure ? [] : [doubt]), ...lostNumbers(clauses, file)] };
}

function openPage(layout: Layout, texts: readonly string[], kind: DocumentKind): Page {
  const { title, titleEnd, body } = findTitle(texts, layout.blocks, kind);
  const related = texts.findIndex((text, index) => index > body && relatedStart.test(text));
  return {
    layout,
    blocks: layout.blocks,
    texts,
    kind,
    title,
    titleEnd,
    body,
    tail: texts.findLastIndex(isProse) + 1,
    related: related === -1 ? texts.length : related,
  };
}
