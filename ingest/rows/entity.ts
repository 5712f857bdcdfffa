import type { SourceRef } from "../registry/records.ts";
import { citedSources, known, type EdgeRow, type NodeRow, type Properties, type Value } from "./row.ts";

/** What rows of several records need to know of the whole. */
export interface RowContext {
  /** Names of the disputed properties of a subject, sorted. */
  readonly disputedOf: (subject: string) => readonly string[];
}

interface CommonRecord {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
  readonly confidence: string;
  readonly sources: readonly SourceRef[];
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
      aliases: [...(record.aliases ?? [])].sort(),
      confidence: record.confidence,
      disputed: context.disputedOf(record.id),
      ...own,
    }),
  };
}

/**
 * Edges of one type from a record to the ids of one field (one id, several or none), proved by the record's sources
 * or, where the field has its own, by those.
 */
export function edgesTo(
  record: { readonly id: string; readonly sources: readonly SourceRef[] },
  type: string,
  targets: string | readonly string[] | undefined,
  properties: Properties = {},
): EdgeRow[] {
  const ids = targets === undefined ? [] : typeof targets === "string" ? [targets] : targets;
  return ids.map((to) => ({
    type,
    from: record.id,
    to,
    properties: { ...properties, ...citedSources(record.sources) },
  }));
}

/** Sources of a list item: its own, or else those of the record that it stands in. */
export function ownSources(
  item: { readonly sources?: readonly SourceRef[] | undefined },
  record: { readonly sources: readonly SourceRef[] },
): readonly SourceRef[] {
  return item.sources ?? record.sources;
}
