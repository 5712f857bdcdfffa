import type { FastifyInstance } from "fastify";
import type { Config } from "../config.ts";
import type { GraphPlace } from "../export/graph.ts";
import type { AnswerStore } from "./answers.ts";
import type { Engine } from "./engine.ts";
import type { Metrics } from "./metrics.ts";

/** What every route may use. */
export interface RouteParts {
  readonly engine: Engine;
  readonly answers: AnswerStore;
  readonly metrics: Metrics;
  readonly config: Config;
  /** Where the graph stands, for those that read all of it. */
  readonly place: GraphPlace;
  /** How many queries are being worked on. */
  readonly load: { queries: number };
}

/** Adds routes of one kind to the listener, before it listens. */
export type Routes = (app: FastifyInstance, parts: RouteParts) => void | Promise<void>;
