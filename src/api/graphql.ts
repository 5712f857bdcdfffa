import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../config.ts";
import { storedAnswer, stillFits } from "./answers.ts";
import type { StoredAnswer } from "./answers.ts";
import { createApollo } from "./apollo.ts";
import { askedOf } from "./asked.ts";
import { sendError } from "./http.ts";
import { keyOfGet, keyOfPost, vary } from "./keys.ts";
import type { Routes } from "./routes.ts";

/** A client that does not take in an answer that is larger than what the system buffers is let go after this time, in ms. */
const takeInTime = 30_000;
const buffered = 65_536;

/**
 * `/graphql`: queries by GET, HEAD and POST. An answer that was given before under what is loaded now is given again, or 304
 * where the client has it, without the database; anything else goes to Apollo Server, as many at a time as the settings allow.
 */
export const graphqlRoutes: Routes = async (app, { engine, answers, metrics, config, load }) => {
  const apollo = createApollo(engine, metrics, config.ADG_PREFLIGHT === "yes");
  await apollo.start();
  app.addHook("onClose", () => apollo.stop());
  const ask = fastifyApolloHandler(apollo, { context: (request) => Promise.resolve({ asked: askedOf(request) }) });
  const cacheControl = cacheControlOf(config);

  function give(request: FastifyRequest, reply: FastifyReply, answer: StoredAnswer, source: "database" | "kept") {
    const asked = askedOf(request);
    asked.operation = answer.operation;
    void reply.headers({ etag: answer.etag, "cache-control": cacheControl }).type(answer.type);
    if (stillFits(request.headers["if-none-match"], answer.etag)) {
      asked.source = "unchanged";
      return reply.code(304).send();
    }
    asked.source = source;
    if (answer.body.length > buffered) letGo(reply);
    return reply.send(answer.body);
  }

  async function work(request: FastifyRequest, reply: FastifyReply) {
    if (load.queries >= config.ADG_CONCURRENCY) {
      return sendError(reply.header("retry-after", "1"), "OVERLOADED");
    }
    const asked = askedOf(request);
    asked.signal = goneSignal(reply);
    asked.source = "database";
    load.queries += 1;
    try {
      const body = (await ask.call(app, asGet(request), reply)) as string;
      if (reply.statusCode !== 200 || asked.version === null) {
        return await reply.header("cache-control", "no-store").send(body);
      }
      const answer = storedAnswer(body, String(reply.getHeader("content-type")), asked.operation ?? "none");
      answers.set(keyOf(request, asked.version), answer);
      return await give(request, reply, answer, "database");
    } finally {
      load.queries -= 1;
    }
  }

  function handler(request: FastifyRequest, reply: FastifyReply) {
    void reply.header("vary", [reply.getHeader("vary"), vary].filter(Boolean).join(", "));
    const loaded = engine.revision.fresh();
    const kept = loaded === null ? undefined : answers.get(keyOf(request, loaded.version));
    return kept === undefined ? work(request, reply) : give(request, reply, kept, "kept");
  }

  app.route({ method: ["GET", "HEAD", "POST"], url: "/graphql", handler });
};

function keyOf({ method, headers, url, body }: FastifyRequest, version: string): string {
  return method === "POST" ? keyOfPost(headers, body, version) : keyOfGet(headers, url, version);
}

/** HEAD is answered as GET is; the listener leaves the body out. */
function asGet(request: FastifyRequest): FastifyRequest {
  return request.method === "HEAD" ? (Object.create(request, { method: { value: "GET" } }) as FastifyRequest) : request;
}

/** How long an answer from the graph may be kept by those between it and its reader. */
export function cacheControlOf({ ADG_CACHE_SECONDS: seconds }: Config): string {
  // Stale for as long again, while a cache asks anew; and a day where nobody answers, since old facts are better than none.
  return `public, max-age=${seconds}, stale-while-revalidate=${seconds}, stale-if-error=86400`;
}

/** Aborts when the connection ends before the answer has gone out. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

function letGo(reply: FastifyReply): void {
  const { socket } = reply.raw;
  const timer = setTimeout(() => socket?.destroy(), takeInTime).unref();
  reply.raw.once("close", () => {
    clearTimeout(timer);
  });
}
