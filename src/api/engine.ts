import {
  execute,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  validate,
} from "graphql";
import type {
  DocumentNode,
  ExecutionResult,
  FormattedExecutionResult,
  FragmentDefinitionNode,
  GraphQLFormattedError,
  GraphQLSchema,
} from "graphql";
import type { OperationDefinitionNode } from "graphql";
import type { Driver } from "neo4j-driver";
import { newCutLog } from "./cuts.ts";
import { withDefaults } from "./defaults.ts";
import { errorOf, masked, refusalError, statusOf } from "./errors.ts";
import { refusalOf } from "./limits/all.ts";
import { expectedCost } from "./limits/cost.ts";
import { lackingIndex } from "./indexes.ts";
import type { Limits } from "./limits/limit.ts";
import { tokenRefusal } from "./limits/tokens.ts";
import { tooDeep } from "./limits/variables.ts";
import { createPreparer } from "./prepare.ts";
import type { Query } from "./query.ts";
import { readsOf } from "./reads.ts";
import { watchRevision } from "./revision.ts";
import type { Loaded, Revision } from "./revision.ts";
import { DatabaseTrouble, troubleOf, watchDatabase } from "./watch.ts";

/** The answer to one query, as it goes out, and the HTTP status that belongs to it. */
export interface Answer {
  readonly status: number;
  readonly result: FormattedExecutionResult;
  /** What was loaded when it was made (`Loaded.version`), where it is whole and may be given again; else null. */
  readonly version: string | null;
  /** Rows that the query was expected to read; null where it was refused before that was counted. */
  readonly cost: number | null;
}

/** Variables of a query as they came in. */
export type Variables = Readonly<Record<string, unknown>>;

/** What answers queries, over HTTP and in process alike. It never throws. */
export interface Engine {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly revision: Revision;
  /**
   * The revision where all is there to answer from, else what is lacking, in words. Throws DatabaseTrouble where the database
   * cannot be reached.
   */
  readonly ready: () => Promise<{ readonly revision: string } | { readonly lacking: string }>;
  /** Parses, validates and runs. */
  readonly ask: (source: string, variables: Variables) => Promise<Answer>;
  /** Runs an operation of a document that is valid; gives up at the signal. */
  readonly run: (
    document: DocumentNode,
    operationName: string | null,
    variables: Variables,
    signal?: AbortSignal,
  ) => Promise<Answer>;
}

/** What an engine needs. */
export interface EngineParts {
  readonly schema: GraphQLSchema;
  readonly driver: Driver;
  readonly database: string;
  /** Longest time of one query in the database, in milliseconds. */
  readonly timeout: number;
  readonly limits: Limits;
  /** Gets every error that a reader is not told the text of. */
  readonly report: (error: unknown) => void;
}

/** An engine that reads one database. */
export function createEngine({ schema, driver, database, timeout, limits, report }: EngineParts): Engine {
  const watch = watchDatabase({ driver, database, timeout });
  const revision = watchRevision(driver, database);
  const prepare = createPreparer(schema);

  async function run(
    document: DocumentNode,
    operationName: string | null,
    variables: Variables,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const query = queryOf(schema, document, operationName, variables);
    if ("error" in query) return refused([query.error]);
    const refusal = attempt(() => refusalOf(query, limits));
    if (refusal instanceof GraphQLError) return refused([errorOf("BAD_USER_INPUT", refusal.message)]);
    return refusal === null ? executed(query, variables, signal) : refused([refusalError(refusal)]);
  }

  async function executed(query: Query, variables: Variables, signal: AbortSignal | undefined): Promise<Answer> {
    try {
      return needsDatabase(query)
        ? await watch((time) => fromDatabase(query, variables, time, signal))
        : await fromSchema(query, variables);
    } catch (error) {
      if (signal?.aborted !== true) report(error);
      return refused([errorOf(error instanceof DatabaseTrouble ? error.code : "INTERNAL_SERVER_ERROR")]);
    }
  }

  async function fromSchema(query: Query, variables: Variables): Promise<Answer> {
    const result = await execute({ schema, document: withDefaults(query), variableValues: variables });
    return answerOf(result, revision.fresh(), expectedCost(query), { revision: revision.known() });
  }

  async function fromDatabase(
    query: Query,
    variables: Variables,
    time: number,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    const loaded = await revision.current();
    const cutLog = newCutLog();
    const contextValue = {
      executionContext: readsOf(driver, signal),
      sessionConfig: { database },
      transaction: { timeout: time },
      cutLog,
    };
    const result = await prepare(query).run(contextValue, query.variables, variables);
    signal?.throwIfAborted();
    const trouble = result.errors?.map((error) => troubleOf(error.originalError)).find((found) => found !== null);
    if (trouble) throw trouble;
    const cuts = cutLog.cuts();
    return answerOf(result, loaded, expectedCost(query), {
      revision: loaded.id,
      ...(cuts.length > 0 && { truncated: cuts }),
    });
  }

  function answerOf(
    { data, errors = [] }: ExecutionResult,
    loaded: Loaded | null,
    cost: number,
    extensions: Record<string, unknown>,
  ): Answer {
    if (errors.length === 0)
      return { status: 200, result: { data: data ?? null, extensions }, version: loaded?.version ?? null, cost };
    errors.forEach(report);
    const shown = errors.map((error) => masked(error.toJSON()));
    return { status: 500, result: { data: data ?? null, errors: shown, extensions }, version: null, cost };
  }

  function refused(errors: readonly GraphQLFormattedError[]): Answer {
    const status = Math.max(...errors.map((error) => statusOf(error.extensions?.code)));
    return { status, result: { errors, extensions: { revision: revision.known() } }, version: null, cost: null };
  }

  async function ready(): ReturnType<Engine["ready"]> {
    const { id } = await revision.current();
    if (id === null) return { lacking: "nothing is loaded yet: run adg ingest" };
    const lacking = await lackingIndex(driver, database);
    return lacking === null ? { revision: id } : { lacking };
  }

  async function ask(source: string, variables: Variables): Promise<Answer> {
    const document = attempt(() => parse(source, { maxLexicalTokens: limits.tokens }));
    if (document instanceof GraphQLError) return refused([syntaxError(document, limits)]);
    const errors = validate(schema, document, undefined, { maxErrors: 9 });
    if (errors.length > 0) return refused(errors.map((error) => errorOf("GRAPHQL_VALIDATION_FAILED", error.message)));
    return run(document, null, variables);
  }

  return { schema, limits, revision, ready: () => watch(ready), ask, run };
}

/** A syntax error, or the refusal of a query that is too long to be read. */
export function syntaxError(error: GraphQLError, limits: Limits): GraphQLFormattedError {
  const refusal = tokenRefusal(error.message, limits);
  if (refusal !== null) return refusalError(refusal);
  return masked({ ...error.toJSON(), extensions: { code: "GRAPHQL_PARSE_FAILED" } });
}

function queryOf(schema: GraphQLSchema, document: DocumentNode, name: string | null, given: Variables) {
  const operation = getOperationAST(document, name);
  if (!operation) return { error: errorOf("OPERATION_RESOLUTION_FAILURE") };
  if (operation.operation !== OperationTypeNode.QUERY)
    return { error: errorOf("GRAPHQL_VALIDATION_FAILED", "The API reads and does nothing else.") };
  if (tooDeep(given)) return { error: errorOf("BAD_USER_INPUT", "The variables are nested too deep.") };
  const variables = coerced(schema, operation, given);
  if (variables instanceof GraphQLError) return { error: errorOf("BAD_USER_INPUT", variables.message) };
  return { schema, operation, fragments: fragmentsOf(document), variables };
}

function coerced(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Variables,
): Variables | GraphQLError {
  const { errors, coerced: values } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
    maxErrors: 1,
  });
  return errors?.[0] ?? values ?? {};
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** False where a query asks for nothing but the schema and `__typename`: that is answered without the database. */
function needsDatabase({ operation }: Query): boolean {
  return operation.selectionSet.selections.some(
    (selection) => selection.kind !== Kind.FIELD || !selection.name.value.startsWith("__"),
  );
}

function attempt<Value>(work: () => Value): Value | GraphQLError {
  try {
    return work();
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
