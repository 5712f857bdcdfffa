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
  const known = new Map<Parts, number>();
  return ofParts(partsOf(query));

  function ofParts(parts: Parts): number {
    return how.beside(parts.map((part) => ("inner" in part ? ofFragment(part) : ofField(part))));
  }

  function ofFragment({ node, inner }: FragmentPart): number {
    const count = known.get(inner) ?? ofParts(inner);
    known.set(inner, count);
    return how.fragment?.(node, count) ?? count;
  }

  function ofField({ node, definition, parent, below }: FieldPart): number {
    if (definition === null) return how.beside([]);
    const args = argumentsOf(definition, node, query);
    return how.field({ node, definition, parent, args }, below === null ? 0 : ofParts(below));
  }
}

/** What stands beside each other in one selection, with its definitions looked up. A fragment has one list, wherever it is spread. */
type Parts = readonly (FieldPart | FragmentPart)[];

interface FieldPart {
  readonly node: FieldNode;
  readonly definition: FieldDefinition | null;
  readonly parent: GraphQLNamedType;
  readonly below: Parts | null;
}

interface FragmentPart {
  readonly node: SelectionNode;
  readonly inner: Parts;
}

/** Parts of operations that came before: every rule walks them, and most queries come again with other values. */
const knownParts = new WeakMap<OperationDefinitionNode, Parts>();

function partsOf({ schema, operation, fragments }: Query): Parts {
  const root = schema.getQueryType();
  const parts = knownParts.get(operation) ?? (root ? lookedUp(schema, fragments, operation.selectionSet, root) : []);
  knownParts.set(operation, parts);
  return parts;
}

function lookedUp(
  schema: GraphQLSchema,
  fragments: Query["fragments"],
  top: SelectionSetNode,
  root: GraphQLNamedType,
): Parts {
  const spread = new Map<string, Parts>();
  return ofSelections(top, root);

  function ofSelections(set: SelectionSetNode, parent: GraphQLNamedType): Parts {
    return set.selections.map((node) => {
      if (node.kind === Kind.FIELD) return ofField(node, parent);
      if (node.kind === Kind.FRAGMENT_SPREAD) return { node, inner: ofFragment(node.name.value) };
      return { node, inner: ofSelections(node.selectionSet, typeNamed(node.typeCondition?.name.value) ?? parent) };
    });
  }

  function ofFragment(name: string): Parts {
    const found = spread.get(name);
    if (found !== undefined) return found;
    const fragment = fragments.get(name);
    const type = typeNamed(fragment?.typeCondition.name.value);
    const parts = fragment && type ? ofSelections(fragment.selectionSet, type) : [];
    spread.set(name, parts);
    return parts;
  }

  function ofField(node: FieldNode, parent: GraphQLNamedType): FieldPart {
    const definition = definitionOf(schema, parent, node.name.value);
    const below =
      definition && node.selectionSet ? ofSelections(node.selectionSet, getNamedType(definition.type)) : null;
    return { node, definition, parent, below };
  }

  function typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : schema.getType(name);
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
