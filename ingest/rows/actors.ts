import type { Records } from "../registry/records.ts";
import { edgesTo, entityNode, ownSources, type RowContext } from "./entity.ts";
import { citedSources, dated, known, period, type NodeRow, type Rows } from "./row.ts";

/** Countries with their memberships and participations. */
export function countryRows(records: Records["countries"], context: RowContext): Rows {
  return {
    nodes: records.map((record) =>
      entityNode(record, context, { officialName: record.officialName, iso2: record.iso2, iso3: record.iso3 }),
    ),
    edges: records.flatMap((record) => [
      ...(record.memberships ?? []).map((item) => ({
        type: "MEMBER_OF",
        from: record.id,
        to: item.of,
        properties: { ...period(item), ...citedSources(ownSources(item, record)) },
      })),
      ...(record.participations ?? []).map((item) => ({
        type: "PARTICIPATES_IN",
        from: record.id,
        to: item.in,
        properties: { as: item.as, ...period(item), ...citedSources(ownSources(item, record)) },
      })),
    ]),
  };
}

/** Organisations, with what they are part of and the country whose they are. */
export function organisationRows(records: Records["organisations"], context: RowContext): Rows {
  return {
    nodes: records.map((record) =>
      entityNode(record, context, { abbreviation: record.abbreviation, kind: record.kind }),
    ),
    edges: records.flatMap((record) => [...edgesTo(record, "PART_OF", "partOf"), ...edgesTo(record, "OF", "country")]),
  };
}

/** Groups, topics and concepts: names that texts use for several things or for none that acts. */
export function notionRows(records: Pick<Records, "groups" | "topics" | "concepts">, context: RowContext): Rows {
  return {
    nodes: [
      ...records.groups.map((record) => entityNode(record, context, { kind: record.kind })),
      ...records.topics.map((record) => entityNode(record, context, { abbreviation: record.abbreviation })),
      ...records.concepts.map((record) => entityNode(record, context, {})),
    ],
    edges: [],
  };
}

/** Places, each with the country and the larger place that it lies in. */
export function placeRows(records: Records["places"], context: RowContext): Rows {
  return {
    nodes: records.map((record) => entityNode(record, context, { kind: record.kind })),
    edges: records.flatMap((record) => [
      ...edgesTo(record, "LIES_IN", "country"),
      ...edgesTo(record, "LIES_IN", "within"),
    ]),
  };
}

/** Persons and the offices that they held. */
export function personRows(records: Records["people"], context: RowContext): Rows {
  const tenures = records.flatMap((person) => (person.tenures ?? []).map((tenure) => ({ person, tenure })));
  return {
    nodes: [
      ...records.map((record) => entityNode(record, context, {})),
      ...tenures.map(({ person, tenure }): NodeRow => ({
        id: tenure.id,
        properties: known({
          name: `${person.name}, ${tenure.office}`,
          disputed: context.disputedOf(tenure.id),
          office: tenure.office,
          capacity: tenure.capacity,
          ...period(tenure),
          ...dated("incumbentAsOf", tenure.incumbentAsOf),
        }),
      })),
    ],
    edges: tenures.flatMap(({ person, tenure }) => [
      { type: "HELD", from: person.id, to: tenure.id, properties: citedSources(tenure.sources) },
      { type: "OF", from: tenure.id, to: tenure.of, properties: citedSources(tenure.sources) },
    ]),
  };
}
