import { hash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { LRUCache } from "lru-cache";

/** An answer as it goes out, to be given again. */
export interface StoredAnswer {
  /** A short one stays a text, which goes out in one write with the headers. */
  readonly body: string | Buffer;
  /** Its Content-Type. */
  readonly type: string;
  /** Its ETag, which follows from the body: weak, since the same answer also goes out packed. */
  readonly etag: string;
  /** Operation that it answers, as the metrics name it. */
  readonly operation: string;
  /** The body as it goes out packed, as far as that was asked for. */
  readonly packed: Readonly<Partial<Record<Coding, Buffer>>>;
}

/** How a body can be packed, as Content-Encoding names it. */
export type Coding = "br" | "gzip";

/** Keeps answers by a key that says all that they depend on, the revision included. */
export interface AnswerStore {
  readonly get: (key: string) => StoredAnswer | undefined;
  readonly set: (key: string, answer: StoredAnswer) => void;
  /** How much is kept, in bytes. */
  readonly bytes: () => number;
}

/** From so many UTF-16 code units an answer is kept as the bytes that go out, rather than made to bytes each time. */
const longText = 8_192;

/** What an entry takes beside its body and its key, in bytes; roughly. */
const overhead = 400;

/** Keeps the answers that were given last, within so many bytes; none where that is 0. One answer takes a tenth at most. */
export function createAnswerStore(bytes: number): AnswerStore {
  if (bytes === 0) return { get: () => undefined, set: () => undefined, bytes: () => 0 };
  const answers = new LRUCache<string, StoredAnswer>({
    maxSize: bytes,
    maxEntrySize: Math.ceil(bytes / 10),
    sizeCalculation: ({ body, packed }, key) => {
      const bodies = [body, ...Object.values(packed)].map((one) => Buffer.byteLength(one));
      return bodies.reduce((sum, length) => sum + length, key.length + overhead);
    },
  });
  return {
    get: (key) => answers.get(key),
    set: (key, answer) => void answers.set(key, answer),
    bytes: () => answers.calculatedSize,
  };
}

/** An answer to be kept and given. */
export function storedAnswer(text: string, type: string, operation: string): StoredAnswer {
  const body = text.length < longText ? text : Buffer.from(text);
  return { body, type, etag: `W/"${hash("sha256", body, "base64url").slice(0, 22)}"`, operation, packed: {} };
}

/** The same answer, packed in one way more. */
export function packedIn(answer: StoredAnswer, coding: Coding): StoredAnswer {
  const bytes = coding === "br" ? brotliCompressSync(answer.body, quick) : gzipSync(answer.body);
  return { ...answer, packed: { ...answer.packed, [coding]: bytes } };
}

/** Past this quality an answer gets no smaller to speak of, and takes ten times as long. */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Whether an If-None-Match header names the ETag; a strong one of the same words fits as well. */
export function stillFits(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag) return true;
  const plain = etag.replace(/^W\//, "");
  return header.split(",").some((given) => {
    const word = given.trim();
    return word === "*" || word.replace(/^W\//, "") === plain;
  });
}
