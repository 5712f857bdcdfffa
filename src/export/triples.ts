import { createHash } from "node:crypto";
import type { ExportedEdge, ExportedNode, GraphReader, Value } from "./graph.ts";
import { classes, idPrefix, properties, relations, termOf, type Term } from "./vocabulary.ts";

/** What a statement of linked data says: another thing, or a value. */
export type RdfObject =
  { readonly iri: string } | { readonly term: Term } | { readonly value: string; readonly datatype: Term };

/** Everything that is said of one thing in one place. */
export interface Description {
  readonly iri: string;
  readonly says: readonly (readonly [predicate: Term, object: RdfObject])[];
}

/**
 * The graph as linked data: a node is a thing; an edge is one plain statement, and where it has properties also a thing of its
 * own that says what they are. Words in a text are annotations: what they name, and from which character to which they stand.
 */
export async function* descriptions({ nodes, edges }: GraphReader): AsyncGenerator<Description> {
  for await (const node of nodes()) yield describeNode(node);
  let before: ExportedEdge | null = null;
  for await (const edge of edges()) {
    // Edges of one type between the same ends follow each other; said once is enough.
    if (before?.from !== edge.from || before.type !== edge.type || before.to !== edge.to) yield plainly(edge);
    before = edge;
    yield* describeEdge(edge);
  }
}

function plainly({ from, type, to }: ExportedEdge): Description {
  return { iri: iriOf(from), says: [[termOf(type, relations), { iri: iriOf(to) }]] };
}

function describeNode({ id, label, values }: ExportedNode): Description {
  const types: readonly Term[] = [`adg:${label}`, ...(classes[label] ?? [])];
  return {
    iri: iriOf(id),
    says: [
      ...types.map((term) => ["rdf:type", { term }] as const),
      ["dcterms:identifier", text(id)],
      ...Object.entries(values).flatMap(([name, value]) => sayings(name, value)),
    ],
  };
}

function* describeEdge(edge: ExportedEdge): Generator<Description> {
  const { values } = edge;
  if (Object.keys(values).length === 0) return;
  const iri = `${idPrefix}edge:${hashOf(edge)}`;
  const own = Object.entries(values).flatMap(([name, value]) => sayings(name, value));
  if (edge.document === null || values.start === undefined) {
    const statement = [
      ["rdf:type", { term: "rdf:Statement" }],
      ["rdf:subject", { iri: iriOf(edge.from) }],
      ["rdf:predicate", { term: termOf(edge.type, relations) }],
      ["rdf:object", { iri: iriOf(edge.to) }],
    ] as const;
    yield { iri, says: [...statement, ...own] };
  } else yield* annotation(iri, edge, edge.document, own);
}

function* annotation(
  iri: string,
  { type, from, to, values }: ExportedEdge,
  document: string,
  own: Description["says"],
): Generator<Description> {
  const named = type === "SUPPORTED_BY" ? from : to;
  const [target, position, quote] = [`${iri}:target`, `${iri}:position`, `${iri}:quote`];
  yield {
    iri,
    says: [
      ["rdf:type", { term: "oa:Annotation" }],
      ["oa:motivatedBy", { term: "oa:linking" }],
      ["oa:hasBody", { iri: iriOf(named) }],
      ["oa:hasTarget", { iri: target }],
      ["adg:relation", text(type)],
      ["adg:clause", { iri: iriOf(type === "SUPPORTED_BY" ? to : from) }],
      ...own.filter(([predicate]) => !placed.has(predicate)),
    ],
  };
  yield {
    iri: target,
    says: [
      ["rdf:type", { term: "oa:SpecificResource" }],
      ["oa:hasSource", { iri: iriOf(document) }],
      ["oa:hasSelector", { iri: position }],
      ["oa:hasSelector", { iri: quote }],
    ],
  };
  yield {
    iri: position,
    says: [
      ["rdf:type", { term: "oa:TextPositionSelector" }],
      ["oa:start", integer(values.start)],
      ["oa:end", integer(values.end)],
    ],
  };
  yield {
    iri: quote,
    says: [
      ["rdf:type", { term: "oa:TextQuoteSelector" }],
      ["oa:exact", text(String(values.surface ?? ""))],
    ],
  };
}

/** Said by the selectors. */
const placed = new Set<Term>(["adg:start", "adg:end", "adg:surface"]);

function sayings(name: string, value: Value): Description["says"] {
  // The first and last day that a date can mean follow from how it is written.
  if (/(?:Earliest|Latest)$/.test(name)) return [];
  if (name === "sources" && typeof value === "object") return value.flatMap(sourceSayings);
  const predicate = termOf(name, properties);
  if (typeof value === "object") return value.map((item) => [predicate, text(item)] as const);
  return [[predicate, valueOf(name, value)]];
}

/** `source:x#paragraph 3`: the source, and the place in it where it is known. */
function sourceSayings(source: string): Description["says"] {
  const [id = "", ...place] = source.split("#");
  const said = ["dcterms:source", { iri: iriOf(id) }] as const;
  return place.length === 0 ? [said] : [said, ["adg:locator", text(source)]];
}

function valueOf(name: string, value: string | number | boolean): RdfObject {
  if (typeof value === "number") return integer(value);
  if (typeof value === "boolean") return { value: String(value), datatype: "xsd:boolean" };
  const datatype =
    isDay.has(name) || name.endsWith("On") ? dateTypes.find(([form]) => form.test(value))?.[1] : undefined;
  return datatype ? { value, datatype } : text(value);
}

const isDay = new Set(["from", "to", "heldUntil", "incumbentAsOf"]);

const dateTypes: readonly (readonly [form: RegExp, datatype: Term])[] = [
  [/^\d{4}$/, "xsd:gYear"],
  [/^\d{4}-\d{2}$/, "xsd:gYearMonth"],
  [/^\d{4}-\d{2}-\d{2}$/, "xsd:date"],
];

function text(value: string): RdfObject {
  return { value: value.toWellFormed(), datatype: "xsd:string" };
}

function integer(value: Value | undefined): RdfObject {
  return { value: String(value), datatype: "xsd:integer" };
}

/** Ids hold letters, digits, hyphens, colons and slashes; a source may bring anything else, which is written in per cents. */
function iriOf(id: string): string {
  return idPrefix + id.replace(/[^\p{L}\p{N}\-._~:/@]/gu, (sign) => encodeURIComponent(sign.toWellFormed()));
}

function hashOf({ type, from, to, values }: ExportedEdge): string {
  return createHash("sha256")
    .update(JSON.stringify([from, type, to, Object.entries(values)]))
    .digest("hex")
    .slice(0, 32);
}
