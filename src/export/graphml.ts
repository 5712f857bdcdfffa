import type { GraphReader, Value, Values } from "./graph.ts";
import type { Properties, PropertyType } from "./model.ts";

/** GraphML types; a list is written as one text with "; " between. */
const types: Readonly<Record<PropertyType, string>> = {
  string: "string",
  int: "int",
  boolean: "boolean",
  "string[]": "string",
};

/**
 * The graph as GraphML, for Gephi, yEd and networkx. A node's `label` is its name, as those programs expect, and `nodeLabel` the
 * label that it has in the graph.
 */
export async function* graphml({ model, nodes, edges }: GraphReader): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield key("node", "label", "string") + key("node", "nodeLabel", "string") + keys("node", model.nodeProperties);
  yield key("edge", "label", "string") + keys("edge", model.edgeProperties);
  yield '<graph id="asean-defence-graph" edgedefault="directed">\n';
  for await (const { id, label, values } of nodes()) {
    const own = data("node", "label", values.name ?? id) + data("node", "nodeLabel", label);
    yield `<node id="${escaped(id)}">${own}${allData("node", values, model.nodeProperties)}</node>\n`;
  }
  for await (const { from, type, to, values } of edges()) {
    const own = data("edge", "label", type);
    const ends = `source="${escaped(from)}" target="${escaped(to)}"`;
    yield `<edge ${ends}>${own}${allData("edge", values, model.edgeProperties)}</edge>\n`;
  }
  yield "</graph>\n</graphml>\n";
}

type Of = "node" | "edge";

function keys(of: Of, properties: Properties): string {
  return [...properties].map(([name, type]) => key(of, name, types[type])).join("");
}

function key(of: Of, name: string, type: string): string {
  return `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;
}

function allData(of: Of, values: Values, properties: Properties): string {
  return [...properties.keys()].map((name) => data(of, name, values[name])).join("");
}

function data(of: Of, name: string, value: Value | undefined): string {
  if (value === undefined) return "";
  const text = typeof value === "object" ? value.join("; ") : String(value);
  return `<data key="${of}-${name}">${escaped(text)}</data>`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Signs that XML 1.0 cannot hold: control characters and halves of surrogate pairs. */
// eslint-disable-next-line no-control-regex -- these very characters are looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(unwritable, "\ufffd")
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
