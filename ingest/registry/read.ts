import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Problem } from "../problem.ts";
import { assembleRegistry, type ReadRegistry } from "./assemble.ts";
import { idsThatStandIn, rawRecords, type RawRecord } from "./located.ts";
import { nearestWord } from "./nearest.ts";
import { recordKinds, type RecordKind } from "./records.ts";

/**
 * Reads the curated facts of a data folder. What is broken is reported with file (relative to the folder's parent,
 * `data/meetings.yaml`), line and remedy, and left out; the rest is read. Never throws for what the files contain.
 */
export function readRegistry(dataDir: string): ReadRegistry {
  const listed = listFiles(dataDir);
  const raw: RawRecord[] = [];
  const standing: string[] = [];
  const problems: Problem[] = [...listed.problems];
  for (const { kind, path, single } of listed.files) {
    const file = `${basename(dataDir)}/${path}`;
    const text = readText(join(dataDir, path), file);
    if ("problem" in text) {
      problems.push(text.problem);
      continue;
    }
    const read = rawRecords(kind, file, text.text, single);
    raw.push(...read.found);
    problems.push(...read.problems);
    if (read.problems.length > 0) standing.push(...idsThatStandIn(text.text));
  }
  const { registry, problems: found } = assembleRegistry(raw, standing);
  return { registry, problems: [...problems, ...found] };
}

interface DataFile {
  readonly kind: RecordKind;
  /** Relative to the data folder, with `/`. */
  readonly path: string;
  readonly single: boolean;
}

function listFiles(dataDir: string): { files: DataFile[]; problems: Problem[] } {
  const label = basename(dataDir);
  const entries = namesIn(dataDir);
  if (entries === null)
    return { files: [], problems: [problem("missing-file", label, "there is no such folder: name the data folder")] };
  const files = (Object.keys(recordKinds) as RecordKind[]).flatMap((kind): DataFile[] => {
    const { path } = recordKinds[kind];
    if (path.endsWith(".yaml")) return [{ kind, path, single: false }];
    const names = (namesIn(join(dataDir, path)) ?? []).filter((name) => name.endsWith(".yaml"));
    return names.map((name) => ({ kind, path: `${path}/${name}`, single: true }));
  });
  const known = files.map(({ path }) => path);
  const strangers = entries.filter((name) => /\.ya?ml$/.test(name) && !known.includes(name));
  return { files, problems: strangers.map((name) => stranger(name, `${label}/${name}`)) };
}

function stranger(name: string, file: string): Problem {
  const paths = Object.values(recordKinds).map(({ path }) => path);
  const meant = nearestWord(name, paths);
  const remedy = meant === null ? `The files are ${paths.join(", ")}` : `Did you mean '${meant}'?`;
  return problem("unknown-file", file, `no kind of record stands in a file of this name, it was not read. ${remedy}`);
}

function namesIn(folder: string): string[] | null {
  try {
    return readdirSync(folder).sort();
  } catch {
    return null;
  }
}

function readText(path: string, file: string): { text: string } | { problem: Problem } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)) };
  } catch (cause) {
    return { problem: unreadable(cause, file) };
  }
}

function unreadable(cause: unknown, file: string): Problem {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code === "ENOENT") return problem("missing-file", file, "the file is missing: restore it, or write [] into it");
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA")
    return problem("unreadable-file", file, "the file is not UTF-8: save it as UTF-8");
  if (code === "EISDIR") return problem("unreadable-file", file, "this is a folder: a file of records must stand here");
  return problem("unreadable-file", file, `the file cannot be read (${code}): allow reading it`);
}

function problem(rule: string, file: string, message: string): Problem {
  return { rule, severity: "error", message, file, line: 1 };
}
