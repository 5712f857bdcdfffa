import { isStatement, type Clause, type DocumentKind } from "../clauses/clause.ts";
import type { SourceDocument } from "../documents/document.ts";
import { keyOf, slug } from "../ids.ts";
import { byCodeUnit } from "../order.ts";
import type { Definition, DocumentFacts, Mention } from "../mentions/mention.ts";
import type { Records, ReportRecord, StatementRecord } from "../registry/records.ts";

/** A document of the corpus with what the extractor found in it. */
export interface ExtractedDocument {
  readonly document: SourceDocument;
  readonly kind: DocumentKind;
  /** The raw text with what is no text of it blotted out; see `wordsInPlace`. */
  readonly words: string;
  readonly facts: DocumentFacts;
  readonly clauses: readonly Clause[];
  readonly mentions: readonly Mention[];
  readonly definitions: readonly Definition[];
}

/** One statement or report, with its record and the documents that hold it. */
export interface Identified {
  readonly id: string;
  readonly record: StatementRecord | ReportRecord | null;
  /** The copy whose text enters the graph: the one that the record was made from, or the first where it was made from none. */
  readonly used: ExtractedDocument | null;
  /** Files with the same bytes as the copy in use. */
  readonly twins: readonly ExtractedDocument[];
  /** Documents of the same statement with other bytes. */
  readonly otherCopies: readonly ExtractedDocument[];
}

/**
 * Says which statement or report each document is, and which records have no document. A document is known by its
 * bytes; a statement also by the address at which the registry knows its text, else by its meeting and kind. Several texts of one kind and meeting are told apart by title.
 * Sorted by id; the order of the documents does not matter.
 */
export function identify(documents: readonly ExtractedDocument[], records: Records): Identified[] {
  const curated = [...records.statements, ...records.reports];
  const byHash = new Map(curated.flatMap((record) => (record.sha256 ? [[record.sha256, record] as const] : [])));
  const copies = [...Map.groupBy(documents, ({ document }) => document.sha256).values()]
    .map((same) => same.toSorted((a, b) => byCodeUnit(a.document.file, b.document.file)))
    .sort((a, b) => byCodeUnit(a[0]?.document.sha256 ?? "", b[0]?.document.sha256 ?? ""));

  const madeFromCopy = new Set([...byHash.values()].map(({ id }) => id));
  const found = new Map<
    string,
    { used: ExtractedDocument | null; twins: ExtractedDocument[]; otherCopies: ExtractedDocument[] }
  >(curated.map((record) => [record.id, { used: null, twins: [], otherCopies: [] }]));
  for (const [first, ...twins] of copies) {
    if (!first) continue;
    const record = byHash.get(first.document.sha256);
    if (record) found.set(record.id, { used: first, twins, otherCopies: [] });
  }
  for (const [first, ...twins] of copies) {
    if (!first || byHash.has(first.document.sha256)) continue;
    const id = idOfUncurated(first, records, found);
    const known = found.get(id);
    // A record that was made from no copy has no clauses: the first document brings them.
    if (known && (known.used || madeFromCopy.has(id))) known.otherCopies.push(first, ...twins);
    else found.set(id, { used: first, twins, otherCopies: [] });
  }
  const recordOf = new Map<string, StatementRecord | ReportRecord>(curated.map((record) => [record.id, record]));
  return [...found]
    .map(([id, entry]) => ({ id, record: recordOf.get(id) ?? null, ...entry }))
    .sort((a, b) => byCodeUnit(a.id, b.id));
}

/** Id of one document on its own, as the extractor's output names it. */
export function documentId(document: ExtractedDocument, records: Records): string {
  const known = [...records.statements, ...records.reports].find(
    (record) => record.sha256 === document.document.sha256,
  );
  return known?.id ?? baseId(document);
}

function baseId({ kind, facts, document }: ExtractedDocument): string {
  const stem = document.file.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
  if (!isStatement(kind)) return `report:${slug(stem)}`;
  return `statement:${facts.meeting ? keyOf(facts.meeting) : slug(stem)}`;
}

/** The base id; where that is another text of the meeting, the base id with the title behind it. */
function idOfUncurated(
  read: ExtractedDocument,
  records: Records,
  found: ReadonlyMap<string, { readonly used: ExtractedDocument | null }>,
): string {
  const registered = statementAt(read.document.address, records);
  if (registered !== null) return registered;
  const base = baseId(read);
  const taken = found.get(base);
  if (!taken) return base;
  const record = records.statements.find(({ id }) => id === base);
  const title = taken.used?.facts.title?.value ?? record?.name;
  const kind = taken.used?.kind ?? record?.kind;
  const sameText = isStatement(read.kind) && kind === read.kind && sameTitle(title, read.facts.title?.value);
  return sameText ? base : `${base}-${slug(read.facts.title?.value ?? read.document.sha256).slice(0, 48)}`;
}

/** The one statement whose adopted text the registry places at this address; null where there is none, or more than one. */
function statementAt(address: string | null, { sources, statements }: Records): string | null {
  if (address === null) return null;
  const copies = new Set(
    sources.filter((source) => source.address === address && source.kind === "adopted text").map(({ id }) => id),
  );
  const named = statements.filter((record) =>
    record.sources.some((ref) => copies.has(typeof ref === "string" ? ref : ref.source)),
  );
  return named.length === 1 && named[0] ? named[0].id : null;
}

/** Titles agree where one is missing, or where one holds the other. */
function sameTitle(a: string | undefined, b: string | undefined): boolean {
  if (!a || !b) return true;
  const [left, right] = [slug(a), slug(b)];
  return left.includes(right) || right.includes(left);
}
