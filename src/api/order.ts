import type { ListField } from "./lists.ts";

/** What nodes of a type stand in the order of; types that are not here, and interfaces, go by name. Ids break ties. */
const nodeOrder: Readonly<Record<string, readonly string[]>> = {
  Activity: ["heldOnEarliest", "plannedOnEarliest"],
  Claim: ["property", "assertedOnEarliest"],
  Clause: ["ordinal"],
  Dispute: ["subject", "property"],
  Meeting: ["heldOnEarliest", "plannedOnEarliest"],
  Problem: ["file", "start"],
  Report: ["issuedOnEarliest"],
  Revision: ["createdAt"],
  Source: ["publishedOnEarliest"],
  Statement: ["issuedOnEarliest"],
  Tenure: ["fromEarliest"],
  Term: ["cycle"],
};

/** What tells two edges between the same nodes apart, by the type of their properties. */
const edgeOrder: Readonly<Record<string, readonly string[]>> = {
  Attendance: ["as"],
  Citation: ["start", "locator"],
  CoChair: ["side"],
  Mention: ["start"],
  Observership: ["fromEarliest"],
  Participation: ["fromEarliest"],
  PartyTo: ["signedOnEarliest", "depositedOnEarliest"],
  Period: ["fromEarliest"],
  Support: ["start", "locator"],
};

/** Edges that stand in the order of the text: where they lead to a thing named, they come before its name. */
const inText = new Set(["Citation", "CoChair", "Mention", "Support"]);

/**
 * The keys that a list is sorted by where the query does not say, ascending, all of them sort keys of the field (see
 * lists.ts). The same keys break the ties of an order that the query does say: they make the order whole, and they keep the
 * library from dropping the second of two edges that differ in nothing that was asked for.
 */
export function defaultOrder(list: ListField, offered: readonly string[]): readonly string[] {
  const node = [...(nodeOrder[list.target] ?? ["name"]), "id"];
  const edge = edgeOrder[list.edge ?? ""] ?? [];
  const keys = offered.some((key) => key.includes(".")) ? pairedKeys(list, node, edge) : node;
  return keys.filter((key) => offered.includes(key));
}

function pairedKeys(list: ListField, node: readonly string[], edge: readonly string[]): readonly string[] {
  const nodes = node.map((key) => `node.${key}`);
  const edges = edge.map((key) => `edge.${key}`);
  return inText.has(list.edge ?? "") && list.target !== "Clause" ? [...edges, ...nodes] : [...nodes, ...edges];
}
