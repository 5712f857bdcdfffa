import type { ExtractedDocument } from "./claims/identify.ts";
import type { Clause } from "./clauses/clause.ts";
import { findClauses } from "./clauses/find.ts";
import { pageAt, type SourceDocument } from "./documents/document.ts";
import { findMentions } from "./mentions/find.ts";
import type { Candidate } from "./mentions/mention.ts";
import type { Problem } from "./problem.ts";
import type { Registry } from "./registry/registry.ts";
import { layOut } from "./text/blocks.ts";
import { findSuspects } from "./text/suspects.ts";
import { wordsInPlace } from "./text/view.ts";

/** Everything that one document says, with the raw characters that say it. */
export interface Extraction extends Omit<ExtractedDocument, "document"> {
  readonly candidates: readonly Candidate[];
  /** What was repaired, doubted or found to contradict the registry. */
  readonly problems: readonly Problem[];
}

/** Text, clauses, mentions: the pure stages for one document, in order. */
export function extract(document: SourceDocument, registry: Registry): Extraction {
  const layout = layOut(document.raw, document.file, document);
  const { kind, clauses: unplaced, problems } = findClauses(layout, document.file);
  const clauses = document.pages?.length ? unplaced.map((clause) => placed(clause, document)) : unplaced;
  const found = findMentions(layout, clauses, kind, registry, document.file);
  const notes = [...layout.problems, ...findSuspects(layout.view, document.file)];
  const words = wordsInPlace(layout.view);
  return { kind, words, clauses, ...found, problems: [...notes, ...problems, ...found.problems] };
}

function placed(clause: Clause, document: SourceDocument): Clause {
  const page = pageAt(document, clause.start);
  return page === undefined ? clause : { ...clause, page };
}
