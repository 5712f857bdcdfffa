/*
 * How the graph reads as linked data. What a public vocabulary has a word for takes that word: ELI for legal texts, Dublin
 * Core, FOAF, SKOS and schema.org for the rest, Web Annotation for places in a text. Everything else keeps the name that it
 * has in schema.graphql, under `adg:`. docs/linked-data.md prints these tables.
 */

/** Prefixes and what they stand for. The graph's own names are URNs: a file that travels needs no server to mean something. */
export const prefixes = {
  adg: "urn:x-asean-defence-graph:vocabulary:",
  dcterms: "http://purl.org/dc/terms/",
  eli: "http://data.europa.eu/eli/ontology#",
  foaf: "http://xmlns.com/foaf/0.1/",
  oa: "http://www.w3.org/ns/oa#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  schema: "https://schema.org/",
  skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

/** A name with its prefix: `eli:cites`. */
export type Term = `${keyof typeof prefixes}:${string}`;

/** What stands before every id to make it an address of linked data. */
export const idPrefix = "urn:x-asean-defence-graph:";

/** Classes that a node of a label has beside `adg:` and its label. */
export const classes: Readonly<Record<string, readonly Term[]>> = {
  Statement: ["eli:LegalResource"],
  Instrument: ["eli:LegalResource"],
  Clause: ["eli:LegalResourceSubdivision"],
  Report: ["schema:Article"],
  Source: ["dcterms:BibliographicResource"],
  Person: ["foaf:Person"],
  Organisation: ["foaf:Organization"],
  Group: ["foaf:Group"],
  WorkingGroup: ["foaf:Group"],
  Country: ["schema:Country"],
  Place: ["schema:Place"],
  MeetingSeries: ["schema:EventSeries"],
  Meeting: ["schema:Event"],
  Activity: ["schema:Event"],
  Topic: ["skos:Concept"],
  Concept: ["skos:Concept"],
};

/** Public words for properties, of every node that has them. */
export const properties: Readonly<Record<string, Term>> = {
  name: "rdfs:label",
  title: "dcterms:title",
  aliases: "skos:altLabel",
  issuedOn: "eli:date_document",
  adoptedOn: "eli:date_document",
  publishedOn: "dcterms:issued",
  inForceOn: "eli:first_date_entry_in_force",
  language: "dcterms:language",
  kind: "dcterms:type",
  number: "eli:number",
  summary: "dcterms:abstract",
  publisher: "dcterms:publisher",
  address: "foaf:page",
  officialPage: "foaf:page",
  heldOn: "schema:startDate",
  heldUntil: "schema:endDate",
};

/** Public words for relations. */
export const relations: Readonly<Record<string, Term>> = {
  HAS_CLAUSE: "eli:has_part",
  PART_OF: "eli:is_part_of",
  CITES: "eli:cites",
  CITES_INSTRUMENT: "eli:cites",
  AMENDS: "eli:amends",
  SUCCEEDS: "dcterms:replaces",
  MENTIONS: "schema:mentions",
  HAS_COPY_OF: "dcterms:isVersionOf",
  HELD_IN: "schema:location",
  IN_SERIES: "schema:superEvent",
  HOSTED_BY: "schema:organizer",
  SUPPORTED_BY: "dcterms:source",
};

/** The name of a label, property or relation in linked data; the graph's own where no public word fits. */
export function termOf(name: string, table: Readonly<Record<string, Term>>): Term {
  return table[name] ?? `adg:${name}`;
}
