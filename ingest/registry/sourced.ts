import type { SourceRef } from "./records.ts";

/** Where a record comes from: as a whole, by field where that differs, and which fields are recalled without a source. */
export interface Sourced {
  readonly sources: readonly SourceRef[];
  readonly fieldSources?: Readonly<Record<string, readonly SourceRef[]>> | undefined;
  readonly unsourced?: readonly string[] | undefined;
}

/** Sources of one field of a record; none where the field is recalled. */
export function sourcesOfField(record: Sourced, field: string): readonly SourceRef[] {
  return record.unsourced?.includes(field) ? [] : (record.fieldSources?.[field] ?? record.sources);
}
