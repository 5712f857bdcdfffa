import { z } from "zod";
import { recordKinds, type RecordKind } from "./records.ts";

/** A JSON Schema, and where it stands relative to the data folder: `schema/meetings.json`. */
export interface EditorSchema {
  readonly kind: RecordKind;
  readonly path: string;
  readonly schema: object;
}

/**
 * What editors need to complete and check the data files while somebody types: one JSON Schema (2020-12) a kind of
 * record, made from the schema that reads it. Whether an id exists is only known to `adg check`.
 */
export function editorSchemas(): EditorSchema[] {
  return (Object.keys(recordKinds) as RecordKind[]).map((kind) => {
    const { path, schema } = recordKinds[kind];
    const whole: z.ZodType = path.endsWith(".yaml") ? z.array(schema) : schema;
    return { kind, path: `schema/${path.replace(/\.yaml$/, "")}.json`, schema: z.toJSONSchema(whole) };
  });
}
