import { createHash } from "node:crypto";
import type { Claim, Support } from "../claims/claim.ts";
import { contestOf } from "../claims/disputes.ts";
import { dated, known, type EdgeRow, type Rows } from "./row.ts";

/** Claims with what they are about and what supports them; `disputed`: the contests whose sources disagree. */
export function claimRows(claims: readonly Claim[], disputed: ReadonlySet<string>): Rows {
  const byId = new Map(claims.map((claim) => [idOf(claim), claim]));
  const entries = [...byId];
  return {
    nodes: entries.map(([id, claim]) => ({
      id,
      properties: known({
        subject: claim.subject,
        property: claim.property,
        value: claim.value,
        modality: claim.modality,
        ...dated("assertedOn", claim.assertedOn),
        standing: standingOf(claim, disputed),
        rule: claim.rule,
      }),
    })),
    edges: entries.flatMap(([id, claim]) => [
      { type: "ABOUT", from: id, to: claim.subject, properties: {} },
      ...claim.support.map((support) => supportEdge(id, support)),
    ]),
  };
}

function standingOf(claim: Claim, disputed: ReadonlySet<string>): string {
  if (claim.support.length === 0) return "unsourced";
  return disputed.has(contestOf(claim)) ? "disputed" : "agreeing";
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
        properties: { surface: support.surface, start: support.start, end: support.end, basis: "text" },
      };
}

/** Made from all that tells two claims apart, so that the same claim has the same id in every run. */
function idOf(claim: Claim): string {
  const { subject, property, value, modality, support } = claim;
  const proof = support.map((item) => (item.kind === "source" ? item.source : `${item.clause}@${item.start}`)).sort();
  return `claim:${shortHash([subject, property, value, modality, ...proof])}`;
}

/** First 16 hex digits of the SHA-256 of the parts. */
export function shortHash(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 16);
}
