import { termId } from "../ids.ts";
import type { Records, SourceRef, TermRecord } from "../registry/records.ts";
import { sourcesOfField, type Sourced } from "../registry/sourced.ts";
import type { Claim, Modality, Support } from "./claim.ts";
import { relationLists, type RelationList } from "./items.ts";
import { isOneValued } from "./one-valued.ts";

/** Fields of a record that say nothing about its subject in the world, or stand in lists of relations. */
const notClaimed = new Set([
  "id",
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
  "cycle",
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

interface Dispute {
  readonly field: string;
  readonly values: readonly { readonly value: string | number; readonly sources: readonly SourceRef[] }[];
}

/** A record, or an item of one, with its fields and where they come from. */
interface Claimable extends Sourced {
  readonly disputed?: readonly Dispute[] | undefined;
}

/** What the claims of a record or item are about, and the sources where it names none of its own. */
interface About {
  readonly subject: string;
  /** Put before the names of fields: the relation and a full stop, or nothing. */
  readonly prefix: string;
  readonly other: string | null;
}

/**
 * Claims of the curated records: one for each value of each field, one for each relation and each value of its
 * attributes, and one for each value of a noted disagreement.
 */
export function curatedClaims(records: Records): Claim[] {
  return [
    ...claimedKinds.flatMap((kind) =>
      records[kind].flatMap((record) => fieldClaims(record, { subject: record.id, prefix: "", other: null })),
    ),
    ...relationLists.flatMap((list) =>
      records[list.kind].flatMap((record: Claimable & { id: string }) => relationClaims(record, list)),
    ),
    ...records.people.flatMap(({ tenures = [] }) =>
      tenures.flatMap((tenure) => fieldClaims(tenure, { subject: tenure.id, prefix: "", other: null })),
    ),
    ...records.workingGroups.flatMap((group) =>
      (group.terms ?? []).flatMap((term) => termClaims(term, termId(group.id, term.cycle), group.sources)),
    ),
  ];
}

function relationClaims(
  record: Claimable & { readonly id: string },
  { list, relation, key, attributes }: RelationList,
) {
  const items = ((record as unknown as Record<string, unknown>)[list] ?? []) as (Partial<Claimable> &
    Readonly<Record<string, unknown>>)[];
  return items.flatMap((item) => {
    const other = String(item[key]);
    const sourced = { ...item, sources: item.sources ?? record.sources };
    const about: About = { subject: record.id, prefix: `${relation}.`, other };
    const relationItself = claim({ ...about, prefix: "", other: null }, relation, other, sourced.sources);
    const period = { from: textOf(item.from), to: textOf(item.to) };
    return [{ ...relationItself, ...period }, ...fieldClaims(sourced, about, attributes)];
  });
}

/** A term's co-chairs are one relation with two sides. */
function termClaims({ asean, plus, ...term }: TermRecord, subject: string, sources: readonly SourceRef[]): Claim[] {
  const sourced = { ...term, sources: term.sources ?? sources };
  const about: About = { subject, prefix: "", other: null };
  const coChairs = [...asean, ...plus].map((country) =>
    claim(about, "coChairs", country, sourcesOfField(sourced, "coChairs")),
  );
  return [...coChairs, ...fieldClaims(sourced, about)];
}

/** Claims of the plain fields (those named by `only`, or all) and of the noted disagreements. */
function fieldClaims(item: Claimable, about: About, only?: readonly string[]): Claim[] {
  const disputed = new Set(item.disputed?.map(({ field }) => field));
  const settled = Object.entries(item)
    .filter(([field]) => !notClaimed.has(field) && !disputed.has(field) && (only?.includes(field) ?? true))
    .flatMap(([field, value]) =>
      plainValues(value).map((text) => claim(about, field, text, sourcesOfField(item, field))),
    );
  const open = (item.disputed ?? []).flatMap(({ field, values }) =>
    values.map(({ value, sources }) => ({ ...claim(about, field, String(value), sources), exclusive: true })),
  );
  return [...settled, ...open];
}

function plainValues(value: unknown): string[] {
  if (typeof value === "string" || typeof value === "number") return [String(value)];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function claim({ subject, prefix, other }: About, field: string, value: string, sources: readonly SourceRef[]): Claim {
  const property = prefix + field;
  return {
    subject,
    property,
    other,
    value,
    from: null,
    to: null,
    modality: modalityOf(field),
    exclusive: isOneValued(property),
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
