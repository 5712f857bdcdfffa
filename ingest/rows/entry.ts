import { alignSameCopy, compareCopies } from "../claims/align.ts";
import { clausesOfDocument, clausesOfRecord, type ClauseEntry } from "../claims/clause-entry.ts";
import type { Identified, ExtractedDocument } from "../claims/identify.ts";
import { sourceKindOf } from "../claims/source-kind.ts";
import { isStatement } from "../clauses/clause.ts";
import { slug } from "../ids.ts";
import type { Problem } from "../problem.ts";
import type { ReportRecord, SourceRecord, StatementRecord } from "../registry/records.ts";
import type { DocumentEntry } from "./documents.ts";
import { scopeOfTitle } from "./scope.ts";

/** A document ready for the graph, with the sources that the corpus adds and what the readings of it disagree on. */
export interface Assembled {
  readonly entry: DocumentEntry;
  readonly newSources: readonly SourceRecord[];
  readonly problems: readonly Problem[];
}

/** Puts a statement or report together from its record, the copy in use and other copies. */
export function assembleDocument(identified: Identified, sources: readonly SourceRecord[]): Assembled {
  const { id, record, used, twins, otherCopies } = identified;
  const files = [...(used ? [used] : []), ...twins, ...otherCopies];
  const newSources = files.filter((read) => !isRegistered(read, sources)).map((read) => sourceOf(read, id));
  const { clauses, problems } = clausesOf(identified);
  const copies = sources.filter((source) => source.copyOf === id || files.some((read) => isCopy(read, source)));
  const description = described(record, used);
  // What was known without its clause is not cited a second time once the clause is there.
  const inClauses = new Set(clauses.flatMap(({ names }) => names.map((name) => name.id)));
  return {
    entry: {
      id,
      ...description,
      citations: description.citations.filter(({ cites }) => !inClauses.has(cites)),
      namings: description.namings.filter(({ names }) => !inClauses.has(names)),
      ...(used ? { textRead: "whole", sha256: used.document.sha256 } : {}),
      sources: [
        ...new Set([...copies.map((source) => source.id), ...newSources.map((source) => source.id), ...cited(record)]),
      ].sort(),
      textLoaded: used !== null,
      clauses,
    },
    newSources,
    problems: [
      ...problems,
      ...otherCopies.flatMap((other) => compareCopies(clauses, clausesFound(id, other), other.document.file)),
    ],
  };
}

function clausesOf({ id, record, used }: Identified): {
  clauses: readonly ClauseEntry[];
  problems: readonly Problem[];
} {
  const curated = record && isStatementRecord(record) ? clausesOfRecord(record, used?.words ?? null) : [];
  if (!used) return { clauses: curated, problems: [] };
  const found = clausesFound(id, used);
  return curated.length > 0 ? alignSameCopy(curated, found, used.document.file) : { clauses: found, problems: [] };
}

function clausesFound(id: string, { words, clauses, mentions, definitions }: ExtractedDocument): ClauseEntry[] {
  return clausesOfDocument(id, words, clauses, mentions, definitions);
}

type Described = Omit<DocumentEntry, "id" | "sources" | "textLoaded" | "clauses">;

/** What a document says of itself where nobody has curated it; else what the record says. */
function described(record: StatementRecord | ReportRecord | null, used: ExtractedDocument | null): Described {
  if (record) return isStatementRecord(record) ? describedStatement(record) : describedReport(record);
  if (!used) throw new Error("an identified document has a record or a copy");
  const { facts, kind, document } = used;
  const statement = isStatement(kind);
  return {
    ...nothing,
    name: facts.title?.value ?? `[${document.file}]`,
    title: facts.title?.value ?? null,
    kind,
    issuedOn: facts.date?.value ?? null,
    sha256: document.sha256,
    confidence: "document",
    issuedAt: statement ? facts.meeting : null,
    issuedBy: statement && facts.series ? [facts.series.value] : [],
    about: statement || !facts.meeting ? [] : [facts.meeting],
    authority: kind === "chairmans_statement" ? "chair" : "consensus",
    scope: statement ? scopeOfTitle(facts.title?.value ?? null) : null,
    textRead: "whole",
  };
}

const nothing: Omit<Described, "name" | "title" | "kind" | "confidence"> = {
  language: null,
  issuedOn: null,
  sha256: null,
  issuedAt: null,
  issuedBy: [],
  issuedIn: null,
  joinedBy: [],
  about: [],
  authority: "consensus",
  scope: null,
  textRead: "none",
  citations: [],
  namings: [],
};

function describedStatement(record: StatementRecord): Described {
  return {
    ...nothing,
    ...common(record),
    title: record.name,
    issuedAt: record.meeting,
    issuedBy: record.issuedBy,
    issuedIn: record.issuedIn ?? null,
    joinedBy: record.joinedBy ?? [],
    authority: record.authority,
    scope: record.scope ?? null,
    textRead: record.textRead,
    citations: record.citations ?? [],
    namings: record.namings ?? [],
  };
}

function describedReport(record: ReportRecord): Described {
  return {
    ...nothing,
    ...common(record),
    title: record.name.startsWith("[") ? null : record.name,
    about: record.about ?? [],
  };
}

function common(record: StatementRecord | ReportRecord) {
  return {
    name: record.name,
    kind: record.kind,
    issuedOn: record.issuedOn ?? null,
    language: record.language ?? null,
    sha256: record.sha256 ?? null,
    confidence: record.confidence,
  };
}

function isStatementRecord(record: StatementRecord | ReportRecord): record is StatementRecord {
  return record.id.startsWith("statement:");
}

function cited(record: StatementRecord | ReportRecord | null): string[] {
  return (record?.sources ?? []).map((ref) => (typeof ref === "string" ? ref : ref.source));
}

function isCopy({ document }: ExtractedDocument, source: SourceRecord): boolean {
  return source.sha256 === document.sha256 || (document.address !== null && source.address === document.address);
}

function isRegistered(read: ExtractedDocument, sources: readonly SourceRecord[]): boolean {
  return sources.some((source) => isCopy(read, source));
}

/** A file or address that no record names is a source all the same; its publisher is not known. */
function sourceOf({ document, kind, facts }: ExtractedDocument, copyOf: string): SourceRecord {
  return {
    id: `source:${slug(document.file)}`,
    publisher: "[not known: a file of the corpus]",
    title: facts.title?.value ?? `[${document.file}]`,
    ...(facts.date ? { publishedOn: facts.date.value } : {}),
    ...(document.address ? { address: document.address } : {}),
    kind: sourceKindOf[kind],
    sha256: document.sha256,
    copyOf,
  };
}
