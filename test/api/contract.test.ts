import { getNamedType, isInterfaceType, isObjectType, Kind, parse, validate, visit } from "graphql";
import type { DocumentNode, GraphQLObjectType, GraphQLSchema, SelectionSetNode } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { readContract, readQuestions } from "../../src/api/files.ts";
import { refusalOf } from "../../src/api/limits/all.ts";
import { limitsOf } from "../../src/api/limits/limit.ts";
import { countedQuestions } from "../../src/api/limits/question-cost.ts";
import { listFieldOf, sortKeysOf } from "../../src/api/lists.ts";
import { defaultOrder } from "../../src/api/order.ts";
import type { Question } from "../../src/api/questions.ts";
import { buildApiSchema } from "../../src/api/schema.ts";
import { readConfig } from "../../src/config.ts";
import { queryOf } from "./query-of.ts";

let contract: DocumentNode;
let schema: GraphQLSchema;
let questions: readonly Question[];
/** Names of the fields of src/api/fields/. */
let questionFields: readonly string[];
/** Names of the types that the lists at the top are of. */
let nodeTypes: ReadonlySet<string>;

beforeAll(async () => {
  const text = await readContract();
  contract = parse(text, { noLocation: true });
  schema = await buildApiSchema(text, { check: true });
  questions = await readQuestions();
  questionFields = contract.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_EXTENSION && definition.name.value === "Query"
      ? (definition.fields ?? []).map((field) => field.name.value)
      : [],
  );
  const fields = schema.getQueryType()?.getFields() ?? {};
  nodeTypes = new Set(nodeLists().flatMap((name) => (fields[name] ? [getNamedType(fields[name].type).name] : [])));
}, 60_000);

function fieldsOf(type: string): readonly string[] {
  const found = schema.getType(type);
  return isObjectType(found) || isInterfaceType(found) ? Object.keys(found.getFields()) : [];
}

/** Names of the fields at the top that list nodes. */
function nodeLists(): readonly string[] {
  return fieldsOf("Query").filter((field) => !questionFields.includes(field));
}

test("every question that is a field is counted, and nothing else is", () => {
  expect(countedQuestions.toSorted()).toEqual(questionFields.toSorted());
});

test("the API reads and does nothing else", () => {
  expect(schema.getMutationType()).toBeUndefined();
  expect(schema.getSubscriptionType()).toBeUndefined();
});

test("every kind of node and every interface has a list at the top", () => {
  const lists = nodeLists().filter((field) => !field.endsWith("Connection"));
  expect(lists).toEqual(
    expect.arrayContaining([
      ...["countries", "organisations", "groups", "people", "tenures", "places", "topics", "concepts"],
      ...["meetingSeries", "meetings", "statements", "reports", "clauses", "instruments"],
      ...["workingGroups", "terms", "activities", "initiatives"],
      ...["claims", "sources", "problems", "revisions"],
      ...["entities", "citables", "actors", "documents"],
    ]),
  );
  const kinds = contract.definitions.filter(
    (definition) =>
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      (definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
        definition.directives?.some(({ name }) => name.value === "node")),
  );
  expect(lists).toHaveLength(kinds.length);
});

test("every list at the top is sorted by something that means more than its id", () => {
  const fields = schema.getQueryType()?.getFields() ?? {};
  const plain = nodeLists().filter((name) => {
    const field = fields[name];
    if (field === undefined) return true;
    const list = listFieldOf(field);
    return list === null || defaultOrder(list, sortKeysOf(field)).length < 2;
  });
  expect(plain).toEqual([]);
});

test("every list at the top has its connection", () => {
  const fields = nodeLists();
  const lists = fields.filter((field) => !field.endsWith("Connection"));
  expect(fields.filter((field) => field.endsWith("Connection")).sort()).toEqual(
    lists.map((field) => `${field}Connection`).sort(),
  );
});

test("every type, field and argument of the contract is described", () => {
  const bare: string[] = [];
  visit(contract, {
    enter: (node) => {
      const inner = node.kind === Kind.FIELD_DEFINITION || node.kind === Kind.INPUT_VALUE_DEFINITION;
      const described = inner || node.kind.endsWith("TypeDefinition");
      const description = "description" in node ? node.description : undefined;
      if (described && description === undefined) bare.push(nameOf(node));
    },
  });
  expect(bare).toEqual([]);
});

test("the descriptions reach the reader of the API", () => {
  const clause = schema.getType("Clause") as GraphQLObjectType;
  expect(clause.description).toBe("A unit of a document in reading order.");
  expect(clause.getFields().cites?.description).toBe("Instruments and statements that it cites, one edge a mention.");
});

test("what a clause cites is a list of instruments and statements with the citation on the edge", () => {
  const clause = schema.getType("Clause") as GraphQLObjectType;
  expect(clause.getFields().cites?.type.toString()).toBe("[Citable!]!");
  expect(fieldsOf("ClauseCitesRelationship")).toEqual(["cursor", "node", "properties"]);
});

test("every relation with properties shows them: no two connections share a type by accident of names", () => {
  const hidden: string[] = [];
  visit(contract, {
    ObjectTypeDefinition: (type) => {
      for (const field of type.fields ?? []) {
        const relationship = field.directives?.find((directive) => directive.name.value === "relationship");
        const properties = relationship?.arguments?.find((argument) => argument.name.value === "properties")?.value;
        if (properties?.kind !== Kind.STRING) continue;
        if (edgeOf(type.name.value, field.name.value) !== properties.value)
          hidden.push(`${type.name.value}.${field.name.value}`);
      }
    },
  });
  expect(hidden).toEqual([]);
});

function edgeOf(type: string, field: string): string | null {
  const connection = (schema.getType(type) as GraphQLObjectType).getFields()[`${field}Connection`];
  return connection ? (listFieldOf(connection)?.edge ?? null) : null;
}

test("no field offers aggregates, and every list can be sized and sorted", () => {
  const odd: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      if (type.name === "Query" && questionFields.includes(field.name)) continue;
      if (field.name === "aggregate") odd.push(`${type.name}.aggregate`);
      const list = listFieldOf(field);
      const sorted = field.args.some(({ name }) => name === "sort");
      if (list !== null && !sorted) odd.push(`${type.name}.${field.name} has no sort`);
      if (list === null && field.args.length > 0) odd.push(`${type.name}.${field.name} has arguments and is no list`);
      if (list === null && isNodeList(field.type.toString(), getNamedType(field.type).name))
        odd.push(`${type.name}.${field.name}`);
    }
  }
  expect(odd).toEqual([]);
});

/** A list of nodes that is not recognised as one would escape every limit. */
function isNodeList(type: string, named: string): boolean {
  return type === `[${named}!]!` && nodeTypes.has(named);
}

test("there are the three questions, each with a use of its own", () => {
  expect(questions.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["instruments-cited", "meeting", "working-group"]),
  );
});

test("every question fits the schema", () => {
  for (const { name, query } of questions) {
    const errors = validate(schema, parse(query)).map(({ message }) => message);
    expect({ name, errors }).toEqual({ name, errors: [] });
  }
});

test("every question keeps to the limits", async () => {
  const limits = limitsOf(readConfig({}));
  for (const { name, query, variables } of questions) {
    const values = Object.fromEntries(variables.map((variable) => [variable.name, variable.example]));
    parse(query, { maxLexicalTokens: limits.tokens });
    expect({ name, refusal: refusalOf(await queryOf(query, values), limits) }).toEqual({ name, refusal: null });
  }
});

test("every question declares the variables that its query has, and which may be left out", () => {
  for (const { name, query, variables } of questions) {
    const asked: string[] = [];
    visit(parse(query), {
      VariableDefinition: ({ variable, type }) => {
        const optional = type.kind === Kind.NON_NULL_TYPE ? "" : "?";
        if (variable.name.value !== "offset") asked.push(variable.name.value + optional);
      },
    });
    const declared = variables.map((variable) => variable.name + (variable.optional ? "?" : ""));
    expect({ name, variables: declared }).toEqual({ name, variables: asked });
  }
});

test("every path of a question's table leads to a field of its query", () => {
  const lost: string[] = [];
  for (const { name, query, rows, variables } of questions) {
    const asked = pathsOf(parse(query));
    for (const { each, values } of rows) {
      const paths = [...values.values()].flatMap((source) => source.split("|").map((part) => part.trim()));
      const full = paths
        .filter((path) => !path.startsWith("="))
        .map((path) => (path.startsWith(".") ? each + path : path));
      lost.push(...[each, ...full].filter((path) => !asked.has(path)).map((path) => `${name}: ${path}`));
    }
    const lists = variables.flatMap(({ found }) => (found === null ? [] : [found]));
    lost.push(...lists.filter((found) => !asked.has(found)).map((found) => `${name}: ${found}`));
  }
  expect(lost).toEqual([]);
});

/** Every path of response keys in a document; fragments count where they are spread. */
function pathsOf(document: DocumentNode): ReadonlySet<string> {
  const paths = new Set<string>();
  const fragments = new Map<string, SelectionSetNode>();
  visit(document, { FragmentDefinition: (node) => void fragments.set(node.name.value, node.selectionSet) });
  const walk = (selections: SelectionSetNode | undefined, trail: readonly string[]): void => {
    for (const selection of selections?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) walk(fragments.get(selection.name.value), trail);
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, trail);
      else {
        const path = [...trail, selection.alias?.value ?? selection.name.value];
        paths.add(path.join("."));
        walk(selection.selectionSet, path);
      }
    }
  };
  visit(document, {
    OperationDefinition: (node) => {
      walk(node.selectionSet, []);
    },
  });
  return paths;
}

function nameOf(node: object): string {
  return "name" in node ? ((node.name as { readonly value: string } | undefined)?.value ?? "?") : "?";
}
