import type { Records, SourceRef } from "../registry/records.ts";
import { sourcesOfField, type Sourced } from "../registry/sourced.ts";
import type { Claim, Modality, Support } from "./claim.ts";

/** Fields of a record that say nothing about its subject in the world. */
const notClaimed = new Set([
  "id",
  "name",
  "aliases",
  "sharedAliases",
  "fieldAliases",
  "sources",
  "fieldSources",
  "confidence",
  "unsourced",
  "disputed",
  "sameAs",
  "note",
  "sha256",
  "textRead",
]);

/** Kinds of record whose fields are claims; sources prove and are not proved. */
const claimedKinds = [
  "countries",
  "organisations",
  "groups",
  "places",
  "series",
  "meetings",
  "people",
  "instruments",
  "workingGroups",
  "activities",
  "initiatives",
  "statements",
  "reports",
] as const satisfies (keyof Records)[];

interface Claimable extends Sourced {
  readonly id: string;
  readonly disputed?:
    | readonly { field: string; values: readonly { value: string | number; sources: readonly SourceRef[] }[] }[]
    | undefined;
}

/**
 * Claims of the curated records: one for each single value and each listed id, and one for each value of a noted
 * disagreement. Periods, parties and co-chairs carry their sources on their own edges.
 */
export function curatedClaims(records: Records): Claim[] {
  return claimedKinds.flatMap((kind) => records[kind].flatMap((record: Claimable) => claimsOfRecord(record)));
}

function claimsOfRecord(record: Claimable): Claim[] {
  const disputed = new Set(record.disputed?.map(({ field }) => field));
  const shown = Object.entries(record)
    .filter(([field]) => !notClaimed.has(field) && !disputed.has(field))
    .flatMap(([field, value]) =>
      plainValues(value).map((text) => claim(record.id, field, text, sourcesOfField(record, field))),
    );
  const kept = (record.disputed ?? []).flatMap(({ field, values }) =>
    values.map(({ value, sources }) => claim(record.id, field, String(value), sources)),
  );
  return [...shown, ...kept];
}

function plainValues(value: unknown): string[] {
  if (typeof value === "string" || typeof value === "number") return [String(value)];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

function claim(subject: string, field: string, value: string, sources: readonly SourceRef[]): Claim {
  return {
    subject,
    property: field,
    value,
    modality: modalityOf(field),
    assertedOn: null,
    rule: "curated",
    support: sources.map(supportOf),
  };
}

function modalityOf(field: string): Modality {
  return field === "plannedOn" ? "announced" : "held";
}

function supportOf(ref: SourceRef): Support {
  return typeof ref === "string"
    ? { kind: "source", source: ref, locator: null, basis: "text" }
    : { kind: "source", source: ref.source, locator: ref.locator, basis: "text" };
}
