import { notifyManager, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { latestRevision } from "../generated/latest-revision.ts";
import { ask } from "./client.ts";
import type { Answered } from "./client.ts";

/** Time between two looks at whether newer data was loaded, in milliseconds. */
const interval = 60_000;

/**
 * How many revisions the answers of this page come from, and what asks all of them again. More than one: newer data was loaded while the
 * page was open. It is looked for now and then, when the window comes back, and in every answer.
 */
export function useRevisions(): { readonly count: number; readonly askAgain: () => void } {
  const client = useQueryClient();
  useQuery({
    queryKey: ["latest revision"],
    queryFn: ({ signal }) => ask(latestRevision, {}, signal),
    // The first answers of a page say where they come from.
    initialData: { data: { revisions: [] }, revision: null, cuts: [] },
    refetchInterval: interval,
    refetchOnWindowFocus: "always",
    retry: false,
  });
  const cache = client.getQueryCache();
  const subscribe = useCallback((changed: () => void) => cache.subscribe(notifyManager.batchCalls(changed)), [cache]);
  const count = useSyncExternalStore(subscribe, () => {
    const answers = cache.getAll().map(({ state }) => state.data as Partial<Answered<unknown>> | undefined);
    return new Set(answers.flatMap((answer) => answer?.revision ?? [])).size;
  });
  return { count, askAgain: () => void client.resetQueries() };
}
