import { documentId } from "./claims/identify.ts";
import type { ClauseRole, DocumentKind, Part } from "./clauses/clause.ts";
import { pageAt, type Format, type SourceDocument } from "./documents/document.ts";
import type { Extraction } from "./extract.ts";
import { clauseId } from "./ids.ts";
import type { CitationRole } from "./mentions/mention.ts";
import type { Severity } from "./problem.ts";
import type { Registry } from "./registry/registry.ts";

/**
 * What `adg extract --json` prints of one document. Offsets are UTF-16 code units of the decoded input, end exclusive.
 */
export interface ExtractOutput {
  readonly document: {
    readonly id: string;
    readonly file: string;
    readonly format: Format;
    readonly sha256: string;
    readonly kind: DocumentKind;
    readonly title: string | null;
    /** Id of the series, as `series:admm-plus`. */
    readonly series: string | null;
    readonly ordinal: number | null;
    readonly meeting: string | null;
    readonly date: string | null;
    /** The registry's name of the place. */
    readonly city: string | null;
    readonly country: string | null;
  };
  readonly clauses: readonly OutputClause[];
  readonly mentions: readonly OutputMention[];
  readonly definitions: readonly OutputDefinition[];
  readonly candidates: readonly OutputCandidate[];
  readonly problems: readonly OutputProblem[];
}

export interface OutputClause {
  readonly id: string;
  readonly part: Part;
  readonly role: ClauseRole;
  readonly number: string | null;
  readonly lead: string | null;
  readonly leads: readonly {
    readonly verb: string;
    readonly manner: string;
    readonly start: number;
    readonly end: number;
  }[];
  /** Id of the clause that it is an item of. */
  readonly parent: string | null;
  readonly start: number;
  readonly end: number;
  /** Page on which it begins, 1-indexed; only where the file says where its pages begin. */
  readonly page?: number;
}

export interface OutputMention {
  readonly id: string;
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  readonly clause: string;
  readonly rule: string;
  readonly verb?: string;
  readonly manner?: string;
  readonly role?: CitationRole;
  readonly page?: number;
}

export interface OutputDefinition {
  readonly short: string;
  readonly long: string;
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export interface OutputCandidate {
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  readonly clause: string;
  readonly guess: string;
  readonly count: number;
  readonly nearest: readonly string[];
}

export interface OutputProblem {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Null where the whole file is meant. */
  readonly start: number | null;
  readonly end: number | null;
  readonly page?: number;
}

/** An extraction with the ids that the graph gives its clauses. */
export function toOutput(document: SourceDocument, extraction: Extraction, registry: Registry): ExtractOutput {
  const { kind, facts, clauses } = extraction;
  const id = documentId({ document, ...extraction }, registry.records);
  const idAt = (index: number) => {
    const clause = clauses[index];
    return clause ? clauseId(id, clause.part, clause.position) : "";
  };
  const city = facts.city?.value ?? null;
  const pageOf = (offset: number | undefined) => {
    const page = offset === undefined ? undefined : pageAt(document, offset);
    return page === undefined ? {} : { page };
  };
  return {
    document: {
      id,
      file: document.file,
      format: document.format,
      sha256: document.sha256,
      kind,
      title: facts.title?.value ?? null,
      series: facts.series?.value ?? null,
      ordinal: facts.ordinal?.value ?? null,
      meeting: facts.meeting,
      date: facts.date?.value ?? null,
      city: city === null ? null : (registry.nameOf.get(city) ?? city).replace(/ \(city\)$/, ""),
      country: facts.country?.value ?? null,
    },
    clauses: clauses.map(({ part, role, number, lead, leads, parent, start, end }, index) => ({
      id: idAt(index),
      part,
      role,
      number,
      lead,
      leads,
      parent: parent === null ? null : idAt(parent),
      start,
      end,
      ...pageOf(start),
    })),
    mentions: extraction.mentions.map(({ clause, verb, manner, role, ...mention }) => ({
      id: mention.id,
      surface: mention.surface,
      start: mention.start,
      end: mention.end,
      clause: idAt(clause),
      rule: mention.rule,
      ...(verb === null ? {} : { verb }),
      ...(manner === null ? {} : { manner }),
      ...(role === null ? {} : { role }),
      ...pageOf(mention.start),
    })),
    definitions: extraction.definitions.map(({ short, long, id: of, start, end }) => ({
      short,
      long,
      id: of,
      start,
      end,
    })),
    candidates: extraction.candidates.map(({ surface, start, end, clause, guess, count, nearest }) => ({
      surface,
      start,
      end,
      clause: idAt(clause),
      guess,
      count,
      nearest,
    })),
    problems: extraction.problems.map(({ rule, severity, message, span }) => ({
      rule,
      severity,
      message,
      start: span?.start ?? null,
      end: span?.end ?? null,
      ...pageOf(span?.start),
    })),
  };
}
