import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readBytes } from "../ingest/documents/read.ts";
import { extract } from "../ingest/extract.ts";
import { toOutput } from "../ingest/extract-output.ts";
import { readRegistry } from "../ingest/registry/read.ts";
import { mentionKinds, type Annotation } from "./gold/annotation.ts";
import { readMarked } from "./gold/marked.ts";
import { allMentions, describeScore, f1, precision, scoreDocument, sumScores, type Score } from "./gold/score.ts";

const project = join(import.meta.dirname, "..");
const documents = process.env.ADG_DOCUMENTS ?? join(project, "..", "shared", "documents");
const reference = join(documents, "..", "gold");
const { registry } = readRegistry(join(project, "data"));

function scoreOf(bytes: Uint8Array, annotation: Annotation): Score {
  const { document } = readBytes(bytes, annotation.file);
  if (!document) throw new Error(`${annotation.file} cannot be read`);
  return scoreDocument(annotation, toOutput(document, extract(document, registry), registry), document.raw);
}

const namesIn = (folder: string, ending: string) => readdirSync(folder).filter((name) => name.endsWith(ending));

/** Documents that carry their annotation in themselves. */
function scoreMarked(folder: string): Score {
  return sumScores(
    namesIn(folder, ".marked.txt").map((name) => {
      const { raw, annotation } = readMarked(readFileSync(join(folder, name), "utf8"), name);
      return scoreOf(Buffer.from(raw), annotation);
    }),
  );
}

/** Annotations that name the document they are of. */
function scoreAnnotated(annotations: string, texts: string): Score {
  return sumScores(
    namesIn(annotations, ".yaml")
      .filter((name) => name !== "lineage.yaml")
      .map((name) => {
        const annotation = parse(readFileSync(join(annotations, name), "utf8")) as Annotation;
        return scoreOf(readFileSync(join(texts, annotation.file)), annotation);
      }),
  );
}

/** Fails with the whole table, so that a fall says what was lost. */
function expectFloors(score: Score, floors: Readonly<Record<string, number>>): void {
  const measures = new Map([...score, ["all mentions", allMentions(score)] as const]);
  const fallen = Object.entries(floors).filter(([measure, floor]) => {
    const tally = measures.get(measure);
    return !tally || f1(tally) < floor;
  });
  expect(fallen, describeScore(score)).toEqual([]);
}

const exact = {
  "clause boundaries": 1,
  parts: 1,
  roles: 1,
  numbers: 1,
  parents: 1,
  leads: 1,
  manners: 1,
  metadata: 1,
  offsets: 1,
};

describe("extraction, measured on documents written for the tests", () => {
  it("stays above the floors", () => {
    const score = scoreMarked(join(project, "test", "documents"));
    expectFloors(score, { ...exact, "all mentions": 0.98, definitions: 0.98 });
    expect(precision(score.get("negatives") ?? { right: 0, extra: ["none"], missed: [] })).toBe(1);
  });
});

const why = existsSync(reference) ? "" : ` (skipped: ${reference} is not there; set ADG_DOCUMENTS)`;

describe.skipIf(why !== "")(`extraction, measured on the reference annotations${why}`, () => {
  it("stays above the floors", () => {
    const score = scoreAnnotated(reference, documents);
    expectFloors(score, {
      ...exact,
      ...Object.fromEntries(mentionKinds.map((kind) => [kind, 0.96])),
      "all mentions": 0.99,
      definitions: 0.97,
    });
    expect(precision(score.get("negatives") ?? { right: 0, extra: ["none"], missed: [] })).toBe(1);
  });
});
