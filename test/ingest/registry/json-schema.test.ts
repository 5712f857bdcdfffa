import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { editorSchemas } from "../../../ingest/registry/json-schema.ts";
import { recordKinds } from "../../../ingest/registry/records.ts";

const data = join(resolve(import.meta.dirname, "../../.."), "data");

describe("the JSON Schemas for editors", () => {
  it.each(editorSchemas().map(({ path, schema }) => ({ path, schema })))(
    "data/$path follows from the schema that reads it (adg check --schemas)",
    ({ path, schema }) => {
      expect(JSON.parse(readFileSync(join(data, path), "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
    },
  );

  it("are named by the first line of every data file", () => {
    const wrong = editorSchemas().flatMap(({ kind, path }) => {
      const place = recordKinds[kind].path;
      const files = place.endsWith(".yaml")
        ? [place]
        : readdirSync(join(data, place)).map((name) => `${place}/${name}`);
      return files.filter((file) => {
        const [first] = readFileSync(join(data, file), "utf8").split("\n");
        return first !== `# yaml-language-server: $schema=${relative(dirname(file), path)}`;
      });
    });
    expect(wrong).toEqual([]);
  });

  it("check ids, dates and choices as they are typed", () => {
    const meetings = JSON.stringify(editorSchemas().find(({ kind }) => kind === "meetings")?.schema);
    expect(meetings).toContain('"hostedBy":{"type":"string","pattern":"^(country):[a-z0-9][a-z0-9/-]*$"}');
    expect(meetings).toContain('"heldOn":{"type":"string","pattern":"^\\\\d{4}(-\\\\d{2}(-\\\\d{2})?)?$"}');
    expect(meetings).toContain('"mode":{"type":"string","enum":["in-person","video","hybrid"]}');
    expect(meetings).toContain('"additionalProperties":false');
  });
});
