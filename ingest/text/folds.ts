/** A piece of markup or an unprintable that a reader does not see as it stands. */
export interface Fold {
  readonly id: string;
  /** Characters that it begins with, as the inside of a character class. */
  readonly on: string;
  /** Sticky; tried at each of those characters. */
  readonly pattern: RegExp;
  /** What must follow within {@link foldReach} characters for the pattern to match at all: saves looking in vain. */
  readonly needs?: string;
  /** What a reader sees in its place; null where this match is no markup after all. */
  readonly shown: (match: string) => string | null;
}

const hidden = () => "";
const blank = () => " ";

const entities = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    ndash: "–",
    mdash: "—",
    hellip: "…",
    lsquo: "‘",
    rsquo: "’",
    ldquo: "“",
    rdquo: "”",
    eacute: "é",
    egrave: "è",
    agrave: "à",
    ccedil: "ç",
    shy: "",
  }),
);

/** Character of an HTML entity: a named one of the common few, or any number; null for what is none. */
function entity(match: string): string | null {
  const name = match.slice(1, -1);
  if (!name.startsWith("#")) return entities.get(name) ?? null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  if (code === 0xad) return "";
  if (code === 0xa0) return " ";
  return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;
}

/** Latin ligatures of the Unicode block "Alphabetic Presentation Forms", U+FB00 on. */
const ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

/** Characters that print nothing: soft hyphen, zero-width and direction marks, byte order mark. */
const invisible = String.raw`\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff`;
/** Blanks other than the blank; two of those are found by {@link nextFold}. */
const blanks = String.raw`\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000`;

/** Ordered: the first that matches is taken. Adding a fold is one entry here. */
export const folds: readonly Fold[] = [
  { id: "strong", on: "*", pattern: /\*{2,3}/y, shown: hidden },
  { id: "strong-underscore", on: "_", pattern: /(?:(?<!\w)__(?=\S)|(?<=\S)__(?!\w))/y, shown: hidden },
  { id: "emphasis-open", on: "*", pattern: /(?<![\w*])\*(?=[^\s*][^*]{0,600}\*(?![\w*]))/y, shown: hidden },
  { id: "emphasis-close", on: "*", pattern: /(?<=(?<![\w*])\*[^\s*][^*]{0,600})(?<!\s)\*(?![\w*])/y, shown: hidden },
  { id: "underscore-open", on: "_", pattern: /(?<!\w)_(?=[^\s_][^_]{0,600}_(?!\w))/y, shown: hidden },
  { id: "underscore-close", on: "_", pattern: /(?<=(?<!\w)_[^\s_][^_]{0,600})(?<!\s)_(?!\w)/y, shown: hidden },
  { id: "comment", on: "<", needs: "-->", pattern: /<!--[\s\S]{0,500}?-->/y, shown: hidden },
  { id: "break", on: "<", pattern: /<br\s{0,3}\/?>/iy, shown: blank },
  {
    id: "block-tag",
    on: "<",
    needs: ">",
    pattern:
      /<\/?(?:td|th|tr|p|div|li|ul|ol|dl|dt|dd|table|tbody|thead|h[1-6]|blockquote|section|details|summary)(?:\s[^<>]{0,400})?\/?>/iy,
    shown: blank,
  },
  {
    id: "autolink",
    on: "<",
    needs: ">",
    pattern: /<https?:\/\/[^\s<>]{1,400}>/iy,
    shown: (match) => match.slice(1, -1),
  },
  { id: "tag", on: "<", needs: ">", pattern: /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,400})?\/?>/iy, shown: hidden },
  { id: "entity", on: "&", needs: ";", pattern: /&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});/iy, shown: entity },
  { id: "escape", on: "\\\\", pattern: /\\[\\`*_{}[\]()#+\-.!|<>&]/y, shown: (match) => match.slice(1) },
  {
    id: "image-link",
    on: "\\[",
    needs: "](",
    pattern: /\[!\[[^\]\n]{0,300}\]\([^)\n]{0,200}\)\]\([^)\n]{0,200}\)/y,
    shown: hidden,
  },
  { id: "image", on: "!", needs: "](", pattern: /!\[[^\]\n]{0,300}\]\([^)\n]{0,200}\)/y, shown: hidden },
  { id: "footnote-start", on: "\\[", pattern: /(?<=^[ \t>]{0,8})\[\^[\w-]{1,20}\]:[ \t]{0,8}/my, shown: hidden },
  {
    id: "link-target",
    on: "\\[",
    pattern:
      /(?<=^[ \t>]{0,8})\[[^\]\n^]{1,80}\]:[ \t]{1,8}(?:<[^<>\n]{1,300}>|[a-z]{2,8}:\S{1,300}|[#/.]\S{1,300})(?:[ \t]+["'(][^\n]{0,200}["')])?[ \t]*$/imy,
    shown: hidden,
  },
  { id: "reference-open", on: "\\[", pattern: /\[(?=[^[\]\n]{1,200}\]\[[^[\]\n]{0,60}\])/y, shown: hidden },
  { id: "reference-close", on: "\\]", pattern: /(?<=\[[^[\]\n]{1,200})\]\[[^[\]\n]{0,60}\]/y, shown: hidden },
  { id: "footnote-mark", on: "\\[", needs: "]", pattern: /\[\^[\w-]{1,20}\]/y, shown: hidden },
  { id: "link-open", on: "\\[", needs: "](", pattern: /\[(?=[^\]\n]{1,200}\]\([^)\n]{0,200}\))/y, shown: hidden },
  { id: "link-close", on: "\\]", pattern: /(?<=\[[^\]\n]{1,200})\]\([^)\n]{0,200}\)/y, shown: hidden },
  { id: "fence", on: "`", pattern: /(?<=^[ \t>]{0,8})`{3,20}[^`\n]{0,40}$/my, shown: hidden },
  { id: "code-open", on: "`", pattern: /(?<![\p{L}`])`(?=[^`\s][^`\n]{0,300}`)/uy, shown: hidden },
  { id: "code-close", on: "`", pattern: /(?<=(?<![\p{L}`])`[^`\s][^`\n]{0,300})`/uy, shown: hidden },
  { id: "struck", on: "~", pattern: /~~/y, shown: hidden },
  {
    id: "apostrophe",
    on: "`\u00b4\u02b9\u02bc\u2032\uff07",
    pattern: /(?<=\p{L})[`\u00b4\u02b9\u02bc\u2032\uff07](?=\p{L}|\s)/uy,
    shown: () => "’",
  },
  { id: "cell", on: "|", pattern: /\|/y, shown: blank },
  {
    id: "ligature",
    on: "\\ufb00-\\ufb06",
    pattern: /[\ufb00-\ufb06]/y,
    shown: (match) => ligatures[match.charCodeAt(0) - 0xfb00] ?? null,
  },
  { id: "invisible", on: invisible, pattern: new RegExp(`[${invisible}]+`, "y"), shown: hidden },
  { id: "blanks", on: blanks, pattern: new RegExp(`[ ${blanks}]+`, "y"), shown: blank },
];

/** Furthest that a fold reaches, in characters. */
export const foldReach = 600;

/** Where a fold may begin; everything between is copied as it stands. Global. */
export const nextFold = new RegExp(`[${folds.map(({ on }) => on).join("")}]| {2}`, "g");

const byCharacter = new Map<number, readonly Fold[]>();

/** The folds that may begin with a character, in order. */
export function foldsOn(code: number): readonly Fold[] {
  const known = byCharacter.get(code);
  if (known) return known;
  const character = String.fromCharCode(code);
  const own = folds.filter(({ id, on }) => new RegExp(`[${on}]`).test(character) || (id === "blanks" && code === 32));
  byCharacter.set(code, own);
  return own;
}
