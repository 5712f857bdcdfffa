import { csvCell, csvLines, csvRecord } from "./csv.ts";
import type { GraphReader, Values } from "./graph.ts";
import type { Properties, PropertyType } from "./model.ts";

/* Two tables each: all nodes, and all edges. Columns follow from the model, so that they are the same for every graph. */

/** Nodes for a spreadsheet: id, label and every property, lists with "; " between. */
export async function* nodeTable({ model, nodes }: GraphReader): AsyncGenerator<string> {
  const names = [...model.nodeProperties.keys()];
  yield csvLines([csvRecord(["id", "label", ...names])]);
  for await (const { id, label, values } of nodes()) yield row([id, label], names, values);
}

/** Edges for a spreadsheet: where they begin and end, type, the document in which start and end count, every property. */
export async function* edgeTable({ model, edges }: GraphReader): AsyncGenerator<string> {
  const names = [...model.edgeProperties.keys()];
  yield csvLines([csvRecord(["from", "type", "to", "document", ...names])]);
  for await (const { from, type, to, document, values } of edges()) {
    const spans = values.start === undefined ? null : document;
    yield row([from, type, to, spans], names, values);
  }
}

/** Most columns of a row are empty. */
function row(first: readonly (string | null)[], names: readonly string[], values: Values): string {
  let text = csvRecord(first);
  for (const name of names) {
    const value = values[name];
    text += value === undefined ? "," : `,${csvCell(typeof value === "object" ? value.join("; ") : value)}`;
  }
  return csvLines([text]);
}

/** Between the values of a list in the files for Neo4j's importer: a sign that stands in no text. */
export const listSeparator = "\u001f";

const importTypes: Readonly<Record<PropertyType, string>> = {
  string: "",
  int: ":int",
  boolean: ":boolean",
  "string[]": ":string[]",
};

/** Nodes for `neo4j-admin database import`. */
export async function* nodeImport({ model, nodes }: GraphReader): AsyncGenerator<string> {
  const names = [...model.nodeProperties.keys()];
  yield line(["id:ID", ":LABEL", ...importHeads(model.nodeProperties)]);
  for await (const { id, label, values } of nodes()) yield line([quoted(id), label, ...fields(names, values)]);
}

/** Edges for `neo4j-admin database import`. */
export async function* edgeImport({ model, edges }: GraphReader): AsyncGenerator<string> {
  const names = [...model.edgeProperties.keys()];
  yield line([":START_ID", ":END_ID", ":TYPE", ...importHeads(model.edgeProperties)]);
  for await (const { from, to, type, values } of edges()) {
    yield line([quoted(from), quoted(to), type, ...fields(names, values)]);
  }
}

function importHeads(properties: Properties): readonly string[] {
  return [...properties].map(([name, type]) => name + importTypes[type]);
}

function fields(names: readonly string[], values: Values): readonly string[] {
  return names.map((name) => {
    const value = values[name];
    if (value === undefined) return "";
    return quoted(typeof value === "object" ? value.join(listSeparator) : String(value));
  });
}

/** Quoted always: what is not quoted and empty is no value at all. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function line(cells: readonly string[]): string {
  return `${cells.join(",")}\n`;
}

/** One JSON object a line: every node, then every edge. */
export async function* jsonLines({ nodes, edges }: GraphReader): AsyncGenerator<string> {
  for await (const { id, label, values } of nodes()) yield jsonLine({ id, label, properties: values });
  for await (const { from, type, to, values } of edges()) yield jsonLine({ from, type, to, properties: values });
}

function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
