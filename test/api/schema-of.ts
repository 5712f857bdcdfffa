import { buildApiSchema } from "../../src/api/schema.ts";
import { readContract } from "../../src/api/files.ts";
import type { GraphQLSchema } from "graphql";

let built: Promise<GraphQLSchema> | null = null;

/** The schema of the API, built once for a test file. */
export function apiSchema(): Promise<GraphQLSchema> {
  built ??= readContract().then((contract) => buildApiSchema(contract));
  return built;
}
