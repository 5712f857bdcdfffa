import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

/*
 * The layout is a rule, not a habit: this reads every import line, types included, and every effect.
 */

const root = resolve(import.meta.dirname, "..");

/** Stages in the order of the way through; a file imports from its own stage or from an earlier one. */
const stages = ["documents", "text", "clauses", "registry", "mentions", "claims", "rows", "load"];

/** Files at the top of ingest/ that put stages together; all others there are below every stage. */
const composers = ["extract.ts", "extract-output.ts", "pipeline.ts", "index.ts"];

/** Files of `ingest/` that touch the disk, the clock or the database; everything else there is pure. */
const effectOwners = [
  "ingest/documents/corpus.ts",
  "ingest/documents/courtesy.ts",
  "ingest/documents/fetch.ts",
  "ingest/documents/parse.ts",
  "ingest/documents/parser.ts",
  "ingest/documents/read.ts",
  "ingest/load/code-version.ts",
  "ingest/load/constraints.ts",
  "ingest/load/load.ts",
  "ingest/load/stored-graph.ts",
  "ingest/load/write.ts",
  "ingest/registry/read.ts",
];

const effects = [
  /from "node:(?!crypto"|path")[^"]+"/,
  /import [^;]*from "neo4j-driver"/,
  /\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bfetch\(/,
];

const forbiddenNames = /(^|\/)(utils?|helpers?|common|misc|types)(\.tsx?$|\/)/;

interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Project paths of the files that it imports. */
  readonly imports: readonly string[];
}

const files = ["ingest", "src"].flatMap((folder) => sourceFiles(folder));
const web = sourceFiles("web", /^(?!dist\/|\.dist).*\.tsx?$/);
const byPath = new Map(files.map((file) => [file.path, file]));

describe("layout", () => {
  it("finds the code that it judges", () => {
    expect(files.length).toBeGreaterThan(40);
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(100);
  });

  it("has no import of a file that is not there", () => {
    const missing = files.flatMap(({ path, imports }) =>
      imports.filter((target) => !byPath.has(target)).map((target) => `${path} imports ${target}`),
    );
    expect(missing).toEqual([]);
  });

  it("has no cycle of imports", () => {
    expect(cycle()).toEqual([]);
  });

  it("imports within ingest/ from later stages to earlier ones only", () => {
    const broken = files.flatMap(({ path, imports }) =>
      imports
        .filter((target) => path.startsWith("ingest/") && rank(target) > rank(path))
        .map((target) => `${path} imports ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it("lets src/ use ingest/ through its index, and ingest/ nothing of src/", () => {
    const broken = files.flatMap(({ path, imports }) =>
      imports
        .filter((target) =>
          path.startsWith("src/")
            ? target.startsWith("ingest/") && target !== "ingest/index.ts"
            : target.startsWith("src/"),
        )
        .map((target) => `${path} imports ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it("lets web/ talk to the server over HTTP only: it imports its own files and the texts of questions/", () => {
    const broken = web.flatMap(({ path, imports }) =>
      imports
        .filter((target) => !target.startsWith("web/") && !/^questions\/[^/]+\.graphql\?raw$/.test(target))
        .map((target) => `${path} imports ${target}`),
    );
    expect(broken).toEqual([]);
    expect(web.filter(({ text }) => text.includes('from "node:')).map(({ path }) => path)).toEqual([]);
    expect(web.length).toBeGreaterThan(20);
  });

  it("has one folder a view: none imports from another", () => {
    const viewOf = (path: string) => /^web\/views\/([^/]+)\//.exec(path)?.[1];
    const broken = web.flatMap(({ path, imports }) =>
      imports
        .filter(
          (target) => viewOf(path) !== undefined && viewOf(target) !== undefined && viewOf(target) !== viewOf(path),
        )
        .map((target) => `${path} imports ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it("keeps effects in the files that own them", () => {
    const impure = files.filter(
      ({ path, text }) => path.startsWith("ingest/") && effects.some((effect) => effect.test(text)),
    );
    expect(impure.map(({ path }) => path).sort()).toEqual(effectOwners);
  });

  it("reads the environment in one file", () => {
    const readers = files.filter(({ text }) => text.includes("process.env")).map(({ path }) => path);
    expect(readers).toEqual(["src/config.ts"]);
  });

  it("has no drawer for odds and ends", () => {
    expect([...files, ...web].map(({ path }) => path).filter((path) => forbiddenNames.test(path))).toEqual([]);
  });
});

/** What every stage may use, then the stages, then what puts them together. */
function rank(path: string): number {
  const [, stage = "", file] = path.split("/");
  if (file !== undefined) return stages.indexOf(stage);
  return composers.includes(stage) ? stages.length : -1;
}

/** The files of one cycle, first file last again; empty where there is none. */
function cycle(): readonly string[] {
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const target of byPath.get(path)?.imports ?? []) {
      const found = walk(target, [...trail, path]);
      if (found.length > 0) return found;
    }
    done.add(path);
    return [];
  };
  return files.map(({ path }) => walk(path, [])).find((found) => found.length > 0) ?? [];
}

function sourceFiles(folder: string, names = /\.ts$/): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => names.test(name))
    .map((name) => `${folder}/${name}`)
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      const imports = [...text.matchAll(/(?:from|import|import\()\s*"(\.[^"]+)"/g)].map(([, target = ""]) =>
        join(dirname(path), target).replaceAll("\\", "/"),
      );
      return { path, text, imports };
    });
}
