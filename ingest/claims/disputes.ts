import { compatible, isPartialDate } from "../dates.ts";
import type { Claim } from "./claim.ts";

/** Properties of which a subject has one value at a time; source: the model (docs/model.md). */
const oneValued = new Set([
  "heldOn",
  "heldUntil",
  "plannedOn",
  "adoptedOn",
  "inForceOn",
  "issuedOn",
  "mandatedOn",
  "setUpOn",
  "hostedBy",
  "series",
  "ordinal",
  "year",
  "mode",
  "outcome",
  "status",
  "stage",
  "kind",
  "meeting",
  "authority",
  "adoptedAt",
  "proposedAt",
  "mandatedAt",
  "symbol",
]);

/** Key of the values that a claim's value competes with: subject, property and modality. */
export function contestOf(claim: Claim): string {
  return `${claim.subject}|${claim.property}|${claim.modality}`;
}

/**
 * The contests in which sourced claims disagree: one-valued properties with two values of which neither can be a more
 * precise writing of the other.
 */
export function disputedContests(claims: readonly Claim[]): ReadonlySet<string> {
  const contests = new Map<string, Set<string>>();
  for (const claim of claims) {
    if (!oneValued.has(claim.property) || claim.support.length === 0) continue;
    const values = contests.get(contestOf(claim)) ?? new Set<string>();
    contests.set(contestOf(claim), values.add(claim.value));
  }
  return new Set([...contests].filter(([, values]) => disagree([...values])).map(([contest]) => contest));
}

function disagree(values: readonly string[]): boolean {
  return values.some((a, index) => values.slice(index + 1).some((b) => !agree(a, b)));
}

function agree(a: string, b: string): boolean {
  return isPartialDate(a) && isPartialDate(b) ? compatible(a, b) : a === b;
}
