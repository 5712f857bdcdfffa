/** Characters of a file, with the doubt that there is about them, or null. */
export interface Characters {
  readonly raw: string;
  readonly doubt: string | null;
}

/** Bytes of a file and what is said about them. */
interface Evidence {
  readonly bytes: Uint8Array;
  /** Encodings that server and page name, the server's first; each at most once, in the names of the Encoding standard. */
  readonly declared: readonly string[];
  /** Names that no decoder knows. */
  readonly unknown: readonly string[];
}

type Reading = (evidence: Evidence) => Characters | null;

/** Ordered: the first reading that fits the bytes is taken; the last fits any. */
const readings: readonly Reading[] = [byMark, asUtf16, asEscaped, asUtf8, asDeclared, asBrokenUtf8, asWindows1252];

/**
 * The characters that bytes stand for: by a byte order mark, else UTF-16 or UTF-8 where the bytes are just that, else by what
 * the server (`charset`, null where nobody says) or the page declares, else windows-1252. A byte order mark stays in the
 * string, so that offsets count in the whole input.
 */
export function readCharacters(bytes: Uint8Array, charset: string | null): Characters {
  const names = [charset, declaredIn(bytes)].filter((name) => name !== null);
  const known = names.flatMap((name) => standardName(name) ?? []);
  const evidence = {
    bytes,
    declared: [...new Set(known)],
    unknown: names.filter((name) => standardName(name) === null),
  };
  for (const reading of readings) {
    const characters = reading(evidence);
    if (characters) return characters.doubt === null ? { ...characters, doubt: lostBefore(characters.raw) } : characters;
  }
  throw new Error("windows-1252 decodes any bytes");
}

const byteOrderMarks = [
  { encoding: "utf-8", mark: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", mark: [0xff, 0xfe] },
  { encoding: "utf-16be", mark: [0xfe, 0xff] },
] as const;

function byMark({ bytes }: Evidence): Characters | null {
  const marked = byteOrderMarks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (!marked) return null;
  const raw = strict(bytes, marked.encoding);
  if (raw !== null) return { raw, doubt: null };
  return {
    raw: lenient(bytes, marked.encoding),
    doubt: `the file says that it is ${marked.encoding} but is not throughout: broken characters stand as U+FFFD; save it again`,
  };
}

/** Bytes at the start of a file that are looked at for zeros and for what a page declares. */
const head = 4096;

/** UTF-16 without a mark: of Latin text every other byte is zero. */
function asUtf16({ bytes }: Evidence): Characters | null {
  const encoding = utf16Order(bytes);
  const raw = encoding && strict(bytes, encoding);
  return raw === null ? null : { raw, doubt: null };
}

/** Byte order of UTF-16 text without a byte order mark, by its zeros; null for anything else. */
export function utf16Order(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, head) & ~1;
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (length < 8 || bytes.length % 2 === 1) return null;
  if (odd > length * 0.2 && even === 0) return "utf-16le";
  return even > length * 0.2 && odd === 0 ? "utf-16be" : null;
}

/** ISO-2022-JP and its like write all in seven bits, and so pass for UTF-8. */
function asEscaped({ bytes, declared }: Evidence): Characters | null {
  const encoding = declared.find((name) => name === "iso-2022-jp");
  const raw = encoding !== undefined && bytes.includes(0x1b) ? strict(bytes, encoding) : null;
  return raw === null ? null : { raw, doubt: null };
}

function asUtf8({ bytes }: Evidence): Characters | null {
  const raw = strict(bytes, "utf-8");
  return raw === null ? null : { raw, doubt: null };
}

function asDeclared({ bytes, declared, unknown }: Evidence): Characters | null {
  const fitting = declared.filter((name) => name !== "utf-8" && strict(bytes, name) !== null);
  const [first] = fitting;
  const raw = first === undefined ? null : strict(bytes, first);
  if (first === undefined || raw === null) return null;
  const others = [...declared, ...unknown].filter((name) => name !== first);
  if (others.length === 0) return { raw, doubt: null };
  const doubt = `it is declared as ${[first, ...others].join(" and as ")}, and was read as ${first}: look at its accents and quotes`;
  return { raw, doubt };
}

/** A long UTF-8 text with a few bytes that are not is one that was damaged, not one in another encoding. */
function asBrokenUtf8({ bytes }: Evidence): Characters | null {
  const raw = lenient(bytes, "utf-8");
  const broken = count(raw, /\uFFFD/g);
  const whole = count(raw, /[\u0080-\uFFFC]/g);
  if (whole < broken * 3) return null;
  return { raw, doubt: `${broken} characters are broken UTF-8 and stand as U+FFFD: get the file again from its source` };
}

function asWindows1252({ bytes, declared, unknown }: Evidence): Characters {
  const raw = new TextDecoder("windows-1252").decode(bytes);
  const named = [...declared, ...unknown];
  const reason = named.length === 0 ? "is not valid UTF-8" : `is not valid UTF-8, nor what it is declared to be (${named.join(", ")}),`;
  return { raw, doubt: `the file ${reason} and was read as windows-1252: look at its accents and quotes, and save it as UTF-8` };
}

/** UTF-8 that was once read as windows-1252 and saved as that: `â€™` for an apostrophe. */
const misread = /\u00e2\u20ac(?:[\u2122\u0153\u02dc\u201c\u201d\u009d]|\u00a6)|\u00c3[\u00a0-\u00bf]/g;

function lostBefore(raw: string): string | null {
  const lost = count(raw, /\uFFFD/g);
  if (lost > 0) return `${lost} characters were lost before the file was saved (U+FFFD): get it again from its source`;
  const wrong = count(raw, misread);
  return wrong < 2
    ? null
    : `${wrong} characters look like UTF-8 that was once read as windows-1252 and saved so: get it again from its source`;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) found++;
  return found;
}

/** What a page says of its encoding. Source: HTML standard, 13.2.3.2 "prescan a byte stream", here over the first 4096 bytes. */
const inPage = /<meta[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})|^\s*<\?xml[^>]{0,80}\bencoding\s*=\s*["']([\w.:-]{1,40})/i;

function declaredIn(bytes: Uint8Array): string | null {
  const match = inPage.exec(Buffer.from(bytes.subarray(0, head)).toString("latin1"));
  const name = match?.[1] ?? match?.[2] ?? null;
  // A page that could be read so far is not in UTF-16, whatever it says.
  return name !== null && /^utf-?16/i.test(name) ? "utf-8" : name;
}

function standardName(name: string): string | null {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function lenient(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
