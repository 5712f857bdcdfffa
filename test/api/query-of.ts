import { getOperationAST, getVariableValues, Kind, parse, validate } from "graphql";
import { expect } from "vitest";
import type { Query } from "../../src/api/query.ts";
import { apiSchema } from "./schema-of.ts";

/** A query as the engine hands it to the limits; the test fails where it is not valid, since limits come after validation. */
export async function queryOf(source: string, given: Readonly<Record<string, unknown>> = {}): Promise<Query> {
  const schema = await apiSchema();
  const document = parse(source);
  expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("one operation, please");
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return {
    schema,
    operation,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    variables: getVariableValues(schema, operation.variableDefinitions ?? [], given).coerced ?? {},
  };
}
