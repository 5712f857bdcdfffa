import { termId } from "../ids.ts";
import type { Records, WorkingGroupRecord } from "../registry/records.ts";
import { sourcesOfField } from "../registry/sourced.ts";
import { edgesTo, entityNode, ownSources, type RowContext } from "./entity.ts";
import { attendance } from "./meetings.ts";
import { citedSources, concat, dated, known, period, type EdgeRow, type Rows } from "./row.ts";

/** Working groups with their co-chair terms and observers. */
export function workingGroupRows(records: Records["workingGroups"], context: RowContext): Rows {
  return concat(
    records.map((record) => ({
      nodes: [
        entityNode(record, context, {
          field: record.field,
          abbreviation: record.abbreviation,
          ...dated("mandatedOn", record.mandatedOn),
          ...dated("setUpOn", record.setUpOn),
        }),
        ...(record.terms ?? []).map((term) => ({
          id: termId(record.id, term.cycle),
          properties: known({
            name: `${record.name}, co-chair cycle ${term.cycle}`,
            disputed: context.disputedOf(termId(record.id, term.cycle)),
            cycle: term.cycle,
            ...period(term),
            boundary: term.boundary,
          }),
        })),
      ],
      edges: [
        ...edgesTo(record, "UNDER", "under"),
        ...edgesTo(record, "MANDATED_AT", "mandatedAt"),
        ...termEdges(record),
        ...(record.observers ?? []).map((item) => ({
          type: "OBSERVES",
          from: item.who,
          to: record.id,
          properties: { status: item.status, ...period(item), ...citedSources(ownSources(item, record)) },
        })),
      ],
    })),
  );
}

function termEdges(record: WorkingGroupRecord): EdgeRow[] {
  return (record.terms ?? []).flatMap((term) => {
    const from = termId(record.id, term.cycle);
    const sources = ownSources(term, record);
    const coChairs = (side: "asean" | "plus") =>
      term[side].map((to) => ({
        type: "CO_CHAIRED_BY",
        from,
        to,
        properties: { side, ...citedSources(sourcesOfField({ ...term, sources }, side)) },
      }));
    return [
      { type: "OF", from, to: record.id, properties: citedSources(sources) },
      ...coChairs("asean"),
      ...coChairs("plus"),
    ];
  });
}

/** Meetings and exercises of working groups, workshops. */
export function activityRows(records: Records["activities"], context: RowContext): Rows {
  return {
    nodes: records.map((record) =>
      entityNode(record, context, {
        kind: record.kind,
        status: record.status,
        ordinal: record.ordinal,
        ...dated("heldOn", record.heldOn),
        ...dated("heldUntil", record.heldUntil),
        ...dated("plannedOn", record.plannedOn),
      }),
    ),
    edges: records.flatMap((record) => [
      ...edgesTo(record, "OF", "of"),
      ...edgesTo(record, "HELD_IN", "places"),
      ...edgesTo(record, "HOSTED_BY", "hostedBy"),
      ...attendance(record),
    ]),
  };
}

/** Standing projects, with where they were proposed and adopted. */
export function initiativeRows(records: Records["initiatives"], context: RowContext): Rows {
  return {
    nodes: records.map((record) =>
      entityNode(record, context, {
        abbreviation: record.abbreviation,
        stage: record.stage,
        ...dated("adoptedOn", record.adoptedOn),
        ...dated("launchedOn", record.launchedOn),
      }),
    ),
    edges: records.flatMap((record) => [
      ...edgesTo(record, "OF", "of"),
      ...edgesTo(record, "PROPOSED_AT", "proposedAt"),
      ...edgesTo(record, "ADOPTED_AT", "adoptedAt"),
      ...edgesTo(record, "LED_BY", "lead"),
    ]),
  };
}
