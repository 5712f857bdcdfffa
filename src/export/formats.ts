import { bibtex, cslJson } from "./bibliography.ts";
import { finishImport } from "./finish-import.ts";
import { graphml } from "./graphml.ts";
import type { GraphReader } from "./graph.ts";
import { jsonLd, turtle } from "./linked-data.ts";
import { edgeImport, edgeTable, jsonLines, nodeImport, nodeTable } from "./tables.ts";

/** One file of an export. */
export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  /** The text of the file, piece by piece. */
  readonly write: (reader: GraphReader) => AsyncIterable<string>;
}

/** One way to take the graph along. */
export interface ExportFormat {
  readonly name: string;
  /** What it is for, in a few words. */
  readonly purpose: string;
  readonly files: readonly ExportFile[];
}

function file(name: string, mediaType: string, write: ExportFile["write"]): ExportFile {
  return { name, mediaType, write };
}

const csv = "text/csv; charset=utf-8";
const json = "application/json; charset=utf-8";

/** Every way to take the graph along, in the order of the help text. */
export const exportFormats: readonly ExportFormat[] = [
  {
    name: "csv",
    purpose: "spreadsheets: all nodes, all edges",
    files: [file("nodes.csv", csv, nodeTable), file("edges.csv", csv, edgeTable)],
  },
  {
    name: "jsonl",
    purpose: "programs: one JSON object a line, nodes then edges",
    files: [file("graph.jsonl", "application/x-ndjson; charset=utf-8", jsonLines)],
  },
  {
    name: "jsonld",
    purpose: "linked data as JSON-LD (docs/linked-data.md)",
    files: [file("graph.jsonld", "application/ld+json; charset=utf-8", jsonLd)],
  },
  {
    name: "turtle",
    purpose: "linked data as Turtle (docs/linked-data.md)",
    files: [file("graph.ttl", "text/turtle; charset=utf-8", turtle)],
  },
  {
    name: "graphml",
    purpose: "pictures and measures of networks: Gephi, yEd, networkx",
    files: [file("graph.graphml", "application/xml; charset=utf-8", graphml)],
  },
  {
    name: "neo4j",
    purpose: "another Neo4j: files for neo4j-admin database import (docs/exports.md)",
    files: [
      file("neo4j-nodes.csv", csv, nodeImport),
      file("neo4j-edges.csv", csv, edgeImport),
      file("neo4j-finish.cypher", "text/plain; charset=utf-8", finishImport),
    ],
  },
  {
    name: "bibtex",
    purpose: "the statements as literature, for LaTeX",
    files: [file("statements.bib", "application/x-bibtex; charset=utf-8", bibtex)],
  },
  {
    name: "csl",
    purpose: "the statements as literature, for Zotero and pandoc (CSL-JSON)",
    files: [file("statements.json", json, cslJson)],
  },
];
