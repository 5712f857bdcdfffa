import type { Layout } from "../text/blocks.ts";
import { rawSpan } from "../text/view.ts";
import type { Span } from "../span.ts";
import type { Clause, ClauseRole, Part } from "./clause.ts";
import type { FoundVerb } from "./verbs.ts";

/** A clause in the making: spans count in the view, the parent is an index in the list of units. */
export interface Unit extends Span {
  readonly part: Part;
  readonly role: ClauseRole;
  readonly number: string | null;
  readonly leads: readonly FoundVerb[];
  readonly parent: number | null;
  /** Index of its first block. */
  readonly block: number;
}

/** A unit that is neither numbered, led nor an item. */
export function plainUnit(span: Span, block: number, role: ClauseRole, number: string | null = null): Unit {
  return { start: span.start, end: span.end, part: "other", role, number, leads: [], parent: null, block };
}

/** The clauses that units are, with raw spans and their positions within each part. */
export function toClauses(layout: Layout, units: readonly Unit[]): Clause[] {
  const positions: Record<Part, number> = { preambular: 0, operative: 0, other: 0 };
  const { view } = layout;
  return units.map(({ part, role, number, leads, parent, ...span }) => {
    const verbs = leads.map((lead) => ({
      verb: view.text.slice(lead.start, lead.end),
      manner: lead.manner,
      ...rawSpan(view, lead),
    }));
    positions[part] += 1;
    return {
      ...rawSpan(view, span),
      part,
      role,
      position: positions[part],
      number,
      lead: verbs[0]?.verb ?? null,
      leads: verbs,
      parent,
    };
  });
}
