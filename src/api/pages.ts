import { Kind, parse } from "graphql";
import { Failure } from "../failure.ts";
import type { Cut } from "./cuts.ts";

/** An answer without errors, or one page of it. */
export interface Page {
  readonly data: Readonly<Record<string, unknown>>;
  readonly revision: unknown;
  /** Lists that ended before their last item. */
  readonly truncated: readonly Cut[];
}

type Variables = Readonly<Record<string, unknown>>;

/**
 * The whole answer to a query whose list at the top takes `offset: $offset`: its pages put together in that list, up to its end
 * or to the largest offset allowed, where it stays among the truncated ones. A query without such a list is asked once. Throws
 * a Failure where another revision is loaded between two pages.
 */
export async function wholeAnswer(
  query: string,
  variables: Variables,
  largestOffset: number,
  ask: (variables: Variables) => Promise<Page>,
): Promise<Page> {
  const list = pagedList(query);
  let whole = await ask(variables);
  if (list === null) return whole;
  let offset = 0;
  for (;;) {
    const cut = whole.truncated.find((found) => found.list === list);
    if (cut === undefined || offset + cut.limit > largestOffset) return whole;
    offset += cut.limit;
    whole = joined(whole, await ask({ ...variables, offset }), list);
  }
}

/** Key of the first list at the top that takes a variable as its offset, or null. */
export function pagedList(query: string): string | null {
  for (const definition of parse(query, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const field of definition.selectionSet.selections) {
      if (field.kind !== Kind.FIELD) continue;
      const offset = field.arguments?.find(({ name }) => name.value === "offset");
      if (offset?.value.kind === Kind.VARIABLE) return (field.alias ?? field.name).value;
    }
  }
  return null;
}

function joined(whole: Page, next: Page, list: string): Page {
  if (whole.revision !== next.revision) {
    throw new Failure("graph-changed", "another revision was loaded while the answer was read", "Ask again.");
  }
  const rows = [whole, next].flatMap(({ data }) => data[list] as readonly unknown[]);
  const inner = whole.truncated.filter((cut) => cut.list !== list);
  return { ...whole, data: { ...whole.data, [list]: rows }, truncated: addedUp([...inner, ...next.truncated]) };
}

function addedUp(cuts: readonly Cut[]): readonly Cut[] {
  const added = new Map<string, Cut>();
  for (const cut of cuts) added.set(cut.list, { ...cut, times: cut.times + (added.get(cut.list)?.times ?? 0) });
  return [...added.values()];
}
