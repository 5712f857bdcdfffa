/** A statement or report as a question gives it for a footnote (see fields/references.graphql). */
export interface CitedText {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Day of issue, as precise as the source. */
  readonly issuedOn: string | null;
  /** Short form of the series whose meeting issued it as its main text; null for every other text. */
  readonly series: string | null;
  /** Name of the place of issue. */
  readonly place: string | null;
  /** Publisher of the copy of a report, in the words of its source. */
  readonly publisher: string | null;
}

/** A clause, as far as a footnote names it. */
export interface CitedUnit {
  readonly part: string;
  readonly role: string;
  /** 1-indexed position in its part. */
  readonly position: number;
  /** Number as printed: `12.`, `a.` */
  readonly number: string | null;
}

/** A place in a text: a clause, the item of a clause, a place in words where the clause is not known, or the text as a whole. */
export interface Reference {
  readonly text: CitedText;
  readonly clause: (CitedUnit & { readonly id: string; readonly itemOf: CitedUnit | null }) | null;
  readonly locator: string | null;
  /** Publisher of the source that reports the words, where nobody read them in the text itself. */
  readonly reportedBy?: string | null;
}

/**
 * What an analyst writes under a page: `ADMM-Plus Joint Statement, Kuala Lumpur, 1 November 2025, operative clause 8`. The
 * main text of a meeting goes by its series where its title says what it is; every other text by its title. What is known from
 * a report only ends in `as reported by …`.
 */
export function footnoteOf({ text, clause, locator, reportedBy = null }: Reference): string {
  const place = clause === null ? placeInWords(locator) : clauseInWords(clause);
  const title = statementKinds.has(text.kind) ? statementInWords(text) : reportInWords(text);
  const report = reportedBy === null ? null : ["as reported", named(reportedBy)].filter(Boolean).join(" by ");
  return [...title, place, report].filter((part) => part !== null).join(", ");
}

/** A publisher, or null where the source says that none is named. */
function named(publisher: string | null): string | null {
  return publisher !== null && !/\bnot named\b/i.test(publisher) ? publisher : null;
}

/** The page of a node in the explorer, below `base`: `/statement/admm-plus-12`, for a clause `/statement/admm-plus-12#op-8`. */
export function addressOf(base: string, { text, clause }: Pick<Reference, "text" | "clause">): string {
  const unit = clause === null ? "" : `#${clause.id.slice(clause.id.indexOf("/") + 1)}`;
  return pageOf(base, text.id) + unit;
}

/** The page of any node but a clause: its id with a slash for the colon. */
export function pageOf(base: string, id: string): string {
  return `${base}/${id.replace(":", "/")}`;
}

const statementKinds = new Map([
  ["joint_statement", "Joint Statement"],
  ["joint_declaration", "Joint Declaration"],
  ["chairmans_statement", "Chairman's Statement"],
]);

function statementInWords({ name, kind, series, place, issuedOn }: CitedText): (string | null)[] {
  const words = statementKinds.get(kind) ?? kind;
  const title = series !== null && letters(name).includes(letters(words)) ? `${series} ${words}` : name;
  return [title, place && withoutAddition(place), dayInWords(issuedOn)];
}

function reportInWords({ name, kind, issuedOn, publisher }: CitedText): (string | null)[] {
  const title = name.startsWith("[") ? name : `“${name}”`;
  return [named(publisher), title, kind.replaceAll("_", " "), dayInWords(issuedOn)];
}

/** `Singapore (city)` is told apart from the country by its addition; a reader of a footnote needs none. */
function withoutAddition(place: string): string {
  return place.replace(/ \([^)]*\)$/, "");
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, "");
}

function placeInWords(locator: string | null): string | null {
  return locator === null || locator === "not stated" ? null : locator;
}

function clauseInWords(clause: NonNullable<Reference["clause"]>): string {
  const number = printed(clause);
  return clause.itemOf === null || number === null
    ? unitInWords(clause)
    : `${unitInWords(clause.itemOf)}, item ${number}`;
}

function unitInWords(unit: CitedUnit): string {
  if (unit.role === "opening" && printed(unit) === null) return "opening";
  if (unit.part !== "other") return `${unit.part} clause ${printed(unit) ?? unit.position}`;
  if (unit.role === "paragraph" && printed(unit) !== null) return `paragraph ${printed(unit)}`;
  if (once.has(unit.role)) return unit.role.replaceAll("_", " ");
  return `passage ${unit.position}`;
}

/** Roles that a text has once, so that no number is needed. */
const once = new Set(["title", "date_line", "dateline", "enacting_formula", "adoption", "signature", "file_reference"]);

function printed({ number }: CitedUnit): string | null {
  return number === null ? null : number.replace(/^[([]|[.)\]:]+$/g, "");
}

const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** `1 November 2025`, `November 2025`, `2025`, as precise as the date; `undated` where there is none. */
export function dayInWords(date: string | null): string {
  if (date === null) return "undated";
  const [year = "", month, day] = date.split("-");
  const name = months[Number(month) - 1];
  return [day && String(Number(day)), name, year].filter(Boolean).join(" ");
}
