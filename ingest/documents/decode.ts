import type { Problem } from "../problem.ts";
import type { Format } from "./document.ts";
import { readCharacters } from "./encoding.ts";
import { binaryFormat, textFormat } from "./format.ts";

/** What bytes turned out to be: a readable text with the doubts about it, or the reason why there is none. */
export interface Decoded {
  /** Null where nothing could be read; `problems` then says why. */
  readonly text: { readonly format: Format; readonly raw: string } | null;
  readonly problems: readonly Problem[];
}

/**
 * The characters of a file that is no packed format, and which text format it is, both by content. `charset` is the encoding
 * that a server says they are in, null where nobody says; see {@link readCharacters}.
 */
export function decode(bytes: Uint8Array, file: string, charset: string | null = null): Decoded {
  const binary = binaryFormat(bytes);
  if (binary) return refuse(file, binary.rule, binary.message);
  const { raw, doubt } = readCharacters(bytes, charset);
  if (raw.replace(/^\uFEFF/, "").trim() === "") {
    return refuse(file, "empty-file", "the file has no text: check that it was saved completely, or take it out");
  }
  const problems: Problem[] = doubt ? [{ rule: "encoding-suspect", severity: "warning", message: doubt, file }] : [];
  return { text: { format: textFormat(raw), raw }, problems };
}

function refuse(file: string, rule: string, message: string): Decoded {
  return { text: null, problems: [{ rule, severity: "error", message, file }] };
}
