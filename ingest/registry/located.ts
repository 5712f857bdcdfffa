import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from "yaml";
import type { Problem } from "../problem.ts";
import type { RecordKind, Records } from "./records.ts";

/** Way to a value inside a record: field names and list positions. */
export type Path = readonly (string | number)[];

/** A value of a data file that should be a record, before it is checked. */
export interface RawRecord {
  readonly kind: RecordKind;
  /** Path of the file relative to the project: `data/meetings.yaml`. */
  readonly file: string;
  readonly value: unknown;
  /** 1-indexed line of the value at a path of the record; of the nearest value around it where there is none. */
  readonly line: (path: Path) => number;
}

/** A record that keeps to its schema, with its place. */
export interface Located<K extends RecordKind = RecordKind> extends RawRecord {
  readonly kind: K;
  readonly value: Records[K][number];
}

/** The values that stand in one YAML text: every item of a list, or the whole where `single`. */
export function rawRecords(
  kind: RecordKind,
  file: string,
  text: string,
  single: boolean,
): { found: readonly RawRecord[]; problems: readonly Problem[] } {
  const document = parseDocument(text, { lineCounter: new LineCounter() });
  const refusals = [...syntaxProblems(document, file), ...shapeProblems(document, file, single)];
  if (refusals.length > 0) return { found: [], problems: refusals };
  const values = plainValues(document, file, single);
  if ("problem" in values) return { found: [], problems: [values.problem] };
  const starts = single ? [0] : itemStarts(document.contents, text);
  const found = values.list.map((value, index) => {
    const [start, end] = [starts[index] ?? 0, starts[index + 1]];
    return { kind, file, value, line: (path: Path) => lineIn(text, start, end, single, path) };
  });
  return { found, problems: [] };
}

/** Where the line begins on which each item of a list stands. */
function itemStarts(contents: unknown, text: string): number[] {
  if (!isSeq(contents)) return [];
  return contents.items.map((item) => text.lastIndexOf("\n", startOf(item) ?? 0) + 1);
}

/** The item is read again with its places when a line is asked for: few are, and the nodes of all would be many. */
function lineIn(text: string, start: number, end: number | undefined, single: boolean, path: Path): number {
  const lines = new LineCounter();
  const { contents } = parseDocument(text.slice(start, end), { lineCounter: lines });
  const item = single || !isSeq(contents) ? contents : contents.items[0];
  return linesBefore(text, start) + lineOf(item, path, lines);
}

function linesBefore(text: string, offset: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

/** Ids that a text seems to define, also where it cannot be parsed: enough not to call them unknown elsewhere. */
export function idsThatStandIn(text: string): string[] {
  return [...text.matchAll(/^\s*(?:-\s+)?id:\s*["']?([a-z-]+:[a-z0-9][a-z0-9/-]*)/gm)].map((match) => match[1] ?? "");
}

function syntaxProblems(document: Document.Parsed, file: string): Problem[] {
  return document.errors.map((error) => ({
    rule: "bad-yaml",
    severity: "error",
    message: `${error.message.split(" at line ")[0] ?? "malformed YAML"}: nothing of this file was read, mend it here`,
    file,
    line: error.linePos?.[0].line ?? 1,
  }));
}

function shapeProblems(document: Document.Parsed, file: string, single: boolean): Problem[] {
  if (document.errors.length > 0) return [];
  const contents: unknown = document.contents;
  const problem = (rule: string, message: string): Problem[] => [{ rule, severity: "error", message, file, line: 1 }];
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return problem("empty-file", "the file is empty: write records into it, or [] where there are none");
  }
  if (single) return isMap(contents) ? [] : problem("wrong-type", "the file must hold one record: fields, no list");
  return isSeq(contents)
    ? []
    : problem("wrong-type", "the file must hold a list of records, each starting with '- id:'");
}

function plainValues(
  document: Document.Parsed,
  file: string,
  single: boolean,
): { list: unknown[] } | { problem: Problem } {
  try {
    const plain: unknown = document.toJS();
    return { list: single ? [plain] : (plain as unknown[]) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "malformed YAML";
    return { problem: { rule: "bad-yaml", severity: "error", message: `${reason}: write it out`, file, line: 1 } };
  }
}

function lineOf(node: unknown, path: Path, lines: LineCounter): number {
  let at = node;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const [next, start] = stepInto(at, step);
    if (start === null) break;
    [at, offset] = [next, start];
  }
  return lines.linePos(offset).line;
}

function stepInto(node: unknown, step: string | number): [unknown, number | null] {
  if (isSeq(node) && typeof step === "number") return [node.items[step], startOf(node.items[step])];
  if (!isMap(node)) return [null, null];
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
  return pair ? [pair.value, startOf(pair.key)] : [null, null];
}

function startOf(node: unknown): number | null {
  return (node as Node | null | undefined)?.range?.[0] ?? null;
}
