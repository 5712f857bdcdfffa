import type { Problem } from "../problem.ts";
import type { Format } from "./document.ts";
import { binaryFormat, textFormat } from "./format.ts";

/** What bytes turned out to be: a readable text with the doubts about it, or the reason why there is none. */
export interface Decoded {
  /** Null where nothing could be read; `problems` then says why. */
  readonly text: { readonly format: Format; readonly raw: string } | null;
  readonly problems: readonly Problem[];
}

/**
 * The characters of a file. Format and encoding are decided by content: a byte order mark, else strict UTF-8, else
 * windows-1252 with a warning. A byte order mark stays in the string, so that offsets count in the whole input.
 * `charset` is the encoding that a server says they are in, null where nobody says: it decides where the bytes are no UTF-8.
 */
export function decode(bytes: Uint8Array, file: string, charset: string | null = null): Decoded {
  const binary = binaryFormat(bytes);
  if (binary) return refuse(file, binary.rule, binary.message);
  const { raw, doubt } = characters(bytes, charset);
  if (raw.replace(/^\uFEFF/, "").trim() === "") {
    return refuse(file, "empty-file", "the file has no text: check that it was saved completely, or take it out");
  }
  const format = textFormat(raw);
  const problems: Problem[] = doubt ? [{ rule: "encoding-suspect", severity: "warning", message: doubt, file }] : [];
  return { text: { format, raw }, problems };
}

function refuse(file: string, rule: string, message: string): Decoded {
  return { text: null, problems: [{ rule, severity: "error", message, file }] };
}

interface Characters {
  readonly raw: string;
  readonly doubt: string | null;
}

const byteOrderMarks = [
  { encoding: "utf-8", mark: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", mark: [0xff, 0xfe] },
  { encoding: "utf-16be", mark: [0xfe, 0xff] },
] as const;

function characters(bytes: Uint8Array, charset: string | null): Characters {
  const marked = byteOrderMarks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return withMark(bytes, marked.encoding);
  return (
    strict(bytes, "utf-8") ??
    (charset === null ? null : strict(bytes, charset)) ?? {
      raw: new TextDecoder("windows-1252").decode(bytes),
      doubt:
        "the file is not valid UTF-8 and was read as windows-1252: look at its accents and quotes, and save it as UTF-8",
    }
  );
}

function withMark(bytes: Uint8Array, encoding: string): Characters {
  return (
    strict(bytes, encoding) ?? {
      raw: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes),
      doubt: `the file says that it is ${encoding} but is not throughout: broken characters stand as U+FFFD; save it again`,
    }
  );
}

function strict(bytes: Uint8Array, encoding: string): Characters | null {
  try {
    return { raw: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), doubt: null };
  } catch {
    return null;
  }
}
