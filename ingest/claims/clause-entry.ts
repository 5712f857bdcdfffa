import type { Clause, ClauseRole, Part } from "../clauses/clause.ts";
import type { Manner } from "../clauses/leads.ts";
import { clauseId, kindOf } from "../ids.ts";
import type { CitationRole, Definition, Mention } from "../mentions/mention.ts";
import type { StatementRecord } from "../registry/records.ts";
import type { Span } from "../span.ts";
import { wordsAt } from "../text/view.ts";

/** A clause as it goes into the graph, wherever it comes from: the curated record, a document, or both. */
export interface ClauseEntry extends Span {
  readonly id: string;
  readonly part: Part;
  readonly role: ClauseRole;
  /** 1-indexed position in its part. */
  readonly position: number;
  readonly number: string | null;
  readonly leads: readonly { readonly verb: string; readonly manner: Manner }[];
  readonly summary: string | null;
  /** Its words; null where the document is not loaded. */
  readonly text: string | null;
  /** Id of the clause that it is an item of. */
  readonly parent: string | null;
  /** Page of the file on which it begins; absent where the file does not say. */
  readonly page?: number;
  readonly names: readonly NamedEntity[];
}

/** One mention in a clause; a citation has a manner and a role. */
export interface NamedEntity extends Span {
  readonly id: string;
  readonly surface: string;
  readonly verb: string | null;
  readonly manner: Manner | null;
  readonly role: CitationRole | null;
  readonly rule: string;
}

/** Clauses of a curated statement; `words` are those of the copy that the record was made from, where it is loaded. */
export function clausesOfRecord(record: StatementRecord, words: string | null): ClauseEntry[] {
  const count = positions();
  return (record.clauses ?? []).map((clause) => {
    const position = count(clause.part);
    return {
      id: clauseId(record.id, clause.part, position),
      part: clause.part,
      role: clause.role,
      position,
      number: clause.number ?? null,
      leads: clause.leads ?? [],
      start: clause.start,
      end: clause.end,
      summary: clause.summary,
      text: words && wordsAt(words, clause),
      parent: null,
      names: [
        ...(clause.citations ?? []).map((item) => ({ ...item, id: item.cites, rule: "curated" })),
        ...(clause.mentions ?? []).map((item) => ({
          ...item,
          id: item.mentions,
          verb: null,
          manner: null,
          role: null,
          rule: "curated",
        })),
      ],
    };
  });
}

/** Clauses of a document as the extractor found them, under the id of their statement or report. */
export function clausesOfDocument(
  documentId: string,
  words: string,
  clauses: readonly Clause[],
  mentions: readonly Mention[],
  definitions: readonly Definition[],
): ClauseEntry[] {
  const idOf = (clause: Clause) => clauseId(documentId, clause.part, clause.position);
  return clauses.map((clause, index) => {
    const parent = clause.parent === null ? undefined : clauses[clause.parent];
    return {
      id: idOf(clause),
      part: clause.part,
      role: clause.role,
      position: clause.position,
      number: clause.number,
      leads: clause.leads,
      start: clause.start,
      end: clause.end,
      summary: null,
      text: wordsAt(words, clause),
      parent: parent ? idOf(parent) : null,
      ...(clause.page === undefined ? {} : { page: clause.page }),
      // Dates are mentions without a node; topics have one, and are named where a text introduces them.
      names: [
        ...mentions.filter((mention) => mention.clause === index && kindOf(mention.id) !== null),
        ...definitions.filter((definition) => definition.clause === index && isTopic(definition.id)).map(namedTopic),
      ],
    };
  });
}

function isTopic(id: string): boolean {
  return kindOf(id) === "topic";
}

function namedTopic({ id, short, start, end }: Definition): NamedEntity {
  return { id, surface: short, start, end, verb: null, manner: null, role: null, rule: "definition" };
}

function positions(): (part: Part) => number {
  const counts: Record<Part, number> = { preambular: 0, operative: 0, other: 0 };
  return (part) => ++counts[part];
}
