import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { graphOf, readMaterial } from "../../../ingest/index.ts";
import { labelOfKind } from "../../../ingest/ids.ts";
import { labelOf, type Properties } from "../../../ingest/rows/row.ts";
import { readSchemaTerms, type Property } from "./schema-terms.ts";

const project = join(import.meta.dirname, "../../..");
const terms = readSchemaTerms();
const material = await readMaterial(
  {
    project,
    data: join(project, "data"),
    documents: join(project, "test/documents"),
    state: join(project, "test/none"),
  },
  [],
);
const { rows } = graphOf(material);

/** What is wrong with a row's properties: unknown ones, missing ones, values of another type. */
function breaches(place: string, properties: Properties, allowed: ReadonlyMap<string, Property>): string[] {
  const wrong = Object.entries(properties).flatMap(([name, value]) => {
    const property = allowed.get(name);
    if (!property) return [`${place}.${name} does not stand in schema.graphql`];
    return typeOf(value).includes(property.type) ? [] : [`${place}.${name} is no ${property.type}`];
  });
  const missing = [...allowed]
    .filter(([name, { required }]) => required && name !== "id" && !(name in properties))
    .map(([name]) => `${place}.${name} is required`);
  return [...wrong, ...missing];
}

function typeOf(value: unknown): string[] {
  if (Array.isArray(value)) return ["[String]"];
  if (typeof value === "number") return Number.isInteger(value) ? ["Int"] : ["Float"];
  return typeof value === "boolean" ? ["Boolean"] : ["String", "ID"];
}

describe("rows and schema.graphql", () => {
  it("has the same labels as the ids", () => {
    expect([...terms.labels.keys()].sort()).toEqual(Object.values(labelOfKind).sort());
  });

  it("has every property of every node", () => {
    const wrong = rows.nodes.flatMap(({ id, properties }) =>
      breaches(labelOf(id), properties, terms.labels.get(labelOf(id)) ?? new Map()),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  it("has every edge with every property", () => {
    const wrong = rows.edges.flatMap(({ from, type, to, properties }) => {
      const shape = `${labelOf(from)} ${type} ${labelOf(to)}`;
      const allowed = terms.edges.get(shape);
      return allowed ? breaches(shape, properties, allowed) : [`${shape} does not stand in schema.graphql`];
    });
    expect([...new Set(wrong)]).toEqual([]);
  });

  it("loads nodes of every label but the revision", () => {
    const loaded = new Set(rows.nodes.map(({ id }) => labelOf(id)));
    expect([...terms.labels.keys()].filter((label) => !loaded.has(label as never)).sort()).toEqual(["Revision"]);
  });

  it("proves every edge from a record or a text", () => {
    const structural = new Set([
      "HAS_CLAUSE",
      "PART_OF",
      "HAS_COPY_OF",
      "ABOUT",
      "AMONG",
      "IN",
      "SUPPORTED_BY",
      "CITES_INSTRUMENT",
      "FOLLOWS",
    ]);
    const bare = rows.edges.filter(({ type, properties }) => !structural.has(type) && !("sources" in properties));
    expect(bare).toEqual([]);
  });
});
