import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import type { Driver } from "neo4j-driver";
import type { Config } from "../config.ts";
import { modelOf } from "../export/model.ts";
import { Failure } from "../failure.ts";
import { createAnswerStore } from "./answers.ts";
import { askedOf } from "./asked.ts";
import { createAdmission } from "./clients.ts";
import { createEngine } from "./engine.ts";
import type { EngineParts } from "./engine.ts";
import { exportRoutes } from "./export.ts";
import { readContract, readQuestions } from "./files.ts";
import { cacheControlOf, graphqlRoutes } from "./graphql.ts";
import { healthRoutes } from "./health.ts";
import { createHttp, headersOfAll, sendError } from "./http.ts";
import { limitsOf } from "./limits/limit.ts";
import { toStderr } from "./log.ts";
import { createMetrics } from "./metrics.ts";
import type { Question } from "./questions.ts";
import { answerQuickly } from "./quick.ts";
import type { Routes } from "./routes.ts";
import { buildApiSchema } from "./schema.ts";
import { webRoutes } from "./web.ts";

/** A server that answers. */
export interface RunningServer {
  /** `http://127.0.0.1:4000`, without a path. */
  readonly address: string;
  /**
   * Asks every question of questions/ once with its example, for minutes if need be, so that a database that was just
   * started has its plans ready: a cold one takes longer over the first of them than a query may. Never fails.
   */
  readonly warmUp: () => Promise<void>;
  /** Takes no new requests, finishes those under way, for ten seconds at most, and closes. The driver stays open. */
  readonly stop: () => Promise<void>;
}

/** What a server needs; the driver belongs to the caller. */
export interface ServerParts {
  readonly driver: Driver;
  readonly database: string;
  readonly config: Config;
  /** Gets the log, one JSON object a line with its line end; stderr where it is not given. */
  readonly log?: (line: string) => void;
}

/** Everything that is served. */
const routes: readonly Routes[] = [graphqlRoutes, healthRoutes, exportRoutes, webRoutes];

/** Longest time for requests under way to finish when the server stops, in milliseconds. */
const stopTime = 10_000;

/**
 * Serves GraphQL at `/graphql`, and `/healthz`, `/readyz` and `/metrics`, on ADG_HOST and ADG_PORT. It starts whether or not
 * the database answers. Throws a Failure where it cannot listen.
 */
export async function startServer({ driver, database, config, log = toStderr() }: ServerParts): Promise<RunningServer> {
  const headers = await headersOfAll(config);
  const admit = createAdmission(config.ADG_RATE_PER_MINUTE, config.ADG_TRUST_PROXY);
  const app = await createHttp(config, headers, admit, log);
  const contract = await readContract();
  const questions = await readQuestions();
  const engineParts: EngineParts = {
    schema: await buildApiSchema(contract, { publicUrl: config.ADG_PUBLIC_URL ?? "" }),
    driver,
    database,
    timeout: config.ADG_QUERY_TIMEOUT_MS,
    limits: limitsOf(config),
    report: (error) => {
      app.log.error({ err: error }, "query failed");
    },
  };
  const engine = createEngine(engineParts);
  const answers = createAnswerStore(config.ADG_CACHE_BYTES);
  const place = { driver, database, model: modelOf(contract) };
  const load = { queries: 0 };
  const metrics = createMetrics(operationsIn(questions), {
    queries: () => load.queries,
    keptBytes: answers.bytes,
    revision: engine.revision.known,
  });
  app.addHook("onResponse", (request, reply, done) => {
    const path = request.routeOptions.url ?? "unknown";
    metrics.note({ path, status: reply.statusCode, seconds: reply.elapsedTime / 1_000, ...askedOf(request) });
    done();
  });
  for (const add of routes) await add(app, { engine, answers, metrics, config, place, load });
  const stopping = new AbortController();
  closeConnectionsOn(stopping.signal, app);
  // Named sites get answers of their own, by what each request says of itself.
  if (!config.ADG_CORS_ORIGINS.startsWith("http"))
    answerQuickly(app, stopping.signal, {
      answers,
      revision: engine.revision,
      admit,
      cacheControl: cacheControlOf(config),
      headers,
      note: metrics.note,
    });
  await listen(app, config);
  engine.revision.follow(stopping.signal);
  const stop = async () => {
    stopping.abort();
    await closeWithin(app, stopTime);
  };
  return { address: addressOf(app), warmUp: () => askAll(engineParts, questions, stopping.signal), stop };
}

async function askAll(parts: EngineParts, questions: readonly Question[], stopping: AbortSignal): Promise<void> {
  const engine = createEngine({ ...parts, timeout: 120_000, report: () => undefined });
  for (const { query, variables } of questions) {
    if (stopping.aborted) return;
    await engine.ask(query, Object.fromEntries(variables.map(({ name, example }) => [name, example])));
  }
}

/** Names of the operations that the questions hold: `query CoChairsOn(…)`. */
function operationsIn(questions: readonly Question[]): readonly string[] {
  return questions.flatMap(({ query }) => [...query.matchAll(/^query (\w+)/gm)].map(([, name = ""]) => name));
}

/** From then on each answer ends its connection, and a request on a connection that is still open is sent away. */
function closeConnectionsOn(stopping: AbortSignal, app: FastifyInstance): void {
  app.addHook("onRequest", (_request, reply, done) => {
    if (stopping.aborted) sendError(reply, "SERVICE_UNAVAILABLE", "The server is stopping.");
    else done();
  });
  app.addHook("onSend", (_request, reply, _payload, done) => {
    if (stopping.aborted) void reply.header("connection", "close");
    done();
  });
}

async function closeWithin(app: FastifyInstance, milliseconds: number): Promise<void> {
  const timer = setTimeout(() => {
    app.server.closeAllConnections();
  }, milliseconds);
  await app.close();
  clearTimeout(timer);
}

async function listen(app: FastifyInstance, config: Config): Promise<void> {
  const { ADG_HOST: host, ADG_PORT: port } = config;
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw refusedToListen(error as NodeJS.ErrnoException, host, port);
  }
}

function refusedToListen(error: NodeJS.ErrnoException, host: string, port: number): Failure {
  const place = `port ${port} of ${host}`;
  if (error.code === "EADDRINUSE") {
    return new Failure(
      "port-in-use",
      `${place} is in use`,
      "Stop what uses it, or set ADG_PORT to a free port.",
      error,
    );
  }
  if (error.code === "EACCES") {
    return new Failure("port-forbidden", `${place} is not allowed to you`, "Set ADG_PORT to 1024 or more.", error);
  }
  return new Failure(
    "cannot-listen",
    `cannot listen on ${place}`,
    "Set ADG_HOST to an address of this machine.",
    error,
  );
}

function addressOf(app: FastifyInstance): string {
  const { address, port, family } = app.server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
