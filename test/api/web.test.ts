import { readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { validate, parse } from "graphql";
import { readContract } from "../../src/api/files.ts";
import { buildApiSchema } from "../../src/api/schema.ts";
import { builtFiles, viewAddresses } from "../../src/api/web.ts";
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

describe("the files of the explorer", () => {
  it("are those of the last build, and no others", async () => {
    const folder = await mkdtemp(join(tmpdir(), "adg-web-"));
    const build = async (name: string, file: string) => {
      await mkdir(join(folder, name, "assets"), { recursive: true });
      await writeFile(join(folder, name, "assets", file), "");
      await writeFile(join(folder, name, "assets", `${file}.br`), "");
    };
    const find = builtFiles(join(folder, "dist"));
    expect(await find("/assets/a.js")).toBe(null);
    await build("dist", "a.js");
    expect(await find("/assets/a.js")).toMatchObject({ type: "text/javascript; charset=utf-8", encodings: ["br"] });
    expect(await find("/assets/a.js.br")).toBe(null);
    expect(await find("/assets/../assets/a.js")).toBe(null);

    await build("next", "b.js");
    await rename(join(folder, "dist"), join(folder, "before"));
    await rename(join(folder, "next"), join(folder, "dist"));
    expect(await find("/assets/a.js")).toBe(null);
    expect((await find("/assets/b.js"))?.path).toBe(join(folder, "dist", "assets", "b.js"));
    await rm(folder, { recursive: true });
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
