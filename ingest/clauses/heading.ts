import type { Block } from "../text/blocks.ts";
import { isCapitals, isProse, wordCount, type Page } from "./page.ts";

/** Most words of a heading, and of one above a list. */
const longest = 14;
const longestAboveList = 8;

/** True for a line that only says what the text below it is about. */
export function isHeading(page: Page, block: Block, text: string, index: number): boolean {
  if (block.heading > 0) return true;
  if (/[.;:,]["”’)]*$/.test(text) || wordCount(text) > longest || block.bullet) return false;
  if (isCapitals(text) && wordCount(text) >= 2) return true;
  const next = page.blocks[index + 1];
  const below = page.texts[index + 1] ?? "";
  const marked = next !== undefined && (next.bullet || next.number !== null);
  const opens = isProse(below) || below.endsWith(":") || (marked && wordCount(text) <= longestAboveList);
  return block.number === null && block.apart && next !== undefined && opens;
}
