import { useQueries } from "@tanstack/react-query";
import { ask } from "../../ask/client.ts";
import type { Answered } from "../../ask/client.ts";
import type { End } from "./relations.ts";
import { endsOperation, nameOf, relationsOf } from "./relations.ts";

/** One relation of one node that was opened, and how many pages of a hundred of it. */
export interface Expansion {
  readonly id: string;
  readonly relation: string;
  readonly pages: number;
}

/** A node of the picture. */
export interface GraphNode {
  readonly id: string;
  readonly name: string;
  /** The node that it was found from; null for the first. */
  readonly parent: string | null;
}

/** An edge of the picture, in the direction in which the relation reads. */
export interface GraphEdge {
  readonly from: string;
  readonly relation: string;
  readonly to: string;
}

/** What the picture shows. */
export interface Picture {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly asking: boolean;
  readonly failed: Error | null;
}

/** Reads the expansions of an address: `country:my~hosted~1` for each, with a comma between. What is none is left out. */
export function readExpansions(text: string): readonly Expansion[] {
  return text
    .split(",")
    .map((part) => part.split("~"))
    .filter(([id = "", relation = ""]) => relationsOf(id).includes(relation))
    .map(([id = "", relation = "", pages]) => ({ id, relation, pages: Math.min(10, Math.max(1, Number(pages) || 1)) }));
}

/** Writes them. */
export function writeExpansions(expansions: readonly Expansion[]): string {
  return expansions.map(({ id, relation, pages }) => `${id}~${relation}~${pages}`).join(",");
}

/** The picture that follows from a first node and what was opened, in the order of opening. */
export function usePicture(first: End, expansions: readonly Expansion[]): Picture {
  const queries = useQueries({
    queries: expansions.map((expansion) => ({
      queryKey: ["ends", expansion.id, expansion.relation, expansion.pages],
      queryFn: ({ signal }: { signal: AbortSignal }) => endsOf(expansion, signal),
    })),
  });
  const nodes = new Map<string, GraphNode>([[first.id, { id: first.id, name: nameOf(first), parent: null }]]);
  const edges = new Map<string, GraphEdge>();
  expansions.forEach(({ id, relation }, index) => {
    if (!nodes.has(id)) return;
    for (const end of queries[index]?.data ?? []) {
      if (!nodes.has(end.id)) nodes.set(end.id, { id: end.id, name: nameOf(end), parent: id });
      edges.set(`${id} ${relation} ${end.id}`, { from: id, relation, to: end.id });
    }
  });
  return {
    nodes: [...nodes.values()],
    edges: [...edges.values()],
    asking: queries.some(({ fetchStatus }) => fetchStatus === "fetching"),
    failed: queries.find(({ error }) => error !== null)?.error ?? null,
  };
}

async function endsOf({ id, relation, pages }: Expansion, signal: AbortSignal): Promise<readonly End[]> {
  const operation = endsOperation(id, relation);
  const ends: End[] = [];
  let after: string | null = null;
  for (let page = 0; page < pages; page += 1) {
    const answer: Answered<{ readonly found: readonly { readonly ends: EndsPage }[] }> = await ask(
      operation,
      { id, after },
      signal,
    );
    const list = answer.data.found[0]?.ends;
    ends.push(...(list?.edges.map(({ node }) => node) ?? []));
    after = list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
    if (after === null) break;
  }
  return ends;
}

interface EndsPage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: End }[];
}
