import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, parse, valueFromASTUntyped, type FieldDefinitionNode, type TypeNode } from "graphql";

/** What schema.graphql allows: per label its properties, and every edge as `From TYPE To` with its properties. */
export interface SchemaTerms {
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, Property>>;
  readonly edges: ReadonlyMap<string, ReadonlyMap<string, Property>>;
}

export interface Property {
  readonly type: string;
  readonly required: boolean;
}

/** Reads the contract from schema.graphql. Interfaces stand for the types that implement them. */
export function readSchemaTerms(): SchemaTerms {
  const document = parse(readFileSync(join(import.meta.dirname, "../../../schema.graphql"), "utf8"));
  const types = document.definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
  const implementers = (name: string) =>
    types.filter((type) => type.interfaces?.some((item) => item.name.value === name)).map((type) => type.name.value);
  const properties = new Map(types.map((type) => [type.name.value, propertiesOf(type.fields ?? [])]));
  const nodes = types.filter((type) => type.directives?.some(({ name }) => name.value === "node"));

  const edges = new Map<string, ReadonlyMap<string, Property>>();
  for (const type of nodes) {
    for (const field of type.fields ?? []) {
      const relation = relationOf(field);
      if (!relation) continue;
      const target = namedType(field.type).name;
      const others = properties.has(target) ? [target] : implementers(target);
      for (const other of others) {
        const [from, to] = relation.direction === "OUT" ? [type.name.value, other] : [other, type.name.value];
        edges.set(`${from} ${relation.type} ${to}`, properties.get(relation.properties ?? "") ?? new Map());
      }
    }
  }
  return {
    labels: new Map(nodes.map((type) => [type.name.value, properties.get(type.name.value) ?? new Map()])),
    edges,
  };
}

function propertiesOf(fields: readonly FieldDefinitionNode[]): ReadonlyMap<string, Property> {
  return new Map(
    fields
      .filter((field) => !relationOf(field))
      .map((field) => {
        const { name, required } = namedType(field.type);
        return [field.name.value, { type: name, required }];
      }),
  );
}

function relationOf(field: FieldDefinitionNode) {
  const directive = field.directives?.find(({ name }) => name.value === "relationship");
  if (!directive) return null;
  const values = Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, String(valueFromASTUntyped(value))]),
  );
  return { type: values.type, direction: values.direction, properties: values.properties };
}

/** `[String!]!` is the required list `[String]`. */
function namedType(type: TypeNode): { name: string; required: boolean } {
  if (type.kind === Kind.NON_NULL_TYPE) return { ...namedType(type.type), required: true };
  if (type.kind === Kind.LIST_TYPE) {
    const item = namedType(type.type).name;
    return { name: /^(String|Int|Boolean|ID)$/.test(item) ? `[${item}]` : item, required: false };
  }
  return { name: type.name.value, required: false };
}
