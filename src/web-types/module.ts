import { getNamedType, getNullableType, isAbstractType, isInputObjectType, isListType, isNonNullType } from "graphql";
import { isEnumType, Kind, parse, print, typeFromAST, TypeNameMetaFieldDef } from "graphql";
import type { DocumentNode, FieldNode, FragmentDefinitionNode, GraphQLInputType, GraphQLObjectType } from "graphql";
import type { GraphQLOutputType, GraphQLSchema, SelectionSetNode } from "graphql";

/** One query of the explorer, as its file stands. */
export interface ClientQuery {
  /** Name of the file without its ending, in kebab case. */
  readonly name: string;
  /** Path of the file from web/generated/. */
  readonly path: string;
  readonly text: string;
}

const operationModule = JSON.stringify("../ask/operation.ts");

/** A type that may get fields of its own in a query. */
type Composite = Pick<GraphQLObjectType, "name" | "getFields">;

/**
 * The TypeScript module that gives a query with the types of its variables and its answer. The query must be valid and hold one
 * operation. An answer of an interface is a union: one member for each type that the query names, and one for all others.
 */
export function clientModule(schema: GraphQLSchema, { name, path, text }: ClientQuery): string {
  const document = parse(text, { noLocation: true });
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const root = schema.getQueryType();
  if (!operation || !root) throw new Error(`${path}: there is no query in it`);
  const type = name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
  const value = type.charAt(0).toLowerCase() + type.slice(1);
  const variables = (operation.variableDefinitions ?? []).map((definition) => {
    const of = typeFromAST(schema, definition.type as never) as GraphQLInputType;
    const optional = !isNonNullType(of) || definition.defaultValue !== undefined;
    return `readonly ${definition.variable.name.value}${optional ? "?" : ""}: ${inputType(of, print(definition.type))};`;
  });
  return [
    `// Made from ${path.replace(/^(\.\.\/)+/, "")} by \`npm run types:web\`.`,
    `import type { Operation } from ${operationModule};`,
    `import text from "${path}?raw";`,
    "",
    `export interface ${type}Answer ${answerType(schema, document, operation.selectionSet, root)}`,
    "",
    variables.length === 0
      ? `export type ${type}Variables = Readonly<Record<string, never>>;`
      : `export interface ${type}Variables {\n${variables.map((line) => `  ${line}`).join("\n")}\n}`,
    "",
    `export const ${value}: Operation<${type}Answer, ${type}Variables> = { name: "${name}", text };`,
    "",
  ].join("\n");
}

function inputType(type: GraphQLInputType, printed: string): string {
  const bare = getNullableType(type);
  const nullable = isNonNullType(type) ? "" : " | null";
  if (isListType(bare)) return `readonly (${inputType(bare.ofType, printed)})[]${nullable}`;
  if (isInputObjectType(bare)) throw new Error(`${printed}: a query of the explorer takes texts and numbers only`);
  return `${leafType(bare.name, isEnumType(bare) ? bare.getValues().map((value) => value.name) : null)}${nullable}`;
}

function leafType(name: string, values: readonly string[] | null): string {
  if (values) return values.map((value) => JSON.stringify(value)).join(" | ");
  if (name === "Int" || name === "Float") return "number";
  return name === "Boolean" ? "boolean" : "string";
}

/** Fields that a selection takes, by the key of the answer, with the selections that the same key has together. */
type Taken = Map<string, { readonly field: FieldNode; readonly below: SelectionSetNode[] }>;

function answerType(
  schema: GraphQLSchema,
  document: DocumentNode,
  selection: SelectionSetNode,
  root: GraphQLObjectType,
): string {
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  return objectType(root, [selection], 0, root.name);

  function outputType(type: GraphQLOutputType, below: readonly SelectionSetNode[], depth: number): string {
    const bare = getNullableType(type);
    const nullable = isNonNullType(type) ? "" : " | null";
    if (isListType(bare)) {
      const item = outputType(bare.ofType, below, depth);
      return `readonly ${item.includes("|") && !/^(?:\{.*\}|\(.*\))$/s.test(item) ? `(${item})` : item}[]${nullable}`;
    }
    const named = getNamedType(bare);
    if (below.length === 0) {
      return `${leafType(named.name, isEnumType(named) ? named.getValues().map((value) => value.name) : null)}${nullable}`;
    }
    if (!isAbstractType(named)) return `${objectType(named as Composite, below, depth, named.name)}${nullable}`;
    return `${unionType(named.name, below, depth)}${nullable}`;
  }

  function unionType(name: string, below: readonly SelectionSetNode[], depth: number): string {
    const possible = schema.getPossibleTypes(schema.getType(name) as never).map((type) => type.name);
    const named = possible.filter((type) => below.some((set) => conditionsOf(set).has(type)));
    const others = possible.filter((type) => !named.includes(type));
    const members = named.map((type) => objectType(schema.getType(type) as Composite, below, depth, type));
    if (others.length > 0) members.push(objectType(schema.getType(name) as Composite, below, depth, ...others));
    return members.length === 1 ? members.join("") : `(${members.join(" | ")})`;
  }

  function conditionsOf(set: SelectionSetNode): Set<string> {
    const found = new Set<string>();
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) continue;
      const [condition, inner] = insideOf(selection);
      if (condition !== undefined) found.add(condition);
      conditionsOf(inner).forEach((name) => found.add(name));
    }
    return found;
  }

  function insideOf(selection: Exclude<SelectionSetNode["selections"][number], FieldNode>) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return [selection.typeCondition?.name.value, selection.selectionSet] as const;
    }
    const fragment = fragments.get(selection.name.value);
    if (!fragment) throw new Error(`there is no fragment ${selection.name.value}`);
    return [fragment.typeCondition.name.value, fragment.selectionSet] as const;
  }

  function objectType(
    type: Composite,
    below: readonly SelectionSetNode[],
    depth: number,
    ...names: readonly string[]
  ): string {
    const taken: Taken = new Map();
    for (const set of below) take(set, type, taken);
    const pad = "  ".repeat(depth + 1);
    const lines = [...taken].map(([key, { field, below: inner }]) => {
      const fieldName = field.name.value;
      if (fieldName === TypeNameMetaFieldDef.name) {
        return `${pad}readonly ${key}: ${names.map((name) => JSON.stringify(name)).join(" | ")};`;
      }
      const definition = type.getFields()[fieldName];
      if (!definition) throw new Error(`${type.name} has no field ${fieldName}`);
      return `${pad}readonly ${key}: ${outputType(definition.type, inner, depth + 1)};`;
    });
    return `{\n${lines.join("\n")}\n${"  ".repeat(depth)}}`;
  }

  function take(set: SelectionSetNode, type: Composite, taken: Taken): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const known = taken.get(key) ?? { field: selection, below: [] };
        if (selection.selectionSet) known.below.push(selection.selectionSet);
        taken.set(key, known);
        continue;
      }
      const [condition, inner] = insideOf(selection);
      if (condition === undefined || fits(type.name, condition)) take(inner, type, taken);
    }
  }

  function fits(name: string, condition: string): boolean {
    if (name === condition) return true;
    const abstract = schema.getType(condition);
    const concrete = schema.getType(name);
    return isAbstractType(abstract) && concrete !== undefined && schema.isSubType(abstract, concrete as never);
  }
}
