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
}
