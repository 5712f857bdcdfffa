import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parse } from "yaml";
import { extract, readBytes, toOutput, type Registry } from "../../ingest/index.ts";
import { Failure } from "../failure.ts";
import type { Annotation } from "./annotation.ts";
import { readMarked } from "./marked.ts";
import { scoreDocument } from "./measures.ts";
import type { ScoredSet } from "./report.ts";
import { sumScores, type Score } from "./tally.ts";

interface Annotated {
  readonly annotation: Annotation;
  readonly bytes: Uint8Array;
}

/**
 * Scores the annotated documents of a folder: `*.marked.*`, which carry their annotation in themselves, and `*.yaml`, which
 * name a document of the same folder or of the folder `documents` beside it. Throws a Failure where there is none.
 */
export async function scoreFolder(folder: string, registry: Registry): Promise<ScoredSet> {
  const annotated = annotatedIn(folder);
  if (annotated.length === 0) {
    throw new Failure(
      "score",
      `${folder} has no annotated documents`,
      "Name a folder with *.marked.txt files, or with *.yaml annotations beside a folder documents; see docs/accuracy.md.",
    );
  }
  const scores: Score[] = [];
  for (const { annotation, bytes } of annotated) scores.push(await scoreOne(annotation, bytes, registry));
  return { name: nameOf(folder), documents: scores.length, score: sumScores(scores) };
}

/** Sub-folders that hold marked documents, in order: sets of their own. */
export function setsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .filter((path) => readdirSync(path).some((name) => marked.test(name)))
    .sort();
}

function nameOf(folder: string): string {
  return [basename(dirname(folder)), basename(folder)].join("/");
}

const marked = /\.marked(\.\w+)$/;

function annotatedIn(folder: string): Annotated[] {
  if (!existsSync(folder)) throw new Failure("score", `there is no folder ${folder}`, "Correct the path.");
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      if (marked.test(name)) return [readMarkedFile(folder, name)];
      return name.endsWith(".yaml") ? readAnnotation(folder, name) : [];
    });
}

function readMarkedFile(folder: string, name: string): Annotated {
  const { raw, annotation } = readMarked(readFileSync(join(folder, name), "utf8"), name.replace(marked, "$1"));
  return { annotation, bytes: Buffer.from(raw) };
}

/** YAML without clauses annotates something else, such as pairs of passages. */
function readAnnotation(folder: string, name: string): Annotated[] {
  const annotation = parse(readFileSync(join(folder, name), "utf8")) as Partial<Annotation> | null;
  if (!annotation?.file || !annotation.clauses || !annotation.metadata) return [];
  const places = [join(folder, annotation.file), join(dirname(folder), "documents", annotation.file)];
  const path = places.find(existsSync);
  if (path === undefined) {
    throw new Failure(
      "score",
      `${name} annotates ${annotation.file}, which is neither beside it nor in ${dirname(places[1] ?? "")}`,
      "Put the document there.",
    );
  }
  return [{ annotation: annotation as Annotation, bytes: readFileSync(path) }];
}

async function scoreOne(annotation: Annotation, bytes: Uint8Array, registry: Registry): Promise<Score> {
  const { document } = await readBytes(bytes, annotation.file);
  if (!document) throw new Failure("score", `${annotation.file} cannot be read`, "Run `adg extract` on it to see why.");
  return scoreDocument(annotation, toOutput(document, extract(document, registry), registry), document.raw);
}
