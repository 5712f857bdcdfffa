import type { Block, Layout } from "../text/blocks.ts";
import type { DocumentKind } from "./clause.ts";

/** A laid out document with what the segmentation asks of it again and again. */
export interface Page {
  readonly layout: Layout;
  readonly blocks: readonly Block[];
  /** Text of each block, as a reader sees it. */
  readonly texts: readonly string[];
  readonly kind: DocumentKind;
  /** Index of the block that is the title, or null. */
  readonly title: number | null;
  /** Index of the last block of the title, which may be set on several lines; -1 without a title. */
  readonly titleEnd: number;
  /** Index of the first block of the body, behind title, dates and references. */
  readonly body: number;
  /** Index of the first block behind the last one that reads like prose. */
  readonly tail: number;
  /** Index of the heading below which the page only links to others; the number of blocks where there is none. */
  readonly related: number;
}

/** Case and marks do not make two texts of one. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** True for a text in capitals throughout. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** Number of words, counted by blanks. */
export function wordCount(text: string): number {
  return text.split(" ").length;
}

/** True for a text that reads like prose: long, or a sentence with its full stop or semicolon. */
export function isProse(text: string): boolean {
  return text.length >= 140 || (wordCount(text) >= 8 && /[.;:]["”’)]*(?:\s+(?:and|or))?$/i.test(text));
}

/** Kind of mark before a block: two blocks of one level have the same. */
export function markStyle(block: Block): "none" | "bullet" | "digit" | "paren-digit" | "alpha" | "paren-alpha" {
  if (block.number === null) return block.bullet ? "bullet" : "none";
  const sign = /\d/.test(block.number) ? "digit" : "alpha";
  return block.number.startsWith("(") ? `paren-${sign}` : sign;
}
