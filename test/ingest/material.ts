import type { ExtractedDocument } from "../../ingest/claims/identify.ts";
import type { Clause } from "../../ingest/clauses/clause.ts";
import type { Mention } from "../../ingest/mentions/mention.ts";
import { recordKinds, type RecordKind, type Records, type StatementRecord } from "../../ingest/registry/records.ts";

/* Small material for tests of the later stages: records, and a document as the extractor would hand it over. */

/** Records of the given kinds; all other kinds are empty. */
export function records(given: Partial<Records>): Records {
  const empty = Object.fromEntries((Object.keys(recordKinds) as RecordKind[]).map((kind) => [kind, []]));
  return { ...(empty as unknown as Records), ...given };
}

/** `WELCOMING the Bali Treaty;` with an opening before it: the text that `document()` and `statementRecord` share. */
export const raw = "The Sixth Forum met;\nWELCOMING the Bali Treaty;";
const sha256 = "a".repeat(64);

export const clauses: readonly Clause[] = [
  {
    part: "preambular",
    role: "opening",
    position: 1,
    number: null,
    lead: null,
    leads: [],
    parent: null,
    start: 0,
    end: 20,
  },
  {
    part: "preambular",
    role: "clause",
    position: 2,
    number: null,
    lead: "WELCOMING",
    leads: [{ verb: "WELCOMING", manner: "welcome", start: 21, end: 30 }],
    parent: null,
    start: 21,
    end: 47,
  },
];

export const mentions: readonly Mention[] = [
  {
    id: "meeting:forum-6",
    surface: "Sixth Forum",
    start: 4,
    end: 15,
    clause: 0,
    rule: "ordinal",
    verb: null,
    manner: null,
    role: null,
  },
  {
    id: "instrument:bali-treaty",
    surface: "Bali Treaty",
    start: 35,
    end: 46,
    clause: 1,
    rule: "names",
    verb: "WELCOMING",
    manner: "welcome",
    role: "object",
  },
];

/** A joint statement of the sixth forum; `changes` replace whole fields. */
export function document(
  changes: Partial<ExtractedDocument> & { file?: string; sha256?: string } = {},
): ExtractedDocument {
  const { file = "forum.txt", sha256: hash = sha256, ...rest } = changes;
  return {
    document: { file, format: "text", sha256: hash, raw, address: null },
    kind: "joint_statement",
    words: raw,
    facts: {
      title: { value: "Statement of the Sixth Forum", span: { start: 4, end: 15 }, rule: "title" },
      series: { value: "series:forum", span: { start: 4, end: 15 }, rule: "opening" },
      ordinal: { value: 6, span: { start: 4, end: 9 }, rule: "opening" },
      meeting: "meeting:forum-6",
      date: { value: "2012-05-29", span: { start: 4, end: 9 }, rule: "opening" },
      city: null,
      country: null,
    },
    clauses,
    mentions,
    definitions: [],
    ...rest,
  };
}

/** The curated record of the same statement, made from the same copy. */
export const statementRecord: StatementRecord = {
  id: "statement:forum-6",
  name: "Statement of the Sixth Forum",
  kind: "joint_statement",
  meeting: "meeting:forum-6",
  issuedBy: ["series:forum"],
  authority: "consensus",
  textRead: "whole",
  sha256,
  sources: ["source:forum"],
  confidence: "document",
  clauses: [
    { part: "preambular", role: "opening", start: 0, end: 20, summary: "Opens." },
    {
      part: "preambular",
      role: "clause",
      start: 21,
      end: 47,
      summary: "Is glad of the treaty.",
      leads: [{ verb: "WELCOMING", manner: "welcome", start: 21, end: 30 }],
      citations: [
        {
          cites: "instrument:bali-treaty",
          surface: "Bali Treaty",
          start: 35,
          end: 46,
          verb: "WELCOMING",
          manner: "welcome",
          role: "object",
        },
      ],
    },
  ],
};
