import { Neo4jGraphQL } from "@neo4j/graphql";
import { Kind, parse, visit } from "graphql";
import type { ConstArgumentNode, ConstDirectiveNode, ConstValueNode } from "graphql";
import type { DocumentNode, FieldDefinitionNode, GraphQLSchema } from "graphql";
import { cutLists } from "./cuts.ts";
import { planReads } from "./plans.ts";
import { fieldResolvers } from "./field-resolvers.ts";

/** What the API offers of the library: filters for dates, which are ISO strings, and nothing that it calls deprecated. */
const features = {
  filters: { String: { GT: true, GTE: true, LT: true, LTE: true, CASE_INSENSITIVE: true } },
  excludeDeprecatedFields: {
    attributeFilters: true,
    mutationOperations: true,
    aggregationFilters: true,
    aggregationFiltersOutsideConnection: true,
    relationshipFilters: true,
  },
};

/**
 * The executable, read-only schema that follows from the text of schema.graphql. It knows no database: the driver comes
 * with each request (see engine.ts). `check` also runs the library's check of the text, which a test does once for all;
 * `publicUrl` is what the addresses of pages begin with.
 */
export async function buildApiSchema(contract: string, { check = false, publicUrl = "" } = {}): Promise<GraphQLSchema> {
  const typeDefs = withoutAggregates(parse(contract, { noLocation: true }));
  const resolvers = fieldResolvers(publicUrl);
  const schema = await new Neo4jGraphQL({ typeDefs, features, resolvers, validate: check }).getSchema();
  planReads(schema);
  cutLists(schema);
  return schema;
}

/** Turns off, at every relationship, what a reader has no use for: aggregates and nested writes were half of the schema. */
function withoutAggregates(contract: DocumentNode): DocumentNode {
  return visit(contract, { FieldDefinition: withoutAggregate });
}

function withoutAggregate(field: FieldDefinitionNode): FieldDefinitionNode | undefined {
  const directives = field.directives ?? [];
  if (!directives.some(isRelationship)) return undefined;
  const reading = directives.map((directive) => (isRelationship(directive) ? forReading(directive) : directive));
  return { ...field, directives: [...reading, directive("filterable", [argument("byAggregate", no)])] };
}

function isRelationship(directive: ConstDirectiveNode): boolean {
  return directive.name.value === "relationship";
}

function forReading(relationship: ConstDirectiveNode): ConstDirectiveNode {
  const added = [argument("aggregate", no), argument("nestedOperations", empty)];
  return directive("relationship", [...(relationship.arguments ?? []), ...added]);
}

const no: ConstValueNode = { kind: Kind.BOOLEAN, value: false };
const empty: ConstValueNode = { kind: Kind.LIST, values: [] };

function directive(name: string, args: readonly ConstArgumentNode[]): ConstDirectiveNode {
  return { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: name }, arguments: args };
}

function argument(name: string, value: ConstValueNode): ConstArgumentNode {
  return { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value };
}
