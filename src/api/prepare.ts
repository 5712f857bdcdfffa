import { execute, Kind } from "graphql";
import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode, TypeNode } from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";
import type { CompiledQuery } from "graphql-jit";
import { withDefaults } from "./defaults.ts";
import type { Plans } from "./plans.ts";
import type { Query } from "./query.ts";

/** A query that is ready to be executed with any texts in its variables. */
export interface Prepared {
  /** Executes it with a context of the library's, and the variables as they came. */
  readonly run: (context: object, variables: Query["variables"], given: Query["variables"]) => Promise<ExecutionResult>;
}

/** How many shapes of the variables of one query are remembered. */
const shapes = 20;

/**
 * Prepares queries: a query that came before, with variables that differ in their texts alone, is there already. Such a query
 * learns how its rows are read (see plans.ts), and is compiled once it knows that of all of them.
 */
export function createPreparer(schema: GraphQLSchema): (query: Query) => Prepared {
  // What is kept goes with the parsed query, which the document store lets go of (see document-store.ts).
  const known = new WeakMap<OperationDefinitionNode, Map<string, Prepared>>();
  return (query) => {
    const free = freeIn(query);
    const shape = shapeOf(query, free);
    const ofQuery = known.get(query.operation) ?? new Map<string, Prepared>();
    known.set(query.operation, ofQuery);
    const prepared = ofQuery.get(shape) ?? prepare(schema, query, free);
    ofQuery.delete(shape);
    ofQuery.set(shape, prepared);
    const [oldest] = ofQuery.keys();
    if (ofQuery.size > shapes && oldest !== undefined) ofQuery.delete(oldest);
    return prepared;
  };
}

function prepare(schema: GraphQLSchema, query: Query, free: readonly string[]): Prepared {
  const document = withDefaults(query);
  const plans: Plans = { known: new Map(), free };
  const keys = keysOf(query.operation);
  let compiled: CompiledQuery["query"] | null = null;
  return {
    run: async (context, values, given) => {
      if (compiled === null && keys.every((key) => plans.known.get(key))) compiled = compile(schema, document);
      const contextValue = { ...context, plans, values };
      if (compiled !== null) return compiled({}, contextValue, given);
      return execute({ schema, document, variableValues: given, contextValue });
    },
  };
}

function compile(schema: GraphQLSchema, document: DocumentNode): CompiledQuery["query"] | null {
  const compiled = compileQuery(schema, document);
  return isCompiledQuery(compiled) ? compiled.query : null;
}

/** Keys of the fields at the top, where they are written there; a fragment among them is a key that no field has. */
function keysOf({ selectionSet }: OperationDefinitionNode): readonly string[] {
  return selectionSet.selections.map((selection) =>
    selection.kind === Kind.FIELD ? (selection.alias?.value ?? selection.name.value) : "",
  );
}

/** Variables that hold a text, of a type that is one. */
function freeIn({ operation, variables }: Query): readonly string[] {
  return (operation.variableDefinitions ?? [])
    .filter(({ variable, type }) => isText(type) && typeof variables[variable.name.value] === "string")
    .map(({ variable }) => variable.name.value);
}

function isText(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isText(type.type);
  return type.kind === Kind.NAMED_TYPE && (type.name.value === "ID" || type.name.value === "String");
}

function shapeOf({ variables }: Query, free: readonly string[]): string {
  return JSON.stringify(
    Object.entries(variables).map(([name, value]) => [name, free.includes(name) ? null : { value }]),
  );
}
