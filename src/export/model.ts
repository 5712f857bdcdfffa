import { Kind, parse } from "graphql";
import type { FieldDefinitionNode, ObjectTypeDefinitionNode, TypeNode } from "graphql";

/** How a property is stored. */
export type PropertyType = "string" | "int" | "boolean" | "string[]";

/** Name of each property and how it is stored, sorted by name; the id stands apart. */
export type Properties = ReadonlyMap<string, PropertyType>;

/** What the graph can hold, as schema.graphql says. */
export interface Model {
  /** Labels of the nodes, in the order of the contract, without that of the revision. */
  readonly labels: readonly string[];
  readonly nodeProperties: Properties;
  readonly edgeProperties: Properties;
  /** By label, the names of the properties of its nodes, and of the edges that begin at one, by their type; sorted. */
  readonly ofLabel: ReadonlyMap<string, { readonly own: readonly string[]; readonly edges: EdgeProperties }>;
  /** The lists that everything of a kind has, empty or not. */
  readonly lists: readonly RequiredList[];
}

/** Names of the properties of edges by their type. */
export type EdgeProperties = ReadonlyMap<string, readonly string[]>;

/** A list that each node of a label has, or each edge of a type that begins at one. */
export interface RequiredList {
  readonly label: string;
  readonly edge: string | null;
  readonly property: string;
}

const storedAs: Readonly<Record<string, PropertyType>> = {
  ID: "string",
  String: "string",
  Int: "int",
  Boolean: "boolean",
};

/** The model that follows from the text of the contract. Throws where one name is stored in two ways: our own slip. */
export function modelOf(contract: string): Model {
  const types = parse(contract, { noLocation: true }).definitions.filter(
    (definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
  // When something was loaded stands outside of every export: the same graph is the same file.
  const nodes = types.filter((type) => has(type, "node") && type.name.value !== "Revision");
  const edges = types.filter((type) => has(type, "relationshipProperties"));
  return {
    labels: nodes.map(({ name }) => name.value),
    nodeProperties: propertiesOf(nodes),
    edgeProperties: propertiesOf(edges),
    ofLabel: new Map(
      nodes.map((node) => [node.name.value, { own: namesOf([node]), edges: edgePropertiesOf(node, edges) }]),
    ),
    lists: nodes.flatMap((node) => [...listsOf(node, node.name.value, null), ...edgeListsOf(node, edges)]),
  };
}

function edgePropertiesOf(node: ObjectTypeDefinitionNode, edges: readonly ObjectTypeDefinitionNode[]): EdgeProperties {
  const relations = (node.fields ?? []).map(relationOf).filter(({ direction }) => direction === "OUT");
  const byType = Map.groupBy(relations, ({ type = "" }) => type);
  return new Map(
    [...byType].map(([type, same]) => {
      const declared = edges.filter(({ name }) => same.some(({ properties }) => properties === name.value));
      return [type, namesOf(declared)];
    }),
  );
}

function namesOf(types: readonly ObjectTypeDefinitionNode[]): readonly string[] {
  return [...propertiesOf(types).keys()];
}

function edgeListsOf(node: ObjectTypeDefinitionNode, edges: readonly ObjectTypeDefinitionNode[]): RequiredList[] {
  const lists = (node.fields ?? []).flatMap((field) => {
    const relation = relationOf(field);
    const edge = edges.find(({ name }) => name.value === relation.properties);
    return relation.direction === "OUT" && edge ? listsOf(edge, node.name.value, relation.type ?? null) : [];
  });
  const unique = new Map(lists.map((list) => [`${list.edge} ${list.property}`, list]));
  return [...unique.values()];
}

function listsOf(type: ObjectTypeDefinitionNode, label: string, edge: string | null): RequiredList[] {
  const lists = (type.fields ?? []).filter(
    (field) => field.type.kind === Kind.NON_NULL_TYPE && typeOf(field) === "string[]",
  );
  return lists.map(({ name }) => ({ label, edge, property: name.value }));
}

/** The arguments of a field's @relationship: type, direction and properties; none where it is no relation. */
function relationOf({ directives = [] }: FieldDefinitionNode): Readonly<Record<string, string>> {
  const relation = directives.find(({ name }) => name.value === "relationship");
  const given = (relation?.arguments ?? []).flatMap(({ name, value }) => {
    return value.kind === Kind.STRING || value.kind === Kind.ENUM ? [[name.value, value.value] as const] : [];
  });
  return Object.fromEntries(given);
}

function propertiesOf(types: readonly ObjectTypeDefinitionNode[]): Properties {
  const found = new Map<string, PropertyType>();
  for (const field of types.flatMap(({ fields = [] }) => fields)) {
    const type = typeOf(field);
    const name = field.name.value;
    if (type === null || name === "id") continue;
    if ((found.get(name) ?? type) !== type) throw new Error(`'${name}' is stored as ${type} and otherwise`);
    found.set(name, type);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How a field is stored; null where it is a relation or computed. */
function typeOf(field: FieldDefinitionNode): PropertyType | null {
  if (has(field, "relationship") || has(field, "cypher")) return null;
  const { name, isList } = unwrapped(field.type);
  const stored = storedAs[name] ?? null;
  if (!isList || stored === null) return stored;
  if (stored !== "string") throw new Error(`'${field.name.value}' is a list of ${stored}, which no export writes`);
  return "string[]";
}

function unwrapped(type: TypeNode): { readonly name: string; readonly isList: boolean } {
  if (type.kind === Kind.NAMED_TYPE) return { name: type.name.value, isList: false };
  const inner = unwrapped(type.type);
  return type.kind === Kind.LIST_TYPE ? { ...inner, isList: true } : inner;
}

function has({ directives = [] }: ObjectTypeDefinitionNode | FieldDefinitionNode, name: string): boolean {
  return directives.some((directive) => directive.name.value === name);
}
