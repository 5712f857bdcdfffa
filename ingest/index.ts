import { coverageRuleIds } from "./claims/coverage.ts";
import { rules } from "./registry/check.ts";

/* What the rest of the project may use of the pipeline. */

// The pipeline as a whole
export {
  graphOf,
  ingest,
  readMaterial,
  revisionOf,
  type Folders,
  type IngestReport,
  type Material,
} from "./pipeline.ts";
export { IngestError } from "./ingest-error.ts";
export type { LoadOptions, LoadReport, OnProgress } from "./load/load.ts";

// The corpus
export { addToCorpus, keptAddresses, removeFromCorpus } from "./documents/corpus.ts";
export { isAddress } from "./documents/address.ts";
export { courteousFetch } from "./documents/courtesy.ts";
export { addPages } from "./documents/pages.ts";

// Problems
export { describeProblem, type Problem } from "./problem.ts";

// The registry of curated facts
export { editorSchemas, type EditorSchema } from "./registry/json-schema.ts";
export { readRegistry } from "./registry/read.ts";
export { officialAddresses } from "./registry/registered.ts";
export type { Registry } from "./registry/registry.ts";

// Words that were mistyped
export { nearestWord } from "./registry/nearest.ts";

// Names that nobody has registered
export { candidateEntries, entryYaml } from "./mentions/candidate-entries.ts";

// One document
export { readBytes, readDocument, type ReadDocument } from "./documents/read.ts";
export type { SourceDocument } from "./documents/document.ts";
export { extract, type Extraction } from "./extract.ts";
export type { Span } from "./span.ts";
export { wordsAt } from "./text/view.ts";
export { toOutput, type ExtractOutput } from "./extract-output.ts";

/** Ids of every rule that judges the curated facts as a whole, in the order in which they report. */
export const factRuleIds: readonly string[] = [...rules.map(({ id }) => id), ...coverageRuleIds];
