import { ApolloServer, HeaderMap } from "@apollo/server";
import type { ApolloServerPlugin, GraphQLRequestListener } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginUsageReportingDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { GraphQLError } from "graphql";
import type { GraphQLFormattedError } from "graphql";
import type { Asked } from "./asked.ts";
import { createDocumentStore } from "./document-store.ts";
import { syntaxError } from "./engine.ts";
import type { Engine } from "./engine.ts";
import { codeOfStatus, masked } from "./errors.ts";
import type { Metrics } from "./metrics.ts";

/** What Apollo Server hands on of a request. */
interface ApolloContext {
  readonly asked: Asked;
}

/** A client that was told to come back should wait so long, in seconds. */
const retryAfter = "2";

/** How many different queries are kept parsed and validated: the applications of a public server ask a few, each many times. */
const storedDocuments = 100;

/**
 * GraphQL over HTTP as its specification has it, parsing, validation and their cache; the engine answers. Batches, persisted
 * queries, landing pages and stack traces are off. `preflight` refuses a GET that a page of another site could have made a
 * browser send; it could do no harm, since nothing is written and there are no cookies. Start it before use, stop it after.
 */
export function createApollo(engine: Engine, metrics: Metrics, preflight: boolean): ApolloServer<ApolloContext> {
  return new ApolloServer<ApolloContext>({
    schema: engine.schema,
    introspection: true,
    documentStore: createDocumentStore(storedDocuments),
    nodeEnv: "production",
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    csrfPrevention: preflight,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxLexicalTokens: engine.limits.tokens },
    // One more is added to say that these are not all.
    validationOptions: { maxErrors: 9 },
    formatError: (formatted, error) => shown(formatted, error, engine),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      answeredBy(engine, metrics),
    ],
  });
}

function answeredBy(engine: Engine, metrics: Metrics): ApolloServerPlugin<ApolloContext> {
  const listener: GraphQLRequestListener<ApolloContext> = {
    async responseForOperation({ document, request, operationName, contextValue: { asked } }) {
      asked.operation = metrics.operationNamed(operationName);
      const answer = await engine.run(document, request.operationName ?? null, request.variables ?? {}, asked.signal);
      asked.version = answer.version;
      asked.cost = answer.cost;
      const headers = new HeaderMap(answer.status === 503 ? [["retry-after", retryAfter]] : []);
      return { http: { status: answer.status, headers }, body: { kind: "single", singleResult: answer.result } };
    },
    willSendResponse({ response: { body }, contextValue: { asked } }) {
      if (body.kind === "single") {
        // Queries that never reached the engine name the revision as well.
        body.singleResult.extensions ??= { revision: engine.revision.known() };
        asked.code = codeIn(body.singleResult.errors);
      }
      return Promise.resolve();
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}

function codeIn(errors: readonly GraphQLFormattedError[] | undefined): string | null {
  const code = errors?.[0]?.extensions?.code;
  return typeof code === "string" ? code : null;
}

function shown(formatted: GraphQLFormattedError, error: unknown, engine: Engine): GraphQLFormattedError {
  const code = formatted.extensions?.code;
  if (code === "GRAPHQL_PARSE_FAILED" && error instanceof GraphQLError) return syntaxError(error, engine.limits);
  if (code !== "BAD_REQUEST") return masked(formatted);
  // The library tells 405, 406 and 415 apart by the status alone.
  return masked({ ...formatted, extensions: { code: codeOfStatus(statusIn(error)) ?? code } });
}

function statusIn(error: unknown): unknown {
  const head = error instanceof GraphQLError ? error.extensions.http : undefined;
  return (head as { readonly status?: number } | undefined)?.status;
}
