import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { ask } from "./client.ts";
import type { Answered, Cut } from "./client.ts";
import type { Operation } from "./operation.ts";
import { asAskedFrom } from "./use-ask.ts";
import type { Asked } from "./use-ask.ts";

/** A list of the API page by page. */
export interface Connection<Row> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly Row[];
}

/** A query that takes the place to go on from as `$after`. */
export type PagedOperation<Answer, Variables> = Operation<Answer, Variables & { readonly after?: string | null }>;

/**
 * All rows of a list, asked for page by page: `pageOf` finds the list in an answer, undefined where what it belongs to is not there.
 * `list` is the path of its key in an answer; what the API cuts short below it is told. With `null` for the variables nothing is asked.
 */
export function useAskAll<Answer, Row, Variables extends object>(
  operation: PagedOperation<Answer, Variables>,
  variables: Variables | null,
  pageOf: (answer: Answer) => Connection<Row> | undefined,
  list = "page",
): Asked<readonly Row[]> {
  const client = useQueryClient();
  const key = [operation.name, "all", variables];
  const query = useQuery({
    queryKey: key,
    queryFn: variables === null ? skipToken : ({ signal }) => allPages(operation, variables, pageOf, list, signal),
  });
  const cancel = useCallback(() => void client.cancelQueries({ queryKey: key }), [client, JSON.stringify(key)]);
  return asAskedFrom(query, cancel);
}

async function allPages<Answer, Row, Variables extends object>(
  operation: PagedOperation<Answer, Variables>,
  variables: Variables,
  pageOf: (answer: Answer) => Connection<Row> | undefined,
  list: string,
  signal: AbortSignal,
): Promise<Answered<readonly Row[]>> {
  const rows: Row[] = [];
  const cuts = new Map<string, Cut>();
  let after: string | null = null;
  let revision: string | null = null;
  do {
    const answer: Answered<Answer> = await ask(operation, { ...variables, after }, signal);
    // Newer data was loaded between two pages: what is there is no longer the beginning of what follows.
    if (after !== null && answer.revision !== revision) return allPages(operation, variables, pageOf, list, signal);
    const page = pageOf(answer.data);
    rows.push(...(page?.edges ?? []));
    for (const cut of answer.cuts) cuts.set(cut.list, { ...cut, times: cut.times + (cuts.get(cut.list)?.times ?? 0) });
    revision = answer.revision;
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return { data: rows, revision, cuts: [...cuts.values()].filter((cut) => cut.list !== list) };
}
