/*
 * Who stands at the end of a text.
 */

const patterns: readonly RegExp[] = [
  /^for\s+(?:and\s+on\s+behalf\s+of\s+)?(?:the\s+)?(?:government|kingdom|republic|union|socialist|people|commonwealth|state|brunei|lao|malaysia|ministry)/i,
  /^for\s+(?:the\s+)?\p{Lu}[^.;!?]{2,120}:$/u,
  /^(?:issued\s+by|signed\b|on\s+behalf\s+of)\b/i,
  /^(?:the\s+)?(?:ministry|department|office|secretariat|embassy)\b/i,
  /\b(?:ministry|department)\s+of\s+(?:national\s+)?defen[cs]e$/i,
  /^(?:kementerian|bộ\s+quốc\s+phòng|minist[eè]re)(?![\p{L}])/iu,
  /^(?:strategic\s+|corporate\s+|public\s+)?(?:communications?|relations|affairs)\b/i,
  /\b(?:minister|secretary|director|secretary-general)\s+(?:of|for|general)\b/i,
  /^(?:the\s+)?(?:h\.?e\.?|his\s+excellency|her\s+excellency|gen(?:eral)?\.?|lt\.?|admiral|dato|datuk|tan\s+sri|pehin|dr\.?|mr\.?|ms\.?|mrs\.?)\b/i,
];

/** Who took a picture. */
const caption = /\b(?:photo|picture|image|pic)s?\b/i;

/** True for a short line that names who signs or issues. */
export function signatureAt(text: string): boolean {
  return (
    text.length < 200 && !/[.;]$/.test(text) && !caption.test(text) && patterns.some((pattern) => pattern.test(text))
  );
}
