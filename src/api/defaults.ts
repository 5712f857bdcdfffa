import { astFromValue, Kind, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import type { ArgumentNode, DocumentNode, FieldNode, GraphQLField, ValueNode } from "graphql";
import { getArgumentValues } from "graphql";
import { listFieldOf, sortKeysOf } from "./lists.ts";
import type { ListField } from "./lists.ts";
import { defaultOrder } from "./order.ts";
import type { Query } from "./query.ts";

/** Rows of a list where the query does not say: clauses, citations and mentions come in hundreds. */
export function defaultRows(list: ListField, field: string): number {
  const long = list.target === "Clause" || list.edge === "Citation" || list.edge === "Mention";
  return long || field === "cites" || field === "mentions" ? 100 : 20;
}

/**
 * The document that is executed in place of the query: every list has a size, one row more than asked for or than the default,
 * so that one that was cut short is known (see cuts.ts), and a whole order, the query's own first.
 */
export function withDefaults({ schema, operation, fragments, variables }: Query): DocumentNode {
  const types = new TypeInfo(schema);
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] };
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        leave: (node) => {
          const definition = types.getFieldDef();
          const list = definition ? listFieldOf(definition) : null;
          return definition && list ? sizedAndSorted(node, definition, list, variables) : undefined;
        },
      },
    }),
  );
}

function sizedAndSorted(
  node: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  list: ListField,
  variables: Query["variables"],
): FieldNode {
  const args = getArgumentValues(definition, node, variables);
  const asked = args[list.size];
  const size = typeof asked === "number" ? asked : defaultRows(list, node.name.value);
  const kept = (node.arguments ?? []).filter(({ name }) => name.value !== list.size && name.value !== "sort");
  const sized = argument(list.size, { kind: Kind.INT, value: String(size + 1) });
  return { ...node, arguments: [...kept, sized, ...sortedBy(args.sort, definition, list)] };
}

type SortElement = Readonly<Record<string, unknown>>;

function sortedBy(asked: unknown, definition: GraphQLField<unknown, unknown>, list: ListField): ArgumentNode[] {
  const type = definition.args.find(({ name }) => name === "sort")?.type;
  if (type === undefined) return [];
  const given = Array.isArray(asked) ? (asked as readonly SortElement[]) : [];
  const known = new Set(given.flatMap((element) => keysIn(element, "")));
  const missing = defaultOrder(list, sortKeysOf(definition)).filter((key) => !known.has(key));
  const value = astFromValue([...given, ...missing.map(elementOf)], type);
  return value ? [argument("sort", value)] : [];
}

function keysIn(element: SortElement, prefix: string): string[] {
  return Object.entries(element).flatMap(([key, value]) =>
    typeof value === "object" && value !== null ? keysIn(value as SortElement, `${key}.`) : [`${prefix}${key}`],
  );
}

function elementOf(key: string): SortElement {
  const [outer = key, inner] = key.split(".");
  return inner === undefined ? { [outer]: "ASC" } : { [outer]: { [inner]: "ASC" } };
}

function argument(name: string, value: ValueNode): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value };
}
