import { compatible, isPartialDate } from "../dates.ts";
import type { SourceRecord } from "../registry/records.ts";
import { contestOf, type Claim, type Modality } from "./claim.ts";

/**
 * The rule of precedence, best first: the adopted text, the host's record, the secretariat, a ministry, the press, works of
 * reference. Source: docs/model.md.
 */
const precedence: readonly SourceRecord["kind"][] = [
  "adopted text",
  "host",
  "secretariat",
  "ministry",
  "press",
  "reference",
];

/** A property with one value of which sourced claims give several that cannot all be right. */
export interface Dispute {
  readonly contest: string;
  readonly subject: string;
  readonly property: string;
  readonly other: string | null;
  readonly modality: Modality;
  /** The value that the rule chooses. */
  readonly shown: string;
  /** Why that value, in words. */
  readonly reason: string;
  /** Ids of the sources of that value, sorted. */
  readonly sources: readonly string[];
  /** All claims of the contest, unsourced ones included. */
  readonly claims: readonly Claim[];
}

/** What is known of the sources that the rule goes by. */
export interface Witnesses {
  readonly kindOf: (source: string) => SourceRecord["kind"];
  /** The source that this one was taken from, or itself: copies are no second witness. */
  readonly originOf: (source: string) => string;
}

/** Values that can all be right, the most precise one in front, with who says so. */
interface Reading {
  readonly value: string;
  readonly claims: readonly Claim[];
  /** Index into the order of precedence. */
  readonly rank: number;
  /** Number of sources that do not copy each other. */
  readonly witnesses: number;
}

/** What the claims come to. */
export interface Settlement {
  /** The value shown of each property that has one at a time and a source, by contest. */
  readonly shown: ReadonlyMap<string, string>;
  readonly disputes: readonly Dispute[];
}

/**
 * Settles every contest among the claims. `curated`: the value that a record itself has, which decides where the rule does
 * not. An unsourced claim contradicts nothing and is never shown before a sourced one.
 */
export function settle(
  claims: readonly Claim[],
  sources: Witnesses,
  curated: (contest: string) => string | undefined,
): Settlement {
  const shown = new Map<string, string>();
  const disputes: Dispute[] = [];
  for (const [contest, entries] of Map.groupBy(claims, contestOf)) {
    const readings = readingsOf(
      entries.filter((claim) => claim.exclusive && claim.support.length > 0),
      sources,
    );
    const [first] = readings;
    if (!first) continue;
    if (readings.length === 1) {
      shown.set(contest, first.value);
      continue;
    }
    const [{ subject, property, other, modality }] = entries as [Claim, ...Claim[]];
    const choice = choose(readings, curated(contest), property === "name");
    shown.set(contest, choice.shown);
    disputes.push({ contest, subject, property, other, modality, ...choice, claims: entries });
  }
  return { shown, disputes };
}

/** Claims sorted into readings: a less precise date joins the more precise one that it can mean. */
function readingsOf(claims: readonly Claim[], sources: Witnesses): Reading[] {
  const values = [...new Set(claims.map((claim) => claim.value))].sort(
    (a, b) => b.length - a.length || (a < b ? -1 : 1),
  );
  const groups = new Map<string, Claim[]>();
  for (const value of values) {
    const precise = [...groups.keys()].find((other) => agree(other, value)) ?? value;
    const group = groups.get(precise) ?? [];
    groups.set(precise, [...group, ...claims.filter((claim) => claim.value === value)]);
  }
  return [...groups].map(([value, group]) => ({
    value,
    claims: group,
    rank: Math.min(...group.flatMap((claim) => claim.support.map((item) => precedence.indexOf(kindOf(item, sources))))),
    witnesses: new Set(group.flatMap((claim) => claim.support.map((item) => witnessOf(item, sources)))).size,
  }));
}

type Choice = Pick<Dispute, "shown" | "reason" | "sources">;

/** `registered`: the registry's own value stands, whatever a text calls the thing. */
function choose(readings: readonly Reading[], curated: string | undefined, registered: boolean): Choice {
  const byCurator = (reading: Reading) => (reading.claims.some(({ value }) => value === curated) ? 0 : 1);
  if (registered && curated !== undefined) {
    const named = readings.find((reading) => byCurator(reading) === 0);
    return { shown: curated, reason: "the name in the registry stands", sources: sourcesOf(named?.claims ?? []) };
  }
  const [first, second] = readings.toSorted(
    (a, b) =>
      a.rank - b.rank || b.witnesses - a.witnesses || byCurator(a) - byCurator(b) || (a.value < b.value ? -1 : 1),
  );
  if (!first || !second) throw new Error("a dispute has two readings");
  const reason = reasonFor(first, second, byCurator(first) === 0);
  return { shown: first.value, reason, sources: sourcesOf(first.claims) };
}

function sourcesOf(claims: readonly Claim[]): string[] {
  const supports = claims.flatMap((claim) => claim.support);
  return [...new Set(supports.flatMap((item) => (item.kind === "source" ? [item.source] : [])))].sort();
}

function reasonFor(first: Reading, second: Reading, curated: boolean): string {
  if (first.rank !== second.rank) return `${precedence[first.rank] ?? ""} before ${precedence[second.rank] ?? ""}`;
  if (first.witnesses !== second.witnesses) return `${first.witnesses} sources against ${second.witnesses}`;
  return curated ? "the curator's choice among equal sources" : "the first of equal values";
}

type SupportItem = Claim["support"][number];

function kindOf(item: SupportItem, sources: Witnesses): SourceRecord["kind"] {
  return item.kind === "clause" ? item.sourceKind : sources.kindOf(item.source);
}

function witnessOf(item: SupportItem, sources: Witnesses): string {
  return item.kind === "clause" ? item.clause.replace(/\/.*$/, "") : sources.originOf(item.source);
}

function agree(a: string, b: string): boolean {
  return isPartialDate(a) && isPartialDate(b) ? compatible(a, b) : a === b;
}
