import type { SourceRecord } from "../registry/records.ts";
import { dated, known, type Rows } from "./row.ts";

/** Sources, with the statement or report that each holds a copy of. */
export function sourceRows(sources: readonly SourceRecord[]): Rows {
  return {
    nodes: sources.map((source) => ({
      id: source.id,
      properties: known({
        publisher: source.publisher,
        title: source.title,
        ...dated("publishedOn", source.publishedOn),
        address: source.address,
        kind: source.kind,
        origin: source.origin,
        language: source.language,
        sha256: source.sha256,
      }),
    })),
    edges: sources.flatMap(({ id, copyOf }) =>
      copyOf ? [{ type: "HAS_COPY_OF", from: id, to: copyOf, properties: {} }] : [],
    ),
  };
}
