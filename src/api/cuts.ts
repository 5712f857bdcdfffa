import { isIntrospectionType, isObjectType } from "graphql";
import type { GraphQLField, GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from "graphql";
import { listFieldOf } from "./lists.ts";

/** A list of an answer that ends before its last row. */
export interface Cut {
  /** Keys of the answer that lead to it, without positions: `statements.clauses`. */
  readonly list: string;
  /** How many rows were asked for, or are given by default. */
  readonly limit: number;
  /** How many lists at that place were cut. */
  readonly times: number;
}

/** Collects the cuts of one answer; part of the context of a request. */
export interface CutLog {
  readonly note: (list: string, limit: number) => void;
  readonly cuts: () => readonly Cut[];
}

/** An empty log. */
export function newCutLog(): CutLog {
  const found = new Map<string, Cut>();
  return {
    note: (list, limit) => found.set(list, { list, limit, times: (found.get(list)?.times ?? 0) + 1 }),
    cuts: () => [...found.values()],
  };
}

/**
 * Makes every list of the schema give one row fewer than its `limit` or `first` says, and note where there was one more:
 * the queries that it executes ask for one row more than their reader did (see defaults.ts). Changes the schema in place.
 */
export function cutLists(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    const atRoot = type === schema.getQueryType();
    for (const field of Object.values(type.getFields()) as Field[]) cutField(field, atRoot);
  }
}

interface CutContext {
  readonly cutLog?: CutLog;
}
interface SizeArguments {
  readonly limit?: number;
  readonly first?: number;
  readonly after?: string | null;
}
type Field = GraphQLField<unknown, CutContext, SizeArguments>;
type Resolver = GraphQLFieldResolver<unknown, CutContext, SizeArguments>;
type Shape = (found: unknown, args: SizeArguments, context: CutContext, info: GraphQLResolveInfo) => unknown;

function cutField(field: Field, atRoot: boolean): void {
  const list = listFieldOf(field);
  if (list === null) return;
  const shape = list.kind === "list" ? cutRows : cutPage;
  const ask = field.resolve;
  // Below the root the rows are in the parent already, and the library's own paging loses aliases that stand in fragments.
  field.resolve = atRoot && ask !== undefined ? shapedLater(ask, shape) : shapedNow(shape);
}

function shapedLater(ask: Resolver, shape: Shape): Resolver {
  return async (parent, args, context, info) => shape(await ask(parent, args, context, info), args, context, info);
}

function shapedNow(shape: Shape): Resolver {
  return (parent, args, context, info) => {
    const row = parent as Readonly<Record<string, unknown>>;
    const alias = info.fieldNodes[0]?.alias?.value;
    const key = alias !== undefined && Object.hasOwn(row, alias) ? alias : info.fieldName;
    return shape(row[key], args, context, info);
  };
}

const cutRows: Shape = (found, { limit }, context, info) => cut(found as readonly unknown[], limit, context, info);

const cutPage: Shape = (found, { first, after }, context, info) => {
  const { edges = [], totalCount } = found as { readonly edges?: readonly object[]; readonly totalCount?: number };
  const begin = after == null ? 0 : (positionOf(after) ?? -1) + 1;
  const kept = cut(edges, first, context, info).map((edge, index) => ({ ...edge, cursor: cursorAt(begin + index) }));
  const pageInfo = {
    hasNextPage: kept.length < edges.length,
    hasPreviousPage: begin > 0,
    startCursor: kept.at(0)?.cursor,
    endCursor: kept.at(-1)?.cursor,
  };
  return { edges: kept, totalCount, pageInfo };
};

function cut<Row>(rows: readonly Row[], size: number | undefined, context: CutContext, info: GraphQLResolveInfo) {
  if (context.cutLog === undefined || size === undefined || rows.length < size) return rows;
  context.cutLog.note(placeOf(info), size - 1);
  return rows.slice(0, size - 1);
}

function placeOf(info: GraphQLResolveInfo): string {
  const keys: string[] = [];
  for (let path: GraphQLResolveInfo["path"] | undefined = info.path; path !== undefined; path = path.prev) {
    if (typeof path.key === "string") keys.unshift(path.key);
  }
  return keys.join(".");
}

const cursorWord = "arrayconnection:";

/** The library's cursor of the row at a 0-indexed position. */
export function cursorAt(position: number): string {
  return Buffer.from(`${cursorWord}${position}`).toString("base64");
}

/** The 0-indexed position that a cursor stands for, or null where it is none: the library takes such a one for the start. */
export function positionOf(cursor: string): number | null {
  const text = Buffer.from(cursor, "base64").toString();
  const position = text.startsWith(cursorWord) ? text.slice(cursorWord.length) : "";
  return /^\d{1,15}$/.test(position) && cursorAt(Number(position)) === cursor ? Number(position) : null;
}
