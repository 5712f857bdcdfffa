import { readdirSync, readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { projectPath } from "../../../src/config.ts";
import { clientModule } from "../../../src/web-types/module.ts";
import { clientModules, generatedFolder } from "../../../src/web-types/queries.ts";

describe("the types of the explorer's queries", () => {
  it("are up to date: else run npm run types:web", async () => {
    const folder = projectPath(generatedFolder);
    const there = readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")] as const);
    expect(Object.fromEntries(there)).toEqual(Object.fromEntries(await clientModules()));
  });

  const schema = buildSchema(`
    interface Named { id: ID!  name: String }
    type Meeting implements Named { id: ID!  name: String  year: Int  open: Boolean!  hosts: [Country!]! }
    type Country implements Named { id: ID!  name: String  mode: Mode }
    enum Mode { video hybrid }
    type Query { all(kinds: [String!], limit: Int = 20): [Named!]!  one(id: ID!): Meeting }
  `);

  it.each([
    [
      "aliases, lists, numbers and what may be null",
      "query One($id: ID!) { one(id: $id) { key: id year open hosts { name mode } } }",
      [
        "export interface SomeQueryAnswer {",
        "  readonly one: {",
        "    readonly key: string;",
        "    readonly year: number | null;",
        "    readonly open: boolean;",
        "    readonly hosts: readonly {",
        "      readonly name: string | null;",
        '      readonly mode: "video" | "hybrid" | null;',
        "    }[];",
        "  } | null;",
        "}",
        "",
        "export interface SomeQueryVariables {",
        "  readonly id: string;",
        "}",
      ],
    ],
    [
      "an interface as a union, fragments merged, optional variables",
      `query All($kinds: [String!], $limit: Int = 5) { all(kinds: $kinds, limit: $limit) { __typename ...Base ... on Meeting { hosts { id } } } }
       fragment Base on Named { id ... on Meeting { hosts { name } } }`,
      [
        "export interface SomeQueryAnswer {",
        "  readonly all: readonly ({",
        '    readonly __typename: "Meeting";',
        "    readonly id: string;",
        "    readonly hosts: readonly {",
        "      readonly name: string | null;",
        "      readonly id: string;",
        "    }[];",
        "  } | {",
        '    readonly __typename: "Country";',
        "    readonly id: string;",
        "  })[];",
        "}",
        "",
        "export interface SomeQueryVariables {",
        "  readonly kinds?: readonly (string)[] | null;",
        "  readonly limit?: number | null;",
        "}",
      ],
    ],
    [
      "a query without variables",
      "query None { all { name } }",
      [
        "export interface SomeQueryAnswer {",
        "  readonly all: readonly {",
        "    readonly name: string | null;",
        "  }[];",
        "}",
        "",
        "export type SomeQueryVariables = Readonly<Record<string, never>>;",
      ],
    ],
  ])("say %s", (_, text, types) => {
    const lines = clientModule(schema, { name: "some-query", path: "../../web/some-query.graphql", text }).split("\n");
    expect(lines).toEqual([
      "// Made from web/some-query.graphql by `npm run types:web`.",
      'import type { Operation } from "../ask/operation.ts";',
      'import text from "../../web/some-query.graphql?raw";',
      "",
      ...types,
      "",
      'export const someQuery: Operation<SomeQueryAnswer, SomeQueryVariables> = { name: "some-query", text };',
      "",
    ]);
  });
});
