import { getArgumentValues, getNamedType, isInterfaceType, isObjectType, Kind } from "graphql";
import { SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef } from "graphql";
import type { FieldNode, FragmentDefinitionNode, GraphQLField, GraphQLNamedType, GraphQLSchema } from "graphql";
import type { OperationDefinitionNode, SelectionNode, SelectionSetNode } from "graphql";

/** One valid operation with the values of its variables: what limits are measured on and defaults are added to. */
export interface Query {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  /** Fragments of the document by name; they are free of cycles, since validation came before. */
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Values of the variables, as graphql-js coerced them. */
  readonly variables: Readonly<Record<string, unknown>>;
}

type FieldDefinition = GraphQLField<unknown, unknown>;

/** One field of a query, where it stands. */
export interface AskedField {
  readonly node: FieldNode;
  readonly definition: FieldDefinition;
  /** Type that has the field. */
  readonly parent: GraphQLNamedType;
  /** Values of its arguments, those from variables included; an argument that is not given is absent. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** How a measure of a query is put together, from its leaves up. */
export interface Measure {
  /** What one field counts, `below` being what its own fields count together (0 at a leaf). */
  readonly field: (field: AskedField, below: number) => number;
  /** What selections beside each other count together: their sum, their maximum. */
  readonly beside: (counts: readonly number[]) => number;
  /** What a fragment spread or an inline fragment adds to its fields; nothing where absent. */
  readonly fragment?: (node: SelectionNode, inner: number) => number;
}

/**
 * Measures a query as it would be executed with every fragment written out and every skipped part included. Each fragment is
 * measured once, so that fragments that double each other cost no time; the result may be infinite.
 */
export function measure(query: Query, how: Measure): number {
  const known = new Map<string, number>();
  const root = query.schema.getQueryType();
  return root ? ofSelections(query.operation.selectionSet, root) : 0;

  function ofSelections(set: SelectionSetNode, parent: GraphQLNamedType): number {
    return how.beside(set.selections.map((selection) => ofSelection(selection, parent)));
  }

  function ofSelection(selection: SelectionNode, parent: GraphQLNamedType): number {
    if (selection.kind === Kind.FIELD) return ofField(selection, parent);
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? ofFragment(selection.name.value)
        : ofSelections(selection.selectionSet, typeNamed(selection.typeCondition?.name.value) ?? parent);
    return how.fragment?.(selection, inner) ?? inner;
  }

  function ofFragment(name: string): number {
    const found = known.get(name);
    if (found !== undefined) return found;
    const fragment = query.fragments.get(name);
    const type = typeNamed(fragment?.typeCondition.name.value);
    const count = fragment && type ? ofSelections(fragment.selectionSet, type) : 0;
    known.set(name, count);
    return count;
  }

  function ofField(node: FieldNode, parent: GraphQLNamedType): number {
    const definition = definitionOf(query.schema, parent, node.name.value);
    if (definition === null) return how.beside([]);
    const below = node.selectionSet ? ofSelections(node.selectionSet, getNamedType(definition.type)) : 0;
    return how.field({ node, definition, parent, args: argumentsOf(definition, node, query) }, below);
  }

  function typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : query.schema.getType(name);
  }
}

/** Adds up; for `beside`. */
export function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** The largest, 0 of none; for `beside`. */
export function largest(counts: readonly number[]): number {
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

/** Every field of a query once where it is written, fragments included, in no particular order. */
export function askedFields(query: Query): readonly AskedField[] {
  const found: AskedField[] = [];
  measure(query, {
    field: (field) => found.push(field),
    beside: () => 0,
  });
  return found;
}

/** Whether a field asks for the schema itself. */
export function isIntrospection(field: AskedField): boolean {
  return field.node.name.value.startsWith("__");
}

function definitionOf(schema: GraphQLSchema, parent: GraphQLNamedType, name: string): FieldDefinition | null {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  if (!isObjectType(parent) && !isInterfaceType(parent)) return null;
  return (parent.getFields()[name] as FieldDefinition | undefined) ?? null;
}

/** Arguments that were worked out already: every rule asks for them anew. A field that is written once has one definition. */
const workedOut = new WeakMap<Query, Map<FieldNode, AskedField["args"]>>();

function argumentsOf(definition: FieldDefinition, node: FieldNode, query: Query): AskedField["args"] {
  if (definition.args.length === 0) return {};
  const known = workedOut.get(query) ?? new Map<FieldNode, AskedField["args"]>();
  workedOut.set(query, known);
  const args = known.get(node) ?? getArgumentValues(definition, node, query.variables);
  known.set(node, args);
  return args;
}
