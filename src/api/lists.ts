import { getNamedType, isInputObjectType, isInterfaceType, isObjectType } from "graphql";
import type { GraphQLArgument, GraphQLInputType, GraphQLNamedType, GraphQLOutputType } from "graphql";

/** What these functions look at of a field. */
interface Field {
  readonly type: GraphQLOutputType;
  readonly args: readonly GraphQLArgument[];
}

/** A field of the generated schema that answers with many nodes. */
export interface ListField {
  /** `list`: the nodes themselves, cut by `limit`. `connection`: a page of edges, cut by `first`. */
  readonly kind: "list" | "connection";
  /** Argument that says how many. */
  readonly size: "limit" | "first";
  /** Name of the type of the nodes: Clause, Citable … */
  readonly target: string;
  /** Name of the type of the edges' properties: Citation, Sourced …; null at a list, at the root and where edges have none. */
  readonly edge: string | null;
}

/** What kind of list a field is, or null where it is none. */
export function listFieldOf(field: Field): ListField | null {
  const type = getNamedType(field.type);
  if (takes(field, "limit")) return { kind: "list", size: "limit", target: type.name, edge: null };
  if (!takes(field, "first")) return null;
  const edges = typeOf(type, "edges");
  const target = typeOf(edges, "node");
  if (target === null) return null;
  return { kind: "connection", size: "first", target: target.name, edge: typeOf(edges, "properties")?.name ?? null };
}

/** What a list can be sorted by: `ordinal` at a list of nodes; `node.ordinal`, `edge.start` at a connection below a node. */
export function sortKeysOf(field: Field): readonly string[] {
  const sort = field.args.find((argument) => argument.name === "sort");
  return sort === undefined ? [] : keysOf(sort.type, "");
}

function takes(field: Field, argument: string): boolean {
  return field.args.some((taken) => taken.name === argument);
}

function typeOf(type: GraphQLNamedType | null, field: string): GraphQLNamedType | null {
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  const found = type.getFields()[field];
  return found === undefined ? null : getNamedType(found.type);
}

function keysOf(type: GraphQLInputType, prefix: string): string[] {
  const sort = getNamedType(type);
  if (!isInputObjectType(sort)) return [];
  return Object.values(sort.getFields()).flatMap(({ name, type: inner }) =>
    isInputObjectType(getNamedType(inner)) ? keysOf(inner, `${name}.`) : [`${prefix}${name}`],
  );
}
