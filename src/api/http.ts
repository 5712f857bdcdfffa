import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { randomUUID } from "node:crypto";
import compress from "@fastify/compress";
import cors from "@fastify/cors";
import type { FastifyCorsOptions } from "@fastify/cors";
import helmet from "@fastify/helmet";
import Fastify, { LogController } from "fastify";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../config.ts";
import { askedOf } from "./asked.ts";
import type { Admission } from "./clients.ts";
import { codeOfStatus, errorCodes, errorOf, statusOf } from "./errors.ts";
import type { ErrorCode } from "./errors.ts";

/** Longest time for the headers and for the whole of a request to arrive, and for an idle connection to stay, in milliseconds. */
const times = { headers: 10_000, request: 15_000, idle: 5_000 };
/** A connection on which nothing moves for so long beside the time of a query is cut, in milliseconds: its client does not read. */
const stillTime = 30_000;
/** Longest address, in characters. */
const longestUrl = 8_192;

/** What the listener takes from the settings. */
export type HttpSettings = Pick<
  Config,
  "ADG_BODY_BYTES" | "ADG_LOG_LEVEL" | "ADG_QUERY_TIMEOUT_MS" | "ADG_CONNECTIONS" | "ADG_CORS_ORIGINS"
>;

declare module "fastify" {
  interface FastifyContextConfig {
    /** Asked as often as anybody likes: what costs nothing, or is looked at by machines. */
    uncounted?: true;
  }
}

/**
 * The listener without its routes: sizes and times of requests, security headers, who may ask how often, compression, JSON
 * for every error, and one JSON line a request to `log`, which gets the line with its line end. Control characters are
 * escaped in it.
 */
export async function createHttp(
  config: HttpSettings,
  headers: Readonly<Record<string, string>>,
  admit: Admission,
  log: (line: string) => void,
): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: config.ADG_BODY_BYTES,
    logger: { level: config.ADG_LOG_LEVEL, stream: { write: log } },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestTimeout: times.request,
    keepAliveTimeout: times.idle,
    connectionTimeout: stillTime + 5 * config.ADG_QUERY_TIMEOUT_MS,
    http: { headersTimeout: times.headers },
    exposeHeadRoutes: true,
    return503OnClosing: false,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, request, reply) => {
      void answerError(error, request, reply);
    },
  });
  app.server.maxConnections = config.ADG_CONNECTIONS;
  app.decorateRequest("asked", null);
  readJsonOnly(app);
  app.addHook("onRequest", (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
  app.addHook("onRequest", refuseStrangeAddress);
  if (config.ADG_CORS_ORIGINS !== "none") await app.register(cors, corsOf(config.ADG_CORS_ORIGINS));
  app.addHook("onRequest", refuseTooMany(admit));
  await app.register(compress, { encodings: ["br", "gzip"], threshold: 4_096, globalDecompression: false });
  app.addHook("onResponse", logAnswer);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(answerUnknown(app));
  return app;
}

/** What stands on every answer, worked out once: helmet's own hooks would take a third of the time of a kept answer. */
export async function headersOfAll({
  ADG_CORS_ORIGINS: origins,
}: HttpSettings): Promise<Readonly<Record<string, string>>> {
  const probe = Fastify();
  await probe.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  });
  if (origins === "*") await probe.register(cors, corsOf(origins));
  probe.get("/", (_request, reply) => reply.getHeaders());
  const headers: Readonly<Record<string, string>> = (await probe.inject("/")).json();
  await probe.close();
  return headers;
}

/** Any page of the origins may read what anybody may; nothing is told by cookies, so none are asked for. */
function corsOf(origins: string): FastifyCorsOptions {
  return {
    origin: origins === "*" ? "*" : origins.split(","),
    methods: ["GET", "HEAD", "POST"],
    allowedHeaders: ["content-type", "if-none-match", "apollo-require-preflight"],
    exposedHeaders: ["etag", "retry-after", "x-request-id"],
    maxAge: 86_400,
    strictPreflight: false,
  };
}

function refuseTooMany(admit: Admission) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const wait = request.routeOptions.config.uncounted === true ? 0 : admit(request.raw);
    if (wait === 0) done();
    else sendError(reply.header("retry-after", String(wait)), "TOO_MANY_REQUESTS");
  };
}

/** Sends an error in the form of every error of the API. */
export function sendError(reply: FastifyReply, code: ErrorCode, message?: string): FastifyReply {
  askedOf(reply.request).code = code;
  return reply
    .code(statusOf(code))
    .type("application/json; charset=utf-8")
    .send({ errors: [errorOf(code, message)] });
}

function readJsonOnly(app: FastifyInstance): void {
  const json = app.getDefaultJsonParser("remove", "remove");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body: Buffer, done) => {
    const text = decoded(request, body);
    if (text === null) done(Object.assign(new Error("not UTF-8"), { statusCode: 415 }));
    else void json(request, text, done);
  });
}

/** The body as text, or null where it is compressed, says another encoding than UTF-8, or is not what it says. */
function decoded(request: FastifyRequest, body: Buffer): string | null {
  const charset = /charset="?([^";\s]+)/i.exec(request.headers["content-type"] ?? "")?.[1] ?? "utf-8";
  const coding = request.headers["content-encoding"] ?? "identity";
  if (!/^utf-?8$/i.test(charset) || coding !== "identity") return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

/** The GraphQL library builds an address from the Host header, and fails on one that is none. */
function refuseStrangeAddress(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  void reply.header("x-request-id", request.id);
  if (request.url.length > longestUrl) sendError(reply, "URI_TOO_LONG");
  else if (URL.canParse(`http://${request.host}/`)) done();
  else sendError(reply, "BAD_REQUEST", "The Host header is not the name of a host.");
}

function logAnswer(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const path = request.routeOptions.url ?? "unknown";
  const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
  const { operation, source, code } = askedOf(request);
  const about = { ...(operation && { operation }), ...(source && { source }), ...(code && { code }) };
  request.log.info({ method: request.method, path, status: reply.statusCode, milliseconds, ...about }, "answered");
  done();
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const code = codeOfStatus(error.statusCode);
  if (code === undefined) request.log.error({ err: error }, "failed");
  return sendError(reply, code ?? "INTERNAL_SERVER_ERROR");
}

const methods = ["GET", "HEAD", "POST"] as const;

function answerUnknown(app: FastifyInstance) {
  return (request: FastifyRequest, reply: FastifyReply) => {
    const url = request.url.split("?")[0] ?? "";
    const allowed = methods.filter((method) => app.hasRoute({ method, url }));
    if (allowed.length === 0) return sendError(reply, "NOT_FOUND");
    return sendError(reply.header("allow", allowed.join(", ")), "METHOD_NOT_ALLOWED");
  };
}

const codeOfBreak: Readonly<Record<string, ErrorCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: "REQUEST_TIMEOUT",
  HPE_HEADER_OVERFLOW: "HEADERS_TOO_LARGE",
};

/** Answers what is not HTTP, or came too slowly; no request object was made of it. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = codeOfBreak[error.code ?? ""] ?? "BAD_REQUEST";
  const message = code === "BAD_REQUEST" ? "The request is not HTTP." : errorCodes[code][1];
  const body = JSON.stringify({ errors: [errorOf(code, message)] });
  const status = statusOf(code);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
