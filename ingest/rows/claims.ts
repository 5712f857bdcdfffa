import { createHash } from "node:crypto";
import { contestOf, type Claim, type Support } from "../claims/claim.ts";
import type { Dispute, Settlement } from "../claims/settle.ts";
import { compatible, isPartialDate } from "../dates.ts";
import { dated, known, type EdgeRow, type Rows } from "./row.ts";

/** Claims with what they are about and what supports them, and the disputes among them. */
export function claimRows(claims: readonly Claim[], { shown, disputes }: Settlement): Rows {
  const byId = new Map(claims.map((claim) => [idOf(claim), claim]));
  const disputed = new Map(disputes.map((dispute) => [dispute.contest, dispute]));
  const entries = [...byId];
  return {
    nodes: [
      ...entries.map(([id, claim]) => ({
        id,
        properties: known({
          subject: claim.subject,
          property: claim.property,
          other: claim.other,
          value: claim.value,
          modality: claim.modality,
          ...dated("from", claim.from),
          ...dated("to", claim.to),
          ...dated("assertedOn", claim.assertedOn),
          standing: standingOf(claim, disputed.get(contestOf(claim)), shown.get(contestOf(claim))),
          rule: claim.rule,
        }),
      })),
      ...disputes.map((dispute) => ({
        id: disputeId(dispute),
        properties: known({
          subject: dispute.subject,
          property: dispute.property,
          other: dispute.other,
          modality: dispute.modality,
          shown: dispute.shown,
          reason: dispute.reason,
        }),
      })),
    ],
    edges: [
      ...entries.flatMap(([id, claim]) => [
        { type: "ABOUT", from: id, to: claim.subject, properties: {} },
        ...claim.support.map((support) => supportEdge(id, support)),
      ]),
      ...disputes.flatMap((dispute) => [
        { type: "ABOUT", from: disputeId(dispute), to: dispute.subject, properties: {} },
        ...dispute.claims.map((claim) => ({
          type: "AMONG",
          from: disputeId(dispute),
          to: idOf(claim),
          properties: {},
        })),
      ]),
    ],
  };
}

/** How a claim stands: see `standing` in schema.graphql. */
function standingOf(claim: Claim, dispute: Dispute | undefined, shown: string | undefined): string {
  if (claim.support.length === 0) return "unsourced";
  if (!dispute || shown === undefined) return "agreeing";
  const agrees =
    claim.value === shown || (isPartialDate(claim.value) && isPartialDate(shown) && compatible(claim.value, shown));
  return agrees ? "shown" : "disputed";
}

function supportEdge(claim: string, support: Support): EdgeRow {
  return support.kind === "source"
    ? {
        type: "SUPPORTED_BY",
        from: claim,
        to: support.source,
        properties: known({ locator: support.locator, basis: support.basis }),
      }
    : {
        type: "SUPPORTED_BY",
        from: claim,
        to: support.clause,
        properties: known({
          surface: support.surface,
          start: support.start,
          end: support.end,
          locator: support.locator,
          basis: "text",
        }),
      };
}

function disputeId({ contest }: Dispute): string {
  return `dispute:${shortHash([contest])}`;
}

/** Made from all that tells two claims apart, so that the same claim has the same id in every run. */
function idOf(claim: Claim): string {
  const { value, support } = claim;
  const proof = support.map((item) => (item.kind === "source" ? item.source : `${item.clause}@${item.start}`)).sort();
  return `claim:${shortHash([contestOf(claim), value, ...proof])}`;
}

/** First 16 hex digits of the SHA-256 of the parts. */
export function shortHash(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 16);
}
