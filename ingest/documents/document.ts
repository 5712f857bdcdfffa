import type { Span } from "../span.ts";

/** Decided by content, never by the file's name. */
export type Format = "text" | "markdown" | "html" | "pdf" | "docx";

/** One document of the corpus, read and decoded. */
export interface SourceDocument {
  /** Name for people and for problems: the path relative to the corpus folder, or the address. */
  readonly file: string;
  readonly format: Format;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  /** Decoded input (the text layer for pdf and docx): every span of every later stage counts in this string. */
  readonly raw: string;
  /** Address it was fetched from, or null for a file. */
  readonly address: string | null;
  /** What is read in place of `raw`, where that is the source of a page; absent where `raw` itself is read. */
  readonly layer?: TextLayer;
  /**
   * Numbers that a list gives its items and that are no text (`3.`, `(a)`, `Article 2`), by the offset, in the text that
   * is read, at which the numbered line begins.
   */
  readonly numbers?: ReadonlyMap<number, string>;
  /** Where pages begin in `raw`, in order of offsets; absent where the file does not say. */
  readonly pages?: readonly PageStart[];
  /** Bold, italic or underlined stretches of `raw`, in order and disjoint; absent where marks in the text say so. */
  readonly emphasis?: readonly Span[];
}

/** Where the text of a page, or of its notes, begins in a text layer. */
export interface PageStart {
  /** Offset in the text layer. */
  readonly start: number;
  /** 1-indexed. */
  readonly page: number;
}

/**
 * Lines of markdown written from a page that is no text itself: a blank line between paragraphs, `#` before headings, `-`
 * before items, `**` around emphasis, a backslash before signs that are meant as they stand.
 */
export interface TextLayer {
  readonly text: string;
  /** `starts[i]`, `ends[i]`: span of `raw` that character i comes from. Never descending; same length as `text`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Page on which the character at an offset of the document stands; undefined where the file does not say. */
export function pageAt({ pages = [] }: Pick<SourceDocument, "pages">, offset: number): number | undefined {
  return pages.findLast(({ start }) => start <= offset)?.page;
}
