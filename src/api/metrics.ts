import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** Where an answer came from: the database (or the schema), the store of answers, or the client's own copy. */
export type AnswerSource = "database" | "kept" | "unchanged";

/** What became of one request. */
export interface Outcome {
  readonly path: string;
  readonly status: number;
  readonly seconds: number;
  /** Absent where the request was no query, or never came to be answered. */
  readonly source: AnswerSource | null;
  readonly operation: string | null;
  /** Rows that the query was expected to read; null where that was not counted. */
  readonly cost: number | null;
  /** Code of its first error; null where there was none. */
  readonly code: string | null;
}

/** What is looked at when the metrics are asked for. */
export interface Gauges {
  readonly queries: () => number;
  readonly keptBytes: () => number;
  readonly revision: () => string | null;
}

/** Counts for Prometheus. */
export interface Metrics {
  readonly note: (outcome: Outcome) => void;
  /** Names an operation as the metrics do: by its own name where it is one of the known, else `other`, or `none`. */
  readonly operationNamed: (name: string | null | undefined) => string;
  readonly type: string;
  readonly text: () => Promise<string>;
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const rows = [1, 10, 50, 100, 500, 1_000, 2_500, 5_000];

/** Counters of one server. Labels have few values whatever clients send: operations are told apart by the names given here. */
export function createMetrics(operations: readonly string[], gauges: Gauges): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: "adg_requests_total",
    help: "Requests by address and status",
    labelNames: ["path", "status"],
    registers,
  });
  const duration = new Histogram({
    name: "adg_query_seconds",
    help: "Time to the end of the answer to a query, by operation and by where the answer came from",
    labelNames: ["operation", "source"],
    buckets: seconds,
    registers,
  });
  const cost = new Histogram({
    name: "adg_query_cost",
    help: "Rows that an executed query was expected to read",
    buckets: rows,
    registers,
  });
  const errors = new Counter({
    name: "adg_errors_total",
    help: "Refused and failed requests by code",
    labelNames: ["code"],
    registers,
  });
  addGauges(gauges, registers);
  const known = new Set(operations);
  return {
    note: (outcome) => {
      requests.inc({ path: outcome.path, status: String(outcome.status) });
      if (outcome.code !== null) errors.inc({ code: outcome.code });
      if (outcome.cost !== null) cost.observe(outcome.cost);
      if (outcome.source === null) return;
      duration.observe({ operation: outcome.operation ?? "none", source: outcome.source }, outcome.seconds);
    },
    operationNamed: (name) => (name == null ? "none" : known.has(name) ? name : "other"),
    type: register.contentType,
    text: () => register.metrics(),
  };
}

function addGauges(gauges: Gauges, registers: Registry[]): void {
  new Gauge({
    name: "adg_queries_in_flight",
    help: "Queries that are being worked on",
    registers,
    collect() {
      this.set(gauges.queries());
    },
  });
  new Gauge({
    name: "adg_kept_answers_bytes",
    help: "Memory that kept answers take",
    registers,
    collect() {
      this.set(gauges.keptBytes());
    },
  });
  new Gauge({
    name: "adg_revision_info",
    help: "The revision that was seen last, as a label",
    labelNames: ["revision"],
    registers,
    collect() {
      this.reset();
      this.set({ revision: gauges.revision() ?? "none" }, 1);
    },
  });
}
