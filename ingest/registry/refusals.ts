import type { z } from "zod";
import type { Problem } from "../problem.ts";
import { fieldNames } from "./fields.ts";
import type { Path, RawRecord } from "./located.ts";
import { nearestId, nearestWord } from "./nearest.ts";
import type { RefusalParams } from "./records.ts";

type Issue = z.core.$ZodIssue;

/** What the schema refuses in a record, each with the line of the value and what to write instead. */
export function refusals(raw: RawRecord, issues: readonly Issue[], ids: ReadonlySet<string>): Problem[] {
  return issues
    .flatMap((issue) => innermost(issue, raw.value, []))
    .flatMap(([issue, path]) => {
      const value = valueAt(raw.value, path);
      return explain(issue, path, value, raw, ids).map(({ rule, message, at }): Problem => {
        return { rule, severity: "error", message, file: raw.file, line: raw.line(at ?? path) };
      });
    });
}

interface Explanation {
  readonly rule: string;
  readonly message: string;
  /** Path to point at, where it is not the issue's own. */
  readonly at?: Path;
}

/** A refused alternative is explained by the branch that has the value's own type. */
function innermost(issue: Issue, root: unknown, above: Path): [Issue, Path][] {
  const path = [...above, ...issue.path] as Path;
  if (issue.code !== "invalid_union") return [[issue, path]];
  const isObject = typeof valueAt(root, path) === "object";
  const branch =
    issue.errors.find((errors) => errors.every((error) => wantsObject(error) === isObject)) ?? issue.errors[0];
  return (branch ?? []).flatMap((error) => innermost(error, root, path));
}

function wantsObject(issue: Issue): boolean {
  return (
    issue.path.length > 0 ||
    issue.code === "unrecognized_keys" ||
    (issue.code === "invalid_type" && issue.expected === "object")
  );
}

function explain(issue: Issue, path: Path, value: unknown, raw: RawRecord, ids: ReadonlySet<string>): Explanation[] {
  const field = nameOf(path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ ...unknownField(key, raw), at: [...path, key] }));
    case "invalid_value":
      return [wrongValue(field, value, issue.values.map(String))];
    case "invalid_type":
      return [wrongType(field, value, issue.expected)];
    case "custom":
      return [refused(issue.message, path, value, issue.params as RefusalParams | undefined, ids)];
    default:
      return [{ rule: "wrong-value", message: `'${field}': ${issue.message}` }];
  }
}

function refused(
  message: string,
  path: Path,
  value: unknown,
  params: RefusalParams | undefined,
  ids: ReadonlySet<string>,
): Explanation {
  if (params?.rule !== "unknown-id") return { rule: params?.rule ?? "wrong-value", message };
  if (path.length === 1 && path[0] === "id") return { rule: "bad-id", message };
  const kinds = params.kinds ?? [];
  const candidates = [...ids].filter((id) => kinds.some((kind) => id.startsWith(`${kind}:`)));
  return {
    rule: "unknown-id",
    message: unknownId(kinds.join(" or "), shown(value), nearestId(shown(value), candidates)),
  };
}

/** `unknown series 'adsom+'. Did you mean 'series:adsom-plus'?` */
export function unknownId(kind: string, text: string, meant: string | null): string {
  return `unknown ${kind} '${text}'. ${meant === null ? "Add its record, or correct the id" : `Did you mean '${meant}'?`}`;
}

function unknownField(key: string, raw: RawRecord): Explanation {
  const meant = nearestWord(key, fieldNames(raw.kind));
  const remedy =
    meant === null ? "Take it out, or see docs/data.md for the fields of this kind" : `Did you mean '${meant}'?`;
  return { rule: "unknown-field", message: `unknown field '${key}'. ${remedy}` };
}

/** A value in a message: text and numbers as they are, anything else by its shape only. */
function shown(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : typeof value;
}

function wrongValue(field: string, value: unknown, allowed: string[]): Explanation {
  if (value === undefined) return missing(field, `one of ${allowed.join(", ")}`);
  return { rule: "wrong-value", message: `'${field}' is '${shown(value)}': write one of ${allowed.join(", ")}` };
}

const wordFor: Readonly<Record<string, string>> = {
  string: "text",
  array: "a list",
  object: "fields of its own",
  int: "a whole number",
  number: "a number",
};

function wrongType(field: string, value: unknown, expected: string): Explanation {
  const wanted = wordFor[expected] ?? expected;
  if (value === undefined) return missing(field, wanted);
  if (typeof value === "number" && expected === "string") {
    return { rule: "wrong-type", message: `'${field}' is the number ${value}: put it in quotes` };
  }
  return { rule: "wrong-type", message: `'${field}' must be ${wanted}` };
}

function missing(field: string, wanted: string): Explanation {
  return { rule: "missing-field", message: `the field '${field}' is missing: add it, ${wanted}` };
}

function nameOf(path: Path): string {
  return path.length === 0
    ? "record"
    : path
        .map((step) => (typeof step === "number" ? `[${step + 1}]` : step))
        .join(".")
        .replaceAll(".[", "[");
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | null | undefined)?.[step],
    root,
  );
}
