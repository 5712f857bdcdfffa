import { keyOf } from "../ids.ts";
import type { Registry } from "../registry/registry.ts";

/** How an occurrence of a series is known: by its number or by its year. */
export type Occurrence = { readonly ordinal: number } | { readonly year: number };

/**
 * Id of an occurrence of a series: the registered meeting where there is one, else made as the registry makes them
 * (`meeting:admm-plus-14`, `meeting:adsom-2025`).
 */
export function meetingId(registry: Registry, series: string, occurrence: Occurrence): string {
  const own = registry.records.meetings.filter((meeting) => meeting.series === series);
  if ("ordinal" in occurrence) {
    const known = own.find(({ ordinal }) => ordinal === occurrence.ordinal);
    return known?.id ?? `meeting:${prefix(own, series)}-${occurrence.ordinal}`;
  }
  const year = String(occurrence.year);
  const dated = own.filter(
    (meeting) => meeting.year === occurrence.year || (meeting.heldOn ?? meeting.plannedOn ?? "").startsWith(year),
  );
  return dated.length === 1 && dated[0] ? dated[0].id : `meeting:${prefix(own, series)}-${year}`;
}

/** Key that the registered meetings of a series share before their number, else the series' own. */
function prefix(own: readonly { id: string; ordinal?: number | undefined }[], series: string): string {
  const numbered = own.find(({ id, ordinal }) => ordinal !== undefined && id.endsWith(`-${ordinal}`));
  return numbered
    ? keyOf(numbered.id).slice(0, -`-${numbered.ordinal ?? ""}`.length)
    : keyOf(series).replace(/-session$/, "");
}

/** The series that a name stands for: its own id, or the sessions of an assembly. Null for what does not meet. */
export function seriesOf(registry: Registry, id: string): string | null {
  const known = meetingSeries.get(registry) ?? thatMeet(registry);
  meetingSeries.set(registry, known);
  return known.has(id) ? id : null;
}

const meetingSeries = new WeakMap<Registry, ReadonlySet<string>>();

function thatMeet({ records }: Registry): ReadonlySet<string> {
  return new Set([...records.series.map(({ id }) => id), ...records.meetings.map(({ series }) => series)]);
}
