import { termId } from "../ids.ts";
import type { Problem } from "../problem.ts";
import { recordKinds, type RecordKind, type Records, type SourceRef } from "../registry/records.ts";

/** Something that is not known, so that silence can be told from absence. */
interface Gap {
  /** Id of what it is about. */
  readonly subject: string;
  readonly message: string;
}

interface CoverageRule {
  readonly rule: string;
  readonly kind: RecordKind;
  readonly gaps: (records: Records) => readonly Gap[];
}

/** What is looked for, in the order of the report. */
const rules: readonly CoverageRule[] = [
  {
    rule: "meeting-without-date",
    kind: "meetings",
    gaps: ({ meetings }) =>
      meetings
        .filter(({ heldOn, plannedOn }) => !heldOn && !plannedOn)
        .map(({ id, name }) => ({ subject: id, message: `${name}: no day, month or year is known` })),
  },
  {
    rule: "meeting-outcome-unknown",
    kind: "meetings",
    gaps: ({ meetings }) =>
      meetings
        .filter(({ outcome, heldOn }) => outcome === "unknown" && heldOn)
        .map(({ id, name }) => ({ subject: id, message: `${name}: what it adopted is not known` })),
  },
  {
    rule: "co-chairs-unknown",
    kind: "workingGroups",
    gaps: ({ workingGroups }) =>
      workingGroups.flatMap((group) =>
        (group.terms ?? [])
          .filter(({ asean, plus }) => asean.length === 0 || plus.length === 0)
          .map((term) => ({
            subject: termId(group.id, term.cycle),
            message: `${group.name}, ${term.from ?? "?"} to ${term.to ?? "?"}: ${unknownSides(term)} not known`,
          })),
      ),
  },
  {
    rule: "text-not-read",
    kind: "statements",
    gaps: ({ statements }) =>
      statements
        .filter(({ textRead }) => textRead !== "whole")
        .map(({ id, name, textRead }) => ({
          subject: id,
          message: `${name}: ${read[textRead]}, so citations that are not listed are unknown, not absent`,
        })),
  },
  ...(["meetings", "instruments", "initiatives", "activities", "workingGroups"] as const).map((kind): CoverageRule => ({
    rule: "single-source",
    kind,
    gaps: (records) =>
      records[kind]
        .filter((record: { sources: readonly SourceRef[] }) => record.sources.length === 1)
        .map(({ id, name }) => ({ subject: id, message: `${name}: one source only` })),
  })),
];

const read = {
  whole: "all of the text was read",
  parts: "parts of the text were read",
  beginning: "the beginning of the text was read",
  none: "none of the text was read",
} as const;

/** Ids of the rules of coverage, each once. */
export const coverageRuleIds: readonly string[] = [...new Set(rules.map(({ rule }) => rule))];

/** What the curated facts do not know, a note each, in the order of the rules and of the ids. */
export function coverageGaps(records: Records): Problem[] {
  return rules.flatMap(({ rule, kind, gaps }) =>
    gaps(records).map(({ subject, message }): Problem => ({
      rule,
      severity: "note",
      message,
      subject,
      file: `data/${recordKinds[kind].path}`,
    })),
  );
}

function unknownSides({ asean, plus }: { asean: readonly string[]; plus: readonly string[] }): string {
  if (asean.length > 0) return "the Plus co-chair is";
  return plus.length > 0 ? "the ASEAN co-chair is" : "the co-chairs are";
}
