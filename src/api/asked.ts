import type { FastifyRequest } from "fastify";
import type { AnswerSource } from "./metrics.ts";

/** What is noted of one request on its way, for the log, the metrics and the store of answers. */
export interface Asked {
  operation: string | null;
  source: AnswerSource | null;
  cost: number | null;
  /** Code of the first error of the answer. */
  code: string | null;
  /** `Answer.version` of the answer. */
  version: string | null;
  /** Comes when the client has gone. */
  signal: AbortSignal | undefined;
}

declare module "fastify" {
  interface FastifyRequest {
    asked: Asked | null;
  }
}

/** The notes of a request, empty at first. */
export function askedOf(request: FastifyRequest): Asked {
  request.asked ??= { operation: null, source: null, cost: null, code: null, version: null, signal: undefined };
  return request.asked;
}
