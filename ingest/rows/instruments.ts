import type { Records } from "../registry/records.ts";
import { edgesTo, entityNode, ownSources, type RowContext } from "./entity.ts";
import { citedSources, dated, known, type Rows } from "./row.ts";

/** Instruments, with where they were adopted, what they follow and their parties. */
export function instrumentRows(records: Records["instruments"], context: RowContext): Rows {
  return {
    nodes: records.map((record) =>
      entityNode(record, context, {
        abbreviation: record.abbreviation,
        kind: record.kind,
        status: record.status,
        symbol: record.symbol,
        ...dated("adoptedOn", record.adoptedOn),
        ...dated("inForceOn", record.inForceOn),
        officialPage: record.officialPage,
      }),
    ),
    edges: records.flatMap((record) => [
      ...edgesTo(record, "ADOPTED_AT", "adoptedAt"),
      ...edgesTo(record, "ADOPTED_IN", "adoptedIn"),
      ...edgesTo(record, "SUCCEEDS", "succeeds"),
      ...edgesTo(record, "AMENDS", "amends"),
      ...edgesTo(record, "ESTABLISHES", "establishes"),
      ...(record.parties ?? []).map((party) => ({
        type: "PARTY_TO",
        from: party.who,
        to: record.id,
        properties: {
          ...dated("signedOn", party.signedOn),
          ...dated("depositedOn", party.depositedOn),
          ...dated("inForceOn", party.inForceOn),
          ...known({ how: party.how }),
          ...citedSources(ownSources(party, record)),
        },
      })),
    ]),
  };
}
