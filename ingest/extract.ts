import type { ExtractedDocument } from "./claims/identify.ts";
import { findClauses } from "./clauses/find.ts";
import type { SourceDocument } from "./documents/document.ts";
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
  const { kind, clauses, problems } = findClauses(layout, document.file);
  const found = findMentions(layout, clauses, kind, registry, document.file);
  const notes = [...layout.problems, ...findSuspects(layout.view, document.file)];
  const words = wordsInPlace(layout.view);
  return { kind, words, clauses, ...found, problems: [...notes, ...problems, ...found.problems] };
}
