import type { DocumentKind } from "../clauses/clause.ts";
import type { SourceRecord } from "../registry/records.ts";

/** What kind of source a document of the corpus is; the rule of precedence goes by it. */
export const sourceKindOf: Readonly<Record<DocumentKind, SourceRecord["kind"]>> = {
  joint_statement: "adopted text",
  joint_declaration: "adopted text",
  chairmans_statement: "adopted text",
  press_release: "ministry",
  background_page: "secretariat",
  news_article: "press",
};
