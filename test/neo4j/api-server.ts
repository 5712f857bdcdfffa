import type { Driver } from "neo4j-driver";
import { startServer } from "../../src/api/server.ts";
import { readConfig } from "../../src/config.ts";
import type { Environment } from "../../src/config.ts";
import type { TestGraph } from "./graph.ts";

/** What came back: the status, the body as JSON, and the headers. */
export interface Reply {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

interface Body {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/** A server of the API on a free port of this machine. */
export interface Api {
  readonly address: string;
  /** Lines of its log so far. */
  readonly log: readonly string[];
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Reply>;
  readonly send: (path: string, init?: RequestInit) => Promise<Reply>;
  readonly stop: () => Promise<void>;
}

/** Starts the API on a graph, with settings of its own where they are given. */
export async function startApi(graph: TestGraph, settings: Environment = {}): Promise<Api> {
  const log: string[] = [];
  const { address, stop } = await startServer({
    driver: graph.driver,
    database: graph.name,
    config: readConfig({ ADG_PORT: "0", ...settings }),
    log: (line) => log.push(line),
  });
  const send: Api["send"] = async (path, init) => {
    const response = await fetch(`${address}${path}`, init);
    return { status: response.status, body: (await response.json()) as Body, headers: response.headers };
  };
  const ask: Api["ask"] = (query, variables) => send("/graphql", post(JSON.stringify({ query, variables })));
  return { address, log, ask, send, stop };
}

/** A POST of a text as JSON, as a GraphQL client makes it. */
export function post(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return { method: "POST", headers: { "content-type": "application/json", ...headers }, body };
}

/** What to do with each query of the API before the database gets it. */
export type Meddling = (query: string, run: (query: string) => Promise<unknown>) => Promise<unknown>;

/** A driver to the same database whose reads are meddled with: made slow, made endless, broken. */
export function meddled(driver: Driver, meddle: Meddling): Driver {
  const session: Driver["session"] = (options) => {
    const real = driver.session(options);
    const run = real.run.bind(real);
    const changed = (query: string, values: object, config: object) =>
      meddle(query, async (text) => await run(text, values, config));
    real.run = changed as unknown as typeof real.run;
    const executeRead = real.executeRead.bind(real);
    real.executeRead = (work, config) =>
      executeRead((tx) => {
        const run = tx.run.bind(tx);
        const changed = {
          run: (query: string, values: object) => meddle(query, async (text) => await run(text, values)),
        };
        return work(changed as unknown as typeof tx);
      }, config);
    return real;
  };
  return new Proxy(driver, {
    get: (target, key): unknown => (key === "session" ? session : Reflect.get(target, key, target)),
  });
}
