import { keyOf, kindOf } from "../ids.ts";
import { known, type EdgeRow, type NodeRow, type Rows } from "./row.ts";

/**
 * Nodes for what a text names by number and nobody has registered: a meeting of a known series (`meeting:admm-plus-14`), a
 * resolution by its symbol (`instrument:a-res-80-12`). All that is known of them follows from the id and the words.
 * Returns nothing for other ids.
 */
export function mintedRows(id: string, mention: EdgeRow, isKnown: (id: string) => boolean): Rows | null {
  const surface = String(mention.properties.surface ?? keyOf(id));
  if (kindOf(id) === "meeting") return mintedMeeting(id, surface, mention, isKnown);
  if (kindOf(id) === "instrument" && /^instrument:[as]-res-/.test(id)) return mintedResolution(id, surface);
  return null;
}

function mintedMeeting(id: string, surface: string, mention: EdgeRow, isKnown: (id: string) => boolean): Rows | null {
  const [, seriesKey, number] = /^(.+)-(\d+)$/.exec(keyOf(id)) ?? [];
  if (!seriesKey || !number || !isKnown(`series:${seriesKey}`)) return null;
  const value = Number(number);
  return {
    nodes: [node(id, surface, { outcome: "unknown", ...(value < 1000 ? { ordinal: value } : { year: value }) })],
    edges: [
      {
        type: "IN_SERIES",
        from: id,
        to: `series:${seriesKey}`,
        properties: known({ sources: mention.properties.sources }),
      },
    ],
  };
}

function mintedResolution(id: string, surface: string): Rows {
  const symbol = keyOf(id).toUpperCase().replaceAll("-", "/");
  return { nodes: [node(id, surface, { kind: "resolution", status: "adopted", symbol })], edges: [] };
}

function node(id: string, name: string, own: NodeRow["properties"]): NodeRow {
  return { id, properties: { name, aliases: [], confidence: "document", disputed: [], ...own } };
}
