import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { ask } from "./client.ts";
import type { Answered } from "./client.ts";
import type { Operation } from "./operation.ts";
import { asAskedFrom } from "./use-ask.ts";
import type { Asked } from "./use-ask.ts";

/** A list of the API page by page: the query calls it `page` and takes the place to go on from as `$after`. */
export interface PagedAnswer<Row> {
  readonly page: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly Row[];
  };
}

/** All rows of a list, asked for page by page. With `null` for the variables nothing is asked. */
export function useAskAll<Row, Variables extends object>(
  operation: Operation<PagedAnswer<Row>, Variables & { readonly after?: string | null }>,
  variables: Variables | null,
): Asked<readonly Row[]> {
  const client = useQueryClient();
  const key = [operation.name, "all", variables];
  const query = useQuery({
    queryKey: key,
    queryFn: variables === null ? skipToken : ({ signal }) => allPages(operation, variables, signal),
  });
  const cancel = useCallback(() => void client.cancelQueries({ queryKey: key }), [client, JSON.stringify(key)]);
  return asAskedFrom(query, cancel);
}

async function allPages<Row, Variables extends object>(
  operation: Operation<PagedAnswer<Row>, Variables & { readonly after?: string | null }>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Answered<readonly Row[]>> {
  const rows: Row[] = [];
  let after: string | null = null;
  let revision: string | null;
  do {
    const answer: Answered<PagedAnswer<Row>> = await ask(operation, { ...variables, after }, signal);
    const { pageInfo, edges } = answer.data.page;
    rows.push(...edges);
    revision = answer.revision;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return { data: rows, revision, cuts: [] };
}
