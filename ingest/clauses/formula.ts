/*
 * The words by which a text passes from its reasons to its decisions.
 */

/** Longest formula in characters: the participants may be named in it. */
const longest = 400;

const patterns: readonly RegExp[] = [
  /\b(?:do\s+)?hereby\b/i,
  /^(?:we\b.{0,200}\b)?(?:have\s+)?(?:agreed?|decided?|resolved?|commit(?:ted)?|declared?)\s+(?:to|as\s+follows|(?:(?:to|on|upon)\s+)?the\s+following|that(?:\s+we\s+(?:shall|will))?)\s*:?$/i,
  /^(?:now,?\s+)?therefore\b.{0,200}:$/i,
  /^(?:and\s+)?(?:we,?\s+)?(?:do\s+)?(?:agree|declare|commit|resolve|decide|undertake)(?:\s+(?:to|as\s+follows|the\s+following|that(?:\s+we\s+(?:shall|will))?))?\s*:$/i,
  /^(?:kami,?\s+)?(?:maka\s+)?(?:dengan\s+ini\s+)?(?:telah\s+)?(?:bersetuju|bersepakat|sepakat|memutuskan|menyatakan|mengisytiharkan|berikrar|berkomitmen)(?:\s+(?:untuk|bahwa|bahawa|perkara\s+berikut|(?:se)?(?:perti|bagai)\s+berikut)){0,2}\s*:$/i,
  /^(?:(?:nous\s+)?(?:sommes|avons|ont|sont)\s+)?(?:nous\s+)?(?:par\s+la\s+présente,?\s+)?(?:convenus?|convenons|décidé|décidons|déclarons|adoptons|nous\s+engageons)(?:\s+(?:de|à|que|ce\s+qui\s+suit|par\s+la\s+présente)){0,3}\s*:$/iu,
  /^(?:chúng\s+tôi,?\s+)?(?:(?:cùng|đã|sau\s+đây|nay|bằng\s+tuyên\s+bố\s+này)\s+){0,2}(?:nhất\s+trí|thống\s+nhất|tuyên\s+bố|cam\s+kết|quyết\s+định|đồng\s+ý)(?:\s+như\s+sau)?\s*:$/iu,
];

/** True for a block that is the enacting formula and no more: `WE HEREBY COMMIT TO:`, `HAVE AGREED as follows:`. */
export function isFormula(text: string): boolean {
  if (text.length > longest || /[;.]$/.test(text)) return false;
  const closes = /[:,]$/.test(text) || text.split(/\s+/).length <= 8;
  return closes && patterns.some((pattern) => pattern.test(text));
}

const within = /^(?:and\s+)?(?:now,?\s+therefore,?\s+)?(?:we\b[^.;]{0,200}?,?\s+)?(?:do\s+)?hereby\s+/i;

/** Offset of the verb in a clause that begins with the formula (`WE HEREBY COMMIT to ...;`), or null for any other. */
export function formulaInClause(text: string): number | null {
  return within.exec(text)?.[0].length ?? null;
}
