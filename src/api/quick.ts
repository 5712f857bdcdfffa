import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import { packedIn, stillFits } from "./answers.ts";
import type { AnswerStore, Coding, StoredAnswer } from "./answers.ts";
import type { Admission } from "./clients.ts";
import { keyOfGet, vary } from "./keys.ts";
import type { Metrics } from "./metrics.ts";
import type { Revision } from "./revision.ts";

/** What a quick answer needs. */
export interface QuickParts {
  readonly answers: AnswerStore;
  readonly revision: Pick<Revision, "fresh">;
  readonly admit: Admission;
  readonly cacheControl: string;
  /** Headers of every answer. */
  readonly headers: Readonly<Record<string, string>>;
  readonly note: Metrics["note"];
}

/** Longer answers go the way on which a client that does not take them in is let go, in bytes. */
const longest = 65_536;

/** Shorter ones are not worth packing, in bytes. */
const shortestPacked = 4_096;

/**
 * Gives kept answers to queries by GET before the listener takes the request apart, which takes several times as long as to give
 * one. Whatever is out of the ordinary goes on to the listener, whose routes would answer the same (see graphql.ts); so
 * does everything once the server stops.
 */
export function answerQuickly(app: FastifyInstance, stopping: AbortSignal, parts: QuickParts): void {
  const give = quickAnswers(app, parts);
  const listeners = app.server.listeners("request");
  app.server.removeAllListeners("request");
  app.server.on("request", (request, reply) => {
    if (!stopping.aborted && give(request, reply)) return;
    for (const listener of listeners) listener.call(app.server, request, reply);
  });
}

/** Answers a request and returns true, or leaves it as it is. */
type Give = (request: IncomingMessage, reply: ServerResponse) => boolean;

function quickAnswers(app: FastifyInstance, parts: QuickParts): Give {
  const { answers, revision, admit, cacheControl, headers, note } = parts;
  const whole = Object.entries(headers).flat();
  // The client has the others already, and keeps them.
  const unchanged = Object.entries(headers).filter(([name]) => name.startsWith("access-control-")).flat(); // prettier-ignore

  function packed(key: string, answer: StoredAnswer, coding: Coding): Buffer | undefined {
    if (answer.packed[coding] !== undefined) return answer.packed[coding];
    const fuller = packedIn(answer, coding);
    answers.set(key, fuller);
    return fuller.packed[coding];
  }

  function send(
    reply: ServerResponse,
    own: readonly string[],
    key: string,
    answer: StoredAnswer,
    coding: Coding | null,
  ) {
    const bytes = coding === null || answer.body.length < shortestPacked ? undefined : packed(key, answer, coding);
    const body = bytes ?? answer.body;
    const about = ["content-type", answer.type, "content-length", String(Buffer.byteLength(body))];
    const encoding = bytes === undefined || coding === null ? [] : ["content-encoding", coding];
    reply.writeHead(200, [...whole, ...own, ...about, ...encoding]).end(body);
  }

  return (request, reply) => {
    const began = performance.now();
    const { headers: asked, url = "" } = request;
    const coding = codingOf(asked["accept-encoding"]);
    const loaded = revision.fresh();
    if (request.method !== "GET" || !url.startsWith("/graphql?") || !plainHost.test(asked.host ?? "")) return false;
    if (loaded === null || coding === "unclear") return false;
    const key = keyOfGet(asked, url, loaded.version);
    const answer = answers.get(key);
    if (answer === undefined || answer.body.length > longest || admit(request) > 0) return false;
    const reqId = randomUUID();
    const own = ["x-request-id", reqId, "etag", answer.etag, "cache-control", cacheControl, "vary", vary];
    const fits = stillFits(asked["if-none-match"], answer.etag);
    if (fits) reply.writeHead(304, [...unchanged, ...own]).end();
    else send(reply, own, key, answer, coding);
    const milliseconds = performance.now() - began;
    const [status, source] = fits ? ([304, "unchanged"] as const) : ([200, "kept"] as const);
    const { operation } = answer;
    note({ path: "/graphql", status, seconds: milliseconds / 1_000, source, operation, cost: null, code: null });
    app.log.info({ reqId, method: "GET", path: "/graphql", status, milliseconds: rounded(milliseconds), operation, source }, "answered"); // prettier-ignore
    return true;
  };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

const plainHost = /^[\w.-]+(?::\d{1,5})?$/;

/** The packing that a client likes best of those that there are, null for none; `unclear` where that takes weighing. */
function codingOf(accepted: string | undefined): Coding | null | "unclear" {
  if (accepted === undefined || accepted === "identity") return null;
  if (/[;*]/.test(accepted)) return "unclear";
  const offers = accepted.split(",").map((offer) => offer.trim());
  return offers.includes("br") ? "br" : offers.includes("gzip") ? "gzip" : null;
}
