import { keepPreviousData, QueryClient, skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { ask, AskError } from "./client.ts";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Answered } from "./client.ts";
import type { Operation } from "./operation.ts";

/** One question under way, answered, failed or cancelled. */
export interface Asked<Answer> {
  readonly state: "asking" | "answered" | "failed" | "cancelled";
  readonly answer: Answered<Answer> | undefined;
  readonly error: AskError | null;
  readonly cancel: () => void;
  readonly again: () => void;
}

/** Answers stay for as long as the page is open: data changes with the revision only, and a new one is a new visit. */
export const answers = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, gcTime: 30 * 60_000, retry: retryOnce, refetchOnWindowFocus: false },
  },
});

/** Asks the API, once for the same variables. With `null` for the variables nothing is asked; `keep` leaves the answer before in place meanwhile. */
export function useAsk<Answer, Variables extends object>(
  operation: Operation<Answer, Variables>,
  variables: Variables | null,
  { keep = false }: { readonly keep?: boolean } = {},
): Asked<Answer> {
  const client = useQueryClient();
  const key = [operation.name, variables];
  const query = useQuery({
    queryKey: key,
    queryFn: variables === null ? skipToken : ({ signal }) => ask(operation, variables, signal),
    ...(keep && { placeholderData: keepPreviousData }),
  });
  const cancel = useCallback(() => void client.cancelQueries({ queryKey: key }), [client, JSON.stringify(key)]);
  return asAskedFrom(query, cancel);
}

/** What a view is told of a query of the library. */
export function asAskedFrom<Answer>(query: UseQueryResult<Answered<Answer>>, cancel: () => void): Asked<Answer> {
  const again = () => void query.refetch();
  return { state: stateOf(query), answer: query.data, error: asAskError(query.error), cancel, again };
}

function stateOf(query: { readonly status: string; readonly fetchStatus: string }): Asked<unknown>["state"] {
  if (query.status === "success") return "answered";
  if (query.status === "error" && query.fetchStatus === "idle") return "failed";
  return query.fetchStatus === "fetching" ? "asking" : "cancelled";
}

function asAskError(error: Error | null): AskError | null {
  if (error === null || error instanceof AskError) return error;
  return new AskError("BROKEN", "The answer could not be read.", "Load the page again.");
}

/** A refusal stays one; what was not reached may be there the next moment. */
function retryOnce(failures: number, error: Error): boolean {
  return (
    failures === 0 && error instanceof AskError && (error.code === "OFFLINE" || error.code === "SERVICE_UNAVAILABLE")
  );
}
