import { isStatement, type DocumentKind } from "../clauses/clause.ts";
import type { ClauseEntry, NamedEntity } from "../claims/clause-entry.ts";
import type { PartialDate } from "../dates.ts";
import { kindOf } from "../ids.ts";
import type { StatementRecord } from "../registry/records.ts";
import { citedSources, dated, known, type EdgeRow, type NodeRow, type Rows } from "./row.ts";
import type { RowContext } from "./entity.ts";

/** A statement or report, put together from its record, its document, or both. */
export interface DocumentEntry {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly kind: DocumentKind;
  readonly issuedOn: PartialDate | null;
  readonly language: string | null;
  readonly sha256: string | null;
  readonly textLoaded: boolean;
  readonly confidence: string;
  /** Ids of the sources that prove it. */
  readonly sources: readonly string[];
  readonly issuedAt: string | null;
  readonly issuedBy: readonly string[];
  readonly issuedIn: string | null;
  readonly joinedBy: readonly string[];
  readonly about: readonly string[];
  readonly authority: StatementRecord["authority"];
  /** Null where it is not known, and for a report. */
  readonly scope: NonNullable<StatementRecord["scope"]> | null;
  readonly textRead: StatementRecord["textRead"];
  readonly clauses: readonly ClauseEntry[];
  /** Citations known without their clause, and what else it is known to name. */
  readonly citations: NonNullable<StatementRecord["citations"]>;
  readonly namings: NonNullable<StatementRecord["namings"]>;
}

/** The node of a document, its clauses, and every edge that starts there. */
export function documentRows(entry: DocumentEntry, context: RowContext): Rows {
  return {
    nodes: [documentNode(entry, context), ...entry.clauses.map(clauseNode)],
    edges: [
      ...documentEdges(entry),
      ...entry.clauses.flatMap((clause) => clauseEdges(clause, entry)),
      ...looseCitations(entry),
      ...looseNamings(entry),
      ...citationSummaries(entry),
    ],
  };
}

function documentNode(entry: DocumentEntry, context: RowContext): NodeRow {
  const statement = isStatement(entry.kind);
  return {
    id: entry.id,
    properties: known({
      name: entry.name,
      title: statement ? (entry.title ?? entry.name) : entry.title,
      kind: entry.kind,
      ...dated("issuedOn", entry.issuedOn),
      textLoaded: entry.textLoaded,
      language: entry.language,
      sha256: entry.sha256,
      confidence: entry.confidence,
      disputed: context.disputedOf(entry.id),
      authority: statement ? entry.authority : null,
      scope: entry.scope,
      textRead: statement ? entry.textRead : null,
    }),
  };
}

function documentEdges(entry: DocumentEntry): EdgeRow[] {
  const edges = (type: string, ids: readonly string[]) =>
    ids.map((to) => ({ type, from: entry.id, to, properties: { sources: entry.sources } }));
  const one = (id: string | null) => (id === null ? [] : [id]);
  return [
    ...edges("ISSUED_AT", one(entry.issuedAt)),
    ...edges("ISSUED_BY", entry.issuedBy),
    ...edges("ISSUED_IN", one(entry.issuedIn)),
    ...edges("JOINED_BY", entry.joinedBy),
    ...edges("ABOUT", entry.about),
  ];
}

function clauseNode(clause: ClauseEntry, index: number): NodeRow {
  return {
    id: clause.id,
    properties: known({
      ordinal: index + 1,
      part: clause.part,
      role: clause.role,
      position: clause.position,
      number: clause.number,
      lead: clause.leads[0]?.verb,
      manner: clause.leads[0]?.manner,
      leads: clause.leads.map((lead) => lead.verb),
      start: clause.start,
      end: clause.end,
      page: clause.page,
      summary: clause.summary,
      text: clause.text,
    }),
  };
}

function clauseEdges(clause: ClauseEntry, entry: DocumentEntry): EdgeRow[] {
  return [
    { type: "HAS_CLAUSE", from: entry.id, to: clause.id, properties: {} },
    ...(clause.parent ? [{ type: "PART_OF", from: clause.id, to: clause.parent, properties: {} }] : []),
    ...clause.names.map((name) => nameEdge(clause, name, entry)),
  ];
}

function nameEdge(clause: ClauseEntry, name: NamedEntity, entry: DocumentEntry): EdgeRow {
  const words = { surface: name.surface, start: name.start, end: name.end, basis: "text", rule: name.rule };
  return isCitable(name.id)
    ? {
        type: "CITES",
        from: clause.id,
        to: name.id,
        properties: {
          ...words,
          ...known({ verb: name.verb, manner: name.manner, role: name.role }),
          sources: entry.sources,
        },
      }
    : { type: "MENTIONS", from: clause.id, to: name.id, properties: { ...words, sources: entry.sources } };
}

function looseCitations(entry: DocumentEntry): EdgeRow[] {
  return entry.citations.map((item) => ({
    type: "CITES",
    from: entry.id,
    to: item.cites,
    properties: {
      ...known({ surface: item.surface, verb: item.verb, manner: item.manner }),
      basis: item.basis,
      rule: "curated",
      locator: item.locator,
      ...(item.sources ? citedSources(item.sources) : { sources: entry.sources }),
    },
  }));
}

function looseNamings(entry: DocumentEntry): EdgeRow[] {
  return entry.namings.map((item) => ({
    type: "MENTIONS",
    from: entry.id,
    to: item.names,
    properties: {
      ...known({ verb: item.verb, manner: item.manner }),
      basis: item.basis,
      rule: "curated",
      locator: item.locator,
      ...(item.sources ? citedSources(item.sources) : { sources: entry.sources }),
    },
  }));
}

/** One edge an instrument, counted over all citations of a statement: derived, for fast reading. */
function citationSummaries(entry: DocumentEntry): EdgeRow[] {
  const inClauses = entry.clauses.flatMap((clause) =>
    clause.names.map(({ id, manner }) => ({ id, manner, part: clause.part, basis: "text" })),
  );
  const loose = entry.citations.map(({ cites, manner, basis }) => ({ id: cites, manner, part: null, basis }));
  const cited = [...inClauses, ...loose].filter(({ id }) => kindOf(id) === "instrument");
  return isStatement(entry.kind)
    ? [...Map.groupBy(cited, ({ id }) => id)].map(([to, mentions]) => ({
        type: "CITES_INSTRUMENT",
        from: entry.id,
        to,
        properties: {
          times: mentions.length,
          parts: distinct(mentions.map(({ part }) => part)),
          manners: distinct(mentions.map(({ manner }) => manner)),
          basis: mentions.some(({ basis }) => basis === "text") ? "text" : "report",
        },
      }))
    : [];
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}

function isCitable(id: string): boolean {
  const kind = kindOf(id);
  return kind === "instrument" || kind === "statement";
}
