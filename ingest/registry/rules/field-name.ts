import { fieldNames } from "../fields.ts";
import { nearestWord } from "../nearest.ts";
import type { Path } from "../located.ts";
import type { RecordKind } from "../records.ts";
import type { Finding, Rule } from "./rule.ts";

const lists = new Set(["disputed", "unsourced"]);

const byField = new Set(["fieldSources", "recalled"]);

/** A dispute, a recalled value, the mark of one and a source of one field are about a field that records of the kind have. */
export const fieldNameRule: Rule = {
  id: "field-name",
  severity: "error",
  leavesOut: false,
  find: ({ records }) =>
    Object.entries(Object.groupBy(records, ({ kind }) => kind)).flatMap(([kind, ofKind]) => {
      const known = fieldNames(kind as RecordKind);
      return ofKind.flatMap((record) =>
        namedFields(record.value, []).flatMap(({ field, path }): Finding[] =>
          known.has(field) ? [] : [{ record, path, message: stranger(field, known) }],
        ),
      );
    }),
};

interface NamedField {
  readonly field: string;
  readonly path: Path;
}

function namedFields(value: unknown, path: Path): NamedField[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => namedFields(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
    if (byField.has(key)) return Object.keys(item as object).map((field) => ({ field, path: [...path, key, field] }));
    if (!lists.has(key) || !Array.isArray(item)) return namedFields(item, [...path, key]);
    return item.flatMap((entry: string | { field?: string }, index) => {
      const field = typeof entry === "string" ? entry : entry.field;
      return field === undefined ? [] : [{ field, path: [...path, key, index] }];
    });
  });
}

function stranger(field: string, known: ReadonlySet<string>): string {
  const meant = nearestWord(field, known);
  return `'${field}' is no field of this kind. ${meant === null ? "Write the field's name" : `Did you mean '${meant}'?`}`;
}
