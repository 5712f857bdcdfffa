import type { AddressInfo } from "node:net";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance } from "fastify";
import type { Driver } from "neo4j-driver";
import type { Config } from "../config.ts";
import { Failure } from "../failure.ts";
import { createApollo } from "./apollo.ts";
import { createEngine } from "./engine.ts";
import type { Engine, EngineParts } from "./engine.ts";
import { readContract, readQuestions } from "./files.ts";
import { createHttp, sendError } from "./http.ts";
import { limitsOf } from "./limits/limit.ts";
import { buildApiSchema } from "./schema.ts";
import { DatabaseTrouble } from "./watch.ts";

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

/** Longest time for requests under way to finish when the server stops, in milliseconds. */
const stopTime = 10_000;

/**
 * Serves GraphQL at `/graphql`, and `/healthz` and `/readyz`, on ADG_HOST and ADG_PORT. It starts whether or not the database
 * answers. Throws a Failure where it cannot listen.
 */
export async function startServer({ driver, database, config, log = toStderr }: ServerParts): Promise<RunningServer> {
  const app = await createHttp(config, log);
  const parts: EngineParts = {
    schema: await buildApiSchema(await readContract()),
    driver,
    database,
    timeout: config.ADG_QUERY_TIMEOUT_MS,
    limits: limitsOf(config),
    report: (error) => {
      app.log.error({ err: error }, "query failed");
    },
  };
  const engine = createEngine(parts);
  const apollo = createApollo(engine);
  await apollo.start();
  const handler = fastifyApolloHandler(apollo);
  app.get("/graphql", { exposeHeadRoute: false }, handler);
  app.post("/graphql", handler);
  addHealth(app, engine);
  const stopping = new AbortController();
  closeConnectionsOn(stopping.signal, app);
  await listen(app, config);
  const stop = async () => {
    stopping.abort();
    await closeWithin(app, stopTime);
    await apollo.stop();
  };
  return { address: addressOf(app), warmUp: () => askAll(parts, stopping.signal), stop };
}

async function askAll(parts: EngineParts, stopping: AbortSignal): Promise<void> {
  const engine = createEngine({ ...parts, timeout: 120_000, report: () => undefined });
  for (const { query, variables } of await readQuestions()) {
    if (stopping.aborted) return;
    await engine.ask(query, Object.fromEntries(variables.map(({ name, example }) => [name, example])));
  }
}

function addHealth(app: FastifyInstance, engine: Engine): void {
  app.get("/healthz", () => ({ status: "ok" }));
  app.get("/readyz", async (_request, reply) => {
    const revision = await engine.ready().catch((error: unknown) => {
      if (error instanceof DatabaseTrouble) return undefined;
      throw error;
    });
    if (typeof revision === "string") return { status: "ready", revision };
    const reason = revision === null ? "nothing is loaded yet: run adg ingest" : "the database cannot be reached";
    return reply.code(503).send({ status: "not ready", reason });
  });
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

function toStderr(line: string): void {
  process.stderr.write(line);
}
