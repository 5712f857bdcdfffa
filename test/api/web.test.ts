import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { validate, parse } from "graphql";
import { readContract } from "../../src/api/files.ts";
import { buildApiSchema } from "../../src/api/schema.ts";
import { viewAddresses } from "../../src/api/web.ts";
import { projectPath } from "../../src/config.ts";
import { pageKinds } from "../../web/addresses.ts";
import { countsOperation, endsOperation, nodeKinds, relationsOf } from "../../web/views/graph/relations.ts";

describe("the addresses of the explorer", () => {
  it("are the same on the server and in its router", () => {
    const folder = projectPath("web", "views");
    const routed = readdirSync(folder).flatMap((view) =>
      [...readFileSync(`${folder}/${view}/route.ts`, "utf8").matchAll(/path: "([^"]+)"/g)].map(([, path = ""]) =>
        path.replace("$", ":"),
      ),
    );
    expect([...viewAddresses].sort()).toEqual(routed.sort());
  });

  it("serve every kind of thing that has a page", () => {
    expect(pageKinds.map((kind) => `/${kind}/:key`).filter((address) => !viewAddresses.includes(address))).toEqual([]);
  });
});

describe("the neighbourhood graph", () => {
  it("asks for relations that the schema has, and each of its queries is valid", async () => {
    const schema = await buildApiSchema(await readContract());
    const ids = Object.keys(nodeKinds).map((kind) => `${kind}:key`);
    const queries = ids.flatMap((id) => [
      countsOperation(id),
      ...relationsOf(id).map((relation) => endsOperation(id, relation)),
    ]);
    const wrong = queries.flatMap(({ name, text }) =>
      validate(schema, parse(text)).map(({ message }) => `${name}: ${message}`),
    );
    expect(wrong).toEqual([]);
    expect(queries.length).toBeGreaterThan(80);
  });
});
