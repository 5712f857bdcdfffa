import type { SourceRef } from "../registry/records.ts";
import { sourcesOfField, type Sourced } from "../registry/sourced.ts";
import { citedSources, known, type EdgeRow, type NodeRow, type Value } from "./row.ts";

/** What rows of several records need to know of the whole. */
export interface RowContext {
  /** Names of the disputed properties of a subject, sorted. */
  readonly disputedOf: (subject: string) => readonly string[];
}

interface CommonRecord extends Sourced {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
  readonly sharedAliases?: readonly string[] | undefined;
  readonly confidence: string;
}

/** Node of a curated record: what all records share, and the given properties of its own. */
export function entityNode(
  record: CommonRecord,
  context: RowContext,
  own: Readonly<Record<string, Value | null | undefined>>,
): NodeRow {
  return {
    id: record.id,
    properties: known({
      name: record.name,
      aliases: [...(record.aliases ?? []), ...(record.sharedAliases ?? [])].sort(),
      confidence: record.confidence,
      disputed: context.disputedOf(record.id),
      ...own,
    }),
  };
}

/**
 * Edges of one type from a record to what one of its fields names: one id, several or none. They are proved by the
 * sources of that field.
 */
export function edgesTo<Field extends string>(
  record: Sourced & { readonly id: string } & Readonly<Partial<Record<Field, string | readonly string[] | undefined>>>,
  type: string,
  field: Field,
): EdgeRow[] {
  const value: string | readonly string[] | undefined = record[field];
  const ids = value === undefined ? [] : typeof value === "string" ? [value] : value;
  const sources = citedSources(sourcesOfField(record, field));
  return ids.map((to) => ({ type, from: record.id, to, properties: sources }));
}

/** Sources of a list item: its own, or else those of the record that it stands in. */
export function ownSources(
  item: { readonly sources?: readonly SourceRef[] | undefined },
  record: { readonly sources: readonly SourceRef[] },
): readonly SourceRef[] {
  return item.sources ?? record.sources;
}
