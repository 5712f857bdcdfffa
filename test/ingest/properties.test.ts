import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "../random.ts";
import { describe, expect, it } from "vitest";
import { readBytes } from "../../ingest/documents/read.ts";
import { extract } from "../../ingest/extract.ts";
import { readRegistry } from "../../ingest/registry/read.ts";
import { readMarked } from "../../src/score/marked.ts";

const project = join(import.meta.dirname, "../..");
const { registry } = readRegistry(join(project, "data"));

/** The project's own annotated documents without their marks: text, markdown and pages. */
const folder = join(project, "test/documents");
const originals = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.marked\.\w+$/.test(name))
  .sort()
  .map((name) => readMarked(readFileSync(join(folder, name), "utf8"), name).raw);

type Read = Awaited<ReturnType<typeof readAll>>;

/** What the stages make of some bytes; a document that cannot be read has no extraction. */
async function readAll(bytes: Uint8Array) {
  const { document, problems } = await readBytes(bytes, "a");
  return { document, problems, extraction: document && extract(document, registry) };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Every span in the text, clauses in order and apart, mentions in order, apart and in their clause, what they say at their place. */
function expectSound({ document, extraction, problems }: Read): void {
  if (!document || !extraction) {
    expect(problems.map(({ severity }) => severity)).toContain("error");
    return;
  }
  const { raw } = document;
  const { clauses, mentions, definitions, candidates } = extraction;
  expectInOrder(clauses, raw.length);
  expectInOrder(mentions, raw.length);
  for (const { leads, start, end } of clauses) for (const lead of leads) expectWithin(lead, { start, end });
  for (const { clause, ...span } of [...mentions, ...candidates, ...definitions]) {
    expectWithin(span, clauses[clause] ?? { start: 0, end: -1 });
  }
  for (const { surface, start, end } of document.layer ? [] : [...mentions, ...candidates]) {
    expect(raw.slice(start, end)).toBe(surface);
  }
  for (const { span } of extraction.problems) if (span) expectWithin(span, { start: 0, end: raw.length });
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function expectInOrder(spans: readonly Range[], length: number): void {
  let last = 0;
  for (const { start, end } of spans) {
    expect([start >= last, end > start, end <= length], `${start}-${end} behind ${last}`).toEqual([true, true, true]);
    last = end;
  }
}

function expectWithin(inner: Range, outer: Range): void {
  const within = inner.start >= outer.start && inner.end <= outer.end && inner.start < inner.end;
  expect(within, `${inner.start}-${inner.end} in ${outer.start}-${outer.end}`).toBe(true);
}

/** One change that scans, editors and careless hands make. */
type Mutation = (text: string) => string;

const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom(
    "**",
    "](",
    "<b",
    "<!--",
    "&#x",
    "“",
    "(",
    "1.",
    "\r",
    "\u2028",
    "\u00ad\n",
    "\ufeff",
    "\n\n\n",
    "\t",
  ),
);
const share = fc.double({ min: 0, max: 1, noNaN: true });

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(share, piece).map(
    ([at, text]): Mutation =>
      (raw) =>
        splice(raw, at, 0, text),
  ),
  fc.tuple(share, fc.nat(80)).map(
    ([at, length]): Mutation =>
      (raw) =>
        splice(raw, at, length, ""),
  ),
  fc.tuple(share, fc.nat(200)).map(([at, length]): Mutation => (raw) => {
    const start = Math.floor(at * raw.length);
    return splice(raw, at, 0, raw.slice(start, start + length));
  }),
  fc.tuple(share, share, fc.constantFrom(...originals)).map(([at, from, other]): Mutation => (raw) => {
    return raw.slice(0, at * raw.length) + other.slice(from * other.length);
  }),
);

function splice(raw: string, at: number, length: number, text: string): string {
  const start = Math.floor(at * raw.length);
  return raw.slice(0, start) + text + raw.slice(start + length);
}

const mutated = fc
  .tuple(fc.constantFrom(...originals), fc.array(mutation, { minLength: 1, maxLength: 12 }))
  .map(([original, changes]) => changes.reduce((raw, change) => change(raw), original));

describe("reading and extracting", () => {
  it("is sound for any bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expectSound(await readAll(bytes));
      }),
      { numRuns: 300 },
    );
  });

  it("is sound for any text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 600 }), async (text) => {
        expectSound(await readAll(bytesOf(text)));
      }),
      { numRuns: 300 },
    );
  });

  it("is sound for documents that were cut, doubled, mixed and sown with signs", async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (raw) => {
        expectSound(await readAll(bytesOf(raw)));
      }),
      { numRuns: 150 },
    );
  });

  it("gives the same for the same bytes, whatever was read in between", async () => {
    await fc.assert(
      fc.asyncProperty(mutated, mutated, async (one, other) => {
        const first = await readAll(bytesOf(one));
        await readAll(bytesOf(other));
        expect(await readAll(bytesOf(one))).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });
});

/** What is found, as words and places that `move` has shifted. */
function found({ extraction }: Read, move: (offset: number) => number) {
  const { facts, kind, clauses = [], mentions = [] } = extraction ?? {};
  return {
    kind,
    meeting: facts?.meeting,
    date: facts?.date?.value,
    clauses: clauses.map(({ start, end, part, role, number }) => [move(start), move(end), part, role, number]),
    mentions: mentions.map(({ start, end, id, clause }) => [move(start), move(end), id, clause]),
  };
}

const same = (offset: number) => offset;

describe("the same document", () => {
  const texts = originals.filter((raw) => !raw.includes("\r"));

  it.each(texts.map((raw, index) => [index, raw] as const))(
    "%i says the same behind a byte order mark, one character on",
    async (_, raw) => {
      const plain = found(await readAll(bytesOf(raw)), (offset) => offset + 1);
      expect(found(await readAll(bytesOf(`\ufeff${raw}`)), same)).toEqual(plain);
    },
  );

  it.each(texts.map((raw, index) => [index, raw] as const))(
    "%i says the same with the line ends of Windows, one character on for each",
    async (_, raw) => {
      const breaks = [...raw.matchAll(/\n/g)].map(({ index }) => index);
      const shifted = (offset: number) => offset + breaks.filter((at) => at < offset).length;
      const plain = found(await readAll(bytesOf(raw)), shifted);
      expect(found(await readAll(bytesOf(raw.replaceAll("\n", "\r\n"))), same)).toEqual(plain);
    },
  );
});
