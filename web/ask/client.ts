import { queryOf } from "./operation.ts";
import type { Operation } from "./operation.ts";

/** A list that the API cut short, by its path in the answer. */
export interface Cut {
  readonly list: string;
  readonly limit: number;
  readonly times: number;
}

/** What came back for one query. */
export interface Answered<Answer> {
  readonly data: Answer;
  /** Id of the revision that the answer comes from. */
  readonly revision: string | null;
  readonly cuts: readonly Cut[];
}

/** Why there is no answer, in words for the reader. */
export class AskError extends Error {
  /** Stable code of the API, or OFFLINE where nothing answered. */
  readonly code: string;
  /** What the reader can do. */
  readonly remedy: string;

  constructor(code: string, message: string, remedy: string) {
    super(message);
    this.name = "AskError";
    this.code = code;
    this.remedy = remedy;
  }
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
  readonly extensions?: { readonly revision?: string | null; readonly truncated?: readonly Cut[] };
}

/** Asks the API of this origin. Throws an AskError, or an AbortError where the signal says so. */
export async function ask<Answer, Variables extends object>(
  operation: Operation<Answer, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Answered<Answer>> {
  const request = { query: queryOf(operation), variables };
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
    signal,
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new AskError("OFFLINE", "The server does not answer.", "Look whether it runs and try again.");
  });
  const body = (await response.json().catch(() => ({}))) as Body;
  const [error] = body.errors ?? [];
  if (error || !response.ok) throw askError(error, response);
  return {
    data: body.data as Answer,
    revision: body.extensions?.revision ?? null,
    cuts: body.extensions?.truncated ?? [],
  };
}

function askError(error: NonNullable<Body["errors"]>[number] | undefined, response: Response): AskError {
  const code = textOf(error?.extensions?.code) ?? `HTTP_${response.status}`;
  const wait = response.headers.get("retry-after");
  const remedy = textOf(error?.extensions?.remedy) ?? (wait ? `Try again in ${wait} s.` : remedies[code]);
  return new AskError(
    code,
    error?.message ?? `The server answered with status ${response.status}.`,
    remedy ?? "Try again; if it stays so, the log of the server says more.",
  );
}

const remedies: Readonly<Record<string, string>> = {
  QUERY_TIMEOUT:
    "Ask for less: a single series, fewer years. Or try again: the first answers after a start take longest.",
  SERVICE_UNAVAILABLE: "The database cannot be reached. Try again in a few seconds.",
  HTTP_404: "The address of the API is not there: does another server answer here?",
};

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
