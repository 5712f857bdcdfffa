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
  "recalled",
  "disputed",
  "sameAs",
  "note",
  "sha256",
  "scope",
  "textRead",
  "cycle",
]);

/** Kinds of record whose fields are claims; sources prove and are not proved. */
const claimedKinds = [
  "countries",
  "organisations",
  "groups",
  "topics",
  "concepts",
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
  readonly field?: string | undefined;
  readonly matter?: string | undefined;
  readonly values: readonly { readonly value: string | number; readonly sources: readonly SourceRef[] }[];
}

/** A record, or an item of one, with its fields and where they come from. */
interface Claimable extends Sourced {
  readonly disputed?: readonly Dispute[] | undefined;
  readonly recalled?: Readonly<Record<string, string | readonly string[]>> | undefined;
}

/** What the claims of a record or item are about, and the sources where it names none of its own. */
interface About {
  readonly subject: string;
  /** Put before the names of fields: the relation and a full stop, or nothing. */
  readonly prefix: string;
  readonly other: string | null;
  readonly occurrence: string | null;
  /** True where there are several relations to the same other end and no period tells them apart. */
  readonly repeated: boolean;
}

/** About a node itself, not about one of its relations. */
function aboutNode(subject: string): About {
  return { subject, prefix: "", other: null, occurrence: null, repeated: false };
}

/**
 * Claims of the curated records: one for each value of each field, one for each relation and each value of its
 * attributes, and one for each value of a noted disagreement.
 */
export function curatedClaims(records: Records): Claim[] {
  return [
    ...claimedKinds.flatMap((kind) => records[kind].flatMap((record) => fieldClaims(record, aboutNode(record.id)))),
    ...relationLists.flatMap((list) =>
      records[list.kind].flatMap((record: Claimable & { id: string }) => relationClaims(record, list)),
    ),
    ...records.people.flatMap(({ tenures = [] }) =>
      tenures.flatMap((tenure) => fieldClaims(tenure, aboutNode(tenure.id))),
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
    const repeated = items.filter((twin) => twin[key] === item[key]).length > 1;
    const occurrence = repeated ? textOf(item.from) : null;
    const about: About = {
      subject: record.id,
      prefix: `${relation}.`,
      other,
      occurrence,
      repeated: repeated && occurrence === null,
    };
    const relationItself = claim(aboutNode(record.id), relation, other, sourced.sources);
    const period = { from: textOf(item.from), to: textOf(item.to) };
    return [{ ...relationItself, ...period }, ...fieldClaims(sourced, about, attributes)];
  });
}

/** A term's co-chairs are one relation with two sides. */
function termClaims({ asean, plus, ...term }: TermRecord, subject: string, sources: readonly SourceRef[]): Claim[] {
  const sourced = { ...term, sources: term.sources ?? sources };
  const about = aboutNode(subject);
  const coChairs = (side: "asean" | "plus", countries: readonly string[]) =>
    countries.map((country) => claim(about, "coChairs", country, sourcesOfField(sourced, side)));
  return [...coChairs("asean", asean), ...coChairs("plus", plus), ...fieldClaims(sourced, about)];
}

/** Claims of the plain fields (those named by `only`, or all), of the noted disagreements, and of what is recalled. */
function fieldClaims(item: Claimable, about: About, only?: readonly string[]): Claim[] {
  const disputed = new Set(item.disputed?.map(({ field }) => field));
  const settled = Object.entries(item)
    .filter(([field]) => !notClaimed.has(field) && !disputed.has(field) && (only?.includes(field) ?? true))
    .flatMap(([field, value]) =>
      plainValues(value).map((text) => ({
        ...claim(about, field, text, sourcesOfField(item, field)),
        exclusive: isOneValued(about.prefix + field) && !about.repeated && !Array.isArray(value),
      })),
    );
  const open = (item.disputed ?? []).flatMap(({ field, matter = "", values }) =>
    values.map(({ value, sources }) => ({ ...claim(about, field ?? matter, String(value), sources), exclusive: true })),
  );
  const recalled = Object.entries(item.recalled ?? {}).flatMap(([field, value]) =>
    plainValues(value).map((text) => claim(about, field, text, [])),
  );
  return [...settled, ...open, ...recalled];
}

function plainValues(value: unknown): string[] {
  if (typeof value === "string" || typeof value === "number") return [String(value)];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function claim(about: About, field: string, value: string, sources: readonly SourceRef[]): Claim {
  return {
    subject: about.subject,
    property: about.prefix + field,
    other: about.other,
    occurrence: about.occurrence,
    value,
    from: null,
    to: null,
    modality: modalityOf(field),
    exclusive: false,
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
