import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { ask } from "./client.ts";
import type { Answered } from "./client.ts";
import type { Operation } from "./operation.ts";
import { asAskedFrom } from "./use-ask.ts";
import type { Asked } from "./use-ask.ts";

/** Rows that one answer of a list with `offset` brings, as the queries of the explorer ask for them. */
export const rowsAtOnce = 100;

/** A query of a list that takes the number of rows to leave out as `$offset`. */
export type OffsetOperation<Answer, Variables> = Operation<Answer, Variables & { readonly offset: number }>;

/** All rows of a question that is paged by `offset`, a hundred at a time. With `null` for the variables nothing is asked. */
export function useAskRows<Answer, Row, Variables extends object>(
  operation: OffsetOperation<Answer, Variables>,
  variables: Variables | null,
  rowsOf: (answer: Answer) => readonly Row[],
): Asked<readonly Row[]> {
  const client = useQueryClient();
  const key = [operation.name, "rows", variables];
  const query = useQuery({
    queryKey: key,
    queryFn: variables === null ? skipToken : ({ signal }) => allRows(operation, variables, rowsOf, signal),
  });
  const cancel = useCallback(() => void client.cancelQueries({ queryKey: key }), [client, JSON.stringify(key)]);
  return asAskedFrom(query, cancel);
}

async function allRows<Answer, Row, Variables extends object>(
  operation: OffsetOperation<Answer, Variables>,
  variables: Variables,
  rowsOf: (answer: Answer) => readonly Row[],
  signal: AbortSignal,
): Promise<Answered<readonly Row[]>> {
  const rows: Row[] = [];
  let from: string | null | undefined;
  for (;;) {
    const { data, revision } = await ask(operation, { ...variables, offset: rows.length }, signal);
    // Newer data was loaded between two pages: what is there is no longer the beginning of what follows.
    if (rows.length > 0 && revision !== from) return allRows(operation, variables, rowsOf, signal);
    from = revision;
    const more = rowsOf(data);
    rows.push(...more);
    if (more.length < rowsAtOnce) return { data: rows, revision, cuts: [] };
  }
}
