import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { getArgumentValues, isObjectType } from "graphql";
import type { GraphQLField, GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from "graphql";
import neo4j from "neo4j-driver";
import type { Driver, Session } from "neo4j-driver";
import { lighter } from "./lighter.ts";

/** Values of a query's variables by their names. */
type Values = Readonly<Record<string, unknown>>;

/** One read of the database, ready but for the values of the free variables. */
interface Plan {
  readonly query: string;
  readonly parametersOf: (variables: Values) => object;
}

/**
 * What was learnt about the fields at the top of one query, by their keys in the answer: the library works out its query anew each
 * time, which takes longer than to read and to shape the rows. Null where a field cannot be planned.
 */
export interface Plans {
  readonly known: Map<string, Plan | null>;
  /** Variables whose values are texts that the plan may not depend on. */
  readonly free: readonly string[];
}

/** The part of a request's context that plans need. */
interface PlanContext {
  readonly executionContext: Driver;
  readonly sessionConfig: { readonly database: string };
  readonly transaction: object;
  readonly plans?: Plans;
  /** Values of all variables as the schema coerced them. */
  readonly values?: Values;
}

type Field = GraphQLField<unknown, PlanContext, Values>;
type Resolver = GraphQLFieldResolver<unknown, PlanContext, Values>;

/** Lets the lists at the top of a schema read by plans, where their requests have some. Changes the schema in place. */
export function planReads(schema: GraphQLSchema): void {
  const root = schema.getQueryType();
  if (!isObjectType(root)) return;
  for (const field of Object.values(root.getFields()) as Field[]) {
    const taken = new Set(field.args.map(({ name }) => name));
    if (field.resolve && taken.has("where") && taken.has("limit")) field.resolve = planned(field, field.resolve);
  }
}

function planned(field: Field, ask: Resolver): Resolver {
  return async (parent, args, context, info) => {
    const { plans, values = {} } = context;
    const key = String(info.path.key);
    const plan = plans?.known.get(key);
    if (plan) return rowsOf(plan, values, context);
    if (plans === undefined || plan === null) return ask(parent, args, context, info);
    const reads: Read[] = [];
    const rows = await ask(
      parent,
      args,
      { ...context, executionContext: recorded(context.executionContext, reads) },
      info,
    );
    if (Array.isArray(rows) && rows.length > 0) {
      const retry = (freed: Values, other: Driver) =>
        ask(
          parent,
          argumentsBy(field, info, freed),
          { ...context, executionContext: other },
          { ...info, variableValues: { ...freed } },
        );
      plans.known.set(key, await learnt(plans.free, values, rows, reads, retry));
    }
    return rows;
  };
}

/** A query, what went with it, and what came back. */
interface Read {
  readonly query: string;
  readonly parameters: unknown;
  readonly rows: readonly unknown[];
}

/**
 * The plan that a read shows, or null. The library is asked once more with a mark in place of each free text, and the database is
 * not: where its query is the same, and putting the texts in place of the marks gives the very parameters of the real one,
 * the texts stand in parameters alone.
 */
async function learnt(
  free: readonly string[],
  values: Values,
  rows: readonly unknown[],
  reads: readonly Read[],
  retry: (freed: Values, driver: Driver) => unknown,
): Promise<Plan | null> {
  const [real] = reads;
  if (real === undefined || reads.length > 1 || !isDeepStrictEqual(real.rows, rows)) return null;
  const marks = new Map(free.map((name) => [`${randomUUID()} ${name}`, name]));
  const tried: Read[] = [];
  await retry(
    { ...values, ...Object.fromEntries([...marks].map(([mark, name]) => [name, mark])) },
    answeringNothing(tried),
  );
  const [marked] = tried;
  if (marked === undefined || tried.length > 1 || marked.query !== real.query) return null;
  const parametersOf = (given: Values) => filled(marked.parameters, marks, given) as object;
  return isDeepStrictEqual(parametersOf(values), real.parameters) ? { query: lighter(real.query), parametersOf } : null;
}

/** A value with the texts in place of their marks, wherever one is the whole of a text. */
function filled(value: unknown, marks: ReadonlyMap<string, string>, given: Values): unknown {
  if (typeof value === "string") {
    const name = marks.get(value);
    return name === undefined ? value : given[name];
  }
  if (Array.isArray(value)) return value.map((inner) => filled(inner, marks, given));
  if (typeof value !== "object" || value === null || neo4j.isInt(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, marks, given)]));
}

async function rowsOf(plan: Plan, values: Values, context: PlanContext): Promise<readonly unknown[]> {
  const session = context.executionContext.session({
    ...context.sessionConfig,
    bookmarkManager: context.executionContext.executeQueryBookmarkManager,
    defaultAccessMode: neo4j.session.READ,
  });
  try {
    const parameters = plan.parametersOf(values);
    const { records } = await session.executeRead(
      (transaction) => transaction.run(plan.query, parameters),
      context.transaction,
    );
    return records.map((record) => record.get("this") as unknown);
  } finally {
    await session.close();
  }
}

function argumentsBy(field: Field, info: GraphQLResolveInfo, values: Values): Values {
  const [node] = info.fieldNodes;
  return node === undefined ? {} : getArgumentValues(field as GraphQLField<unknown, unknown>, node, values);
}

/** What the library asks the database before its first query, which any request that comes early may be the one to send. */
const whoAreYou = "dbms.components()";

/** The driver, noting every read. */
function recorded(driver: Driver, reads: Read[]): Driver {
  return reading(async (query, parameters, run) => {
    const result = await run(query, parameters);
    if (!query.includes(whoAreYou))
      reads.push({
        query,
        parameters,
        rows: result.records.map((record) => (record.has("this") ? (record.get("this") as unknown) : undefined)),
      });
    return result;
  }, driver);
}

/** A driver that notes what it is asked and finds nothing. */
function answeringNothing(reads: Read[]): Driver {
  const nothing = { records: [], summary: { counters: { updates: () => ({}) } } };
  const run = (query: string, parameters: unknown) => {
    reads.push({ query, parameters, rows: [] });
    return Promise.resolve(nothing);
  };
  const session = {
    executeRead: (work: (transaction: object) => unknown) => work({ run }),
    close: () => Promise.resolve(),
  };
  return { session: () => session } as unknown as Driver;
}

type Run = Session["run"];
type Meddle = (
  query: string,
  parameters: object,
  run: (query: string, parameters: object) => ReturnType<Run>,
) => unknown;

function reading(meddle: Meddle, driver: Driver): Driver {
  const session: Driver["session"] = (options) => {
    const real = driver.session(options);
    const executeRead: Session["executeRead"] = (work, config) =>
      real.executeRead((transaction) => {
        const run = (query: string, parameters: object) =>
          meddle(query, parameters, (text, given) => transaction.run(text, given));
        return work({ run } as unknown as typeof transaction);
      }, config);
    return { executeRead, close: () => real.close() } as unknown as Session;
  };
  return { session, executeQueryBookmarkManager: driver.executeQueryBookmarkManager } as unknown as Driver;
}
