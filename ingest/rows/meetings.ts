import type { MeetingRecord, Records } from "../registry/records.ts";
import { edgesTo, entityNode, ownSources, type RowContext } from "./entity.ts";
import { citedSources, dated, known, type EdgeRow, type Rows } from "./row.ts";

/** Standing forums. */
export function seriesRows(records: Records["series"], context: RowContext): Rows {
  return {
    nodes: records.map((record) =>
      entityNode(record, context, { abbreviation: record.abbreviation, level: record.level }),
    ),
    edges: records.flatMap((record) => [
      ...edgesTo(record, "OF", "organisation"),
      ...edgesTo(record, "SUPPORTS", "supports"),
    ]),
  };
}

/** Meetings, with who hosted, chaired and attended them, and the meeting before each in its series. */
export function meetingRows(records: Records["meetings"], context: RowContext): Rows {
  const previous = predecessors(records);
  return {
    nodes: records.map((record) =>
      entityNode(record, context, {
        ordinal: record.ordinal,
        year: record.year,
        ...dated("heldOn", record.heldOn),
        ...dated("heldUntil", record.heldUntil),
        ...dated("plannedOn", record.plannedOn),
        mode: record.mode,
        outcome: record.outcome,
        theme: record.theme,
      }),
    ),
    edges: records.flatMap((record) => [
      ...edgesTo(record, "IN_SERIES", "series"),
      ...edgesTo({ ...record, precededBy: record.precededBy ?? previous.get(record.id) }, "PRECEDED_BY", "precededBy"),
      ...edgesTo(record, "ON_MARGINS_OF", "onMarginsOf"),
      ...edgesTo(record, "HELD_IN", "places"),
      ...edgesTo(record, "HOSTED_BY", "hostedBy"),
      ...edgesTo(record, "CHAIRED_BY", "chairedBy"),
      ...attendance(record),
    ]),
  };
}

/** Edges from everyone who is known to have attended a meeting or an activity. */
export function attendance(record: Pick<MeetingRecord, "id" | "sources" | "attended">): EdgeRow[] {
  return (record.attended ?? []).map((item) => ({
    type: "ATTENDED",
    from: item.who,
    to: record.id,
    properties: {
      ...known({ as: item.as, level: item.level, presence: item.presence, actingFor: item.actingFor }),
      ...citedSources(ownSources(item, record)),
    },
  }));
}

/** For each numbered meeting, the one of its series with the number before it, where that is known. */
function predecessors(records: Records["meetings"]): ReadonlyMap<string, string> {
  const numbered = new Map(
    records.flatMap((record) =>
      record.ordinal === undefined ? [] : [[`${record.series}|${record.ordinal}`, record.id] as const],
    ),
  );
  return new Map(
    records.flatMap((record) => {
      const before = record.ordinal && numbered.get(`${record.series}|${record.ordinal - 1}`);
      return before ? [[record.id, before] as const] : [];
    }),
  );
}
