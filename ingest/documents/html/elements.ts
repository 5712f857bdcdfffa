/*
 * What the HTML standard says of each element: which have no content, which stand as a block, which end others.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Elements without content or end tag. Source: HTML standard, 13.1.2 "Elements", void elements, and obsolete ones. */
export const emptyElements = words(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr",
);

const blocks = words(
  "address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav noscript ol optgroup option p pre search section " +
    "select summary table tbody td template tfoot th thead tr ul xmp #page",
);

/** True for an element that stands on lines of its own. Source: HTML standard, 15.3 "Non-replaced elements". */
export function isBlock(name: string): boolean {
  return blocks.has(name);
}

/** What an end tag does not reach beyond. Source: HTML standard, 13.2.4.2, "has a particular element in scope". */
export const scopeEnds = words("#page applet caption marquee object table td template th");

/** A start tag that ends an element left open before it. */
interface Implied {
  readonly opens: ReadonlySet<string>;
  readonly closes: readonly string[];
  /** Elements that shield what is outside of them. */
  readonly within: ReadonlySet<string>;
}

const lists = words("#page applet caption dl marquee menu object ol table td template th ul");
const tables = words("#page table template");
const paragraphEnds = words(
  "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 " +
    "h4 h5 h6 header hgroup hr li listing main menu nav ol p pre search section summary table ul xmp",
);

/** Ordered. Source: HTML standard, 13.2.6.4 "The rules for parsing tokens in HTML content". */
const implied: readonly Implied[] = [
  { opens: words("li"), closes: "li".split(" "), within: lists },
  { opens: words("dd dt"), closes: "dd dt".split(" "), within: lists },
  { opens: words("option optgroup"), closes: "option".split(" "), within: words("#page select template") },
  { opens: words("td th"), closes: "td th".split(" "), within: tables },
  { opens: words("tr"), closes: "tr".split(" "), within: tables },
  { opens: words("tbody thead tfoot"), closes: "tbody thead tfoot caption".split(" "), within: tables },
  { opens: words("h1 h2 h3 h4 h5 h6"), closes: "h1 h2 h3 h4 h5 h6".split(" "), within: blocksExceptHeadings() },
  { opens: paragraphEnds, closes: "p".split(" "), within: words("#page applet button caption marquee object table td template th") },
];

function blocksExceptHeadings(): ReadonlySet<string> {
  return new Set([...blocks].filter((name) => !/^h[1-6]$/.test(name)));
}

const none: readonly Implied[] = [];
const impliedByName = new Map(
  [...blocks].map((name) => [name, implied.filter(({ opens }) => opens.has(name))] as const),
);

/** What a start tag ends that was left open, in order. */
export function impliedBy(name: string): readonly Implied[] {
  return impliedByName.get(name) ?? none;
}
