import { ApolloServer, HeaderMap } from "@apollo/server";
import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginUsageReportingDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { GraphQLError } from "graphql";
import type { GraphQLFormattedError } from "graphql";
import { createDocumentStore } from "./document-store.ts";
import { syntaxError } from "./engine.ts";
import type { Engine } from "./engine.ts";
import { codeOfStatus, masked } from "./errors.ts";

/** A client that was told to come back should wait so long, in seconds. */
const retryAfter = "2";

/** How many different queries are kept parsed and validated: the applications of a public server ask a few, each many times. */
const storedDocuments = 100;

/**
 * GraphQL over HTTP as its specification has it, parsing, validation and their cache; the engine answers. Batches, persisted
 * queries, landing pages and stack traces are off. Start it before use, stop it after.
 */
export function createApollo(engine: Engine): ApolloServer {
  return new ApolloServer({
    schema: engine.schema,
    introspection: true,
    documentStore: createDocumentStore(storedDocuments),
    nodeEnv: "production",
    allowBatchedHttpRequests: false,
    persistedQueries: false,
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
      answeredBy(engine),
    ],
  });
}

function answeredBy(engine: Engine): ApolloServerPlugin {
  const listener: GraphQLRequestListener<BaseContext> = {
    async responseForOperation({ document, request }) {
      const answer = await engine.run(document, request.operationName ?? null, request.variables ?? {});
      const headers = new HeaderMap(answer.status === 503 ? [["retry-after", retryAfter]] : []);
      return { http: { status: answer.status, headers }, body: { kind: "single", singleResult: answer.result } };
    },
    willSendResponse({ response: { body } }) {
      // Queries that never reached the engine name the revision as well.
      if (body.kind === "single") body.singleResult.extensions ??= { revision: engine.revision.known() };
      return Promise.resolve();
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
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
