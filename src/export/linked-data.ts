import { DataFactory, Writer } from "n3";
import type { GraphReader } from "./graph.ts";
import { descriptions, type Description, type RdfObject } from "./triples.ts";
import { prefixes, type Term } from "./vocabulary.ts";

/** The graph as Turtle. */
export async function* turtle(reader: GraphReader): AsyncGenerator<string> {
  let written = "";
  const output = {
    write: (text: string, _encoding: unknown, done?: () => void) => {
      written += text;
      done?.();
    },
    end: (done?: () => void) => done?.(),
  };
  const writer = new Writer(output, { end: false, prefixes });
  for await (const { iri, says } of descriptions(reader)) {
    const subject = DataFactory.namedNode(iri);
    for (const [predicate, object] of says)
      writer.addQuad(DataFactory.quad(subject, DataFactory.namedNode(full(predicate)), n3Object(object)));
    if (written !== "") yield written;
    written = "";
  }
  await new Promise<void>((resolve) => {
    writer.end(() => {
      resolve();
    });
  });
  yield written;
}

function n3Object(object: RdfObject) {
  if ("iri" in object) return DataFactory.namedNode(object.iri);
  if ("term" in object) return DataFactory.namedNode(full(object.term));
  return DataFactory.literal(object.value, DataFactory.namedNode(full(object.datatype)));
}

function full(term: Term): string {
  const [prefix, name] = split(term);
  return prefixes[prefix] + name;
}

function split(term: Term): readonly [prefix: keyof typeof prefixes, name: string] {
  const colon = term.indexOf(":");
  return [term.slice(0, colon) as keyof typeof prefixes, term.slice(colon + 1)];
}

/** The graph as JSON-LD: one object a description, one a line, with the prefixes as its context. */
export async function* jsonLd(reader: GraphReader): AsyncGenerator<string> {
  let before = `{"@context":${JSON.stringify(prefixes)},\n"@graph":[\n`;
  for await (const description of descriptions(reader)) {
    yield before + JSON.stringify(jsonLdObject(description));
    before = ",\n";
  }
  yield before.startsWith("{") ? `${before}]}\n` : "\n]}\n";
}

function jsonLdObject({ iri, says }: Description): object {
  const byPredicate = Map.groupBy(says, ([predicate]) => predicate);
  const entries = [...byPredicate].map(([predicate, same]) => {
    const objects = same.map(([, object]) => (predicate === "rdf:type" ? typeName(object) : jsonLdValue(object)));
    return [predicate === "rdf:type" ? "@type" : predicate, objects.length === 1 ? objects[0] : objects] as const;
  });
  return Object.fromEntries([["@id", iri], ...entries]);
}

function typeName(object: RdfObject): string {
  if ("term" in object) return object.term;
  throw new Error("a class without a name");
}

function jsonLdValue(object: RdfObject): unknown {
  if ("iri" in object) return { "@id": object.iri };
  if ("term" in object) return { "@id": object.term };
  switch (object.datatype) {
    case "xsd:string":
      return object.value;
    case "xsd:boolean":
      return object.value === "true";
    case "xsd:integer":
      return Number(object.value);
    default:
      return { "@value": object.value, "@type": object.datatype };
  }
}
