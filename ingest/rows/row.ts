import { earliest, latest, type PartialDate } from "../dates.ts";
import { kindOf, labelOfKind, type Label } from "../ids.ts";
import type { SourceRef } from "../registry/records.ts";

export type Value = string | number | boolean | readonly string[];

/** A property that is not known is absent, never null. */
export type Properties = Readonly<Record<string, Value>>;

/** A node of the graph; its label follows from the kind in its id. */
export interface NodeRow {
  readonly id: string;
  readonly properties: Properties;
}

/** An edge of the graph. Two edges of one type between the same ends differ in their properties. */
export interface EdgeRow {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}

export interface Rows {
  readonly nodes: readonly NodeRow[];
  readonly edges: readonly EdgeRow[];
}

/** Label of the node with this id. Ids come from ids.ts or the validated registry, so an unknown kind is our own bug. */
export function labelOf(id: string): Label {
  const kind = kindOf(id);
  if (!kind) throw new Error(`no kind of node for the id '${id}'`);
  return labelOfKind[kind];
}

/** The given properties without those that are undefined or null. */
export function known(properties: Readonly<Record<string, Value | null | undefined>>): Properties {
  return Object.fromEntries(
    Object.entries(properties).filter((entry): entry is [string, Value] => entry[1] !== undefined && entry[1] !== null),
  );
}

/** A partial date under its name, with the first and the last day that it can mean beside it: nothing where undefined. */
export function dated(name: string, date: PartialDate | null | undefined): Properties {
  return date ? { [name]: date, [`${name}Earliest`]: earliest(date), [`${name}Latest`]: latest(date) } : {};
}

/** The properties of a period with the keys `from` and `to`. */
export function period(range: { from?: PartialDate | undefined; to?: PartialDate | undefined }): Properties {
  return { ...dated("from", range.from), ...dated("to", range.to) };
}

/** Source references as they stand on an edge: the id, with the place in the source after a number sign. */
export function citedSources(refs: readonly SourceRef[]): { readonly sources: readonly string[] } {
  return { sources: refs.map((ref) => (typeof ref === "string" ? ref : `${ref.source}#${ref.locator}`)).sort() };
}

/** Parts put together in one pair of lists. */
export function concat(parts: readonly Rows[]): Rows {
  return { nodes: parts.flatMap((part) => part.nodes), edges: parts.flatMap((part) => part.edges) };
}
