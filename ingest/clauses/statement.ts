import type { Block } from "../text/blocks.ts";
import type { Span } from "../span.ts";
import type { ClauseRole, Part } from "./clause.ts";
import { isAdoption } from "./adoption.ts";
import { formulaInClause, isFormula } from "./formula.ts";
import { headRole } from "./head.ts";
import { isHeading } from "./heading.ts";
import { isNoise } from "./noise.ts";
import { isProse, markStyle, type Page } from "./page.ts";
import { isOurDecision, leadsOf, pieces, type LeadForm, type Piece } from "./pieces.ts";
import { signatureAt } from "./signature.ts";
import { plainUnit, type Unit } from "./unit.ts";
import { leadAt, type FoundVerb } from "./verbs.ts";

/** Where the reader of a statement stands. */
type State = "head" | "preamble" | "operative" | "signatures" | "annex";

interface Reading {
  readonly page: Page;
  readonly units: Unit[];
  state: State;
  /** Index of the unit that goes on where a block opens none, or null. */
  open: number | null;
  /** A formula stands further below. */
  formulaAhead: boolean;
}

const annexHeading = /^(?:annex|appendix|attachment)\b/i;
const ended = /[;.:!?]["”’)]*(?:\s+(?:and|or))?$/i;

/**
 * Units of a statement: title, opening, preambular clauses, formula, operative clauses, adoption. What opens a clause
 * is its lead verb, not its number: numbers are lost in scans and start anew behind the formula.
 */
export function segmentStatement(page: Page): Unit[] {
  const reading: Reading = {
    page,
    units: [],
    state: "head",
    open: null,
    formulaAhead: page.texts.some(
      (text, index) => index > (page.title ?? -1) && (isFormula(text) || opensWithFormula(text)),
    ),
  };
  page.blocks.forEach((block, index) => {
    if (isNoise(page, index)) return;
    if (titleUnit(reading, block, index)) return;
    for (const piece of pieces(page, block, index)) readPiece(reading, piece);
  });
  return reading.units;
}

/** True where a document of a statement's kind is built of led clauses, or has a formula. */
export function hasClauses(page: Page): boolean {
  const led = (lead: (text: string) => boolean) => page.texts.filter(lead).length >= 2;
  return page.texts.some(isFormula) || led((text) => leadAt(text, 0, "participle") !== null) || led(isOurDecision);
}

function opensWithFormula(text: string): boolean {
  return formulaInClause(text) !== null;
}

function titleUnit({ page, units }: Reading, block: Block, index: number): boolean {
  const { title, titleEnd, blocks } = page;
  if (title === null || index < title || index > titleEnd) return false;
  const end = blocks[titleEnd]?.end ?? block.end;
  if (index === title) units.push(plainUnit({ start: block.start, end }, index, "title", block.number));
  return true;
}

function readPiece(reading: Reading, piece: Piece): void {
  const { text } = piece;
  if (reading.state === "annex") readAnnex(reading, piece);
  else if (annexHeading.test(text) && !isProse(text)) enter(reading, piece, "annex", "heading");
  else if (isFormula(text)) enterOperative(reading, piece);
  else if (isAdoption(text) && reading.state !== "head") enter(reading, piece, "signatures", "adoption");
  else if (reading.state === "signatures") readSignature(reading, piece);
  else if (reading.state === "head") readHead(reading, piece);
  else readClause(reading, piece);
}

function enter(reading: Reading, piece: Piece, state: State, role: ClauseRole): void {
  reading.state = state;
  pushOther(reading, piece, role);
}

function enterOperative(reading: Reading, piece: Piece): void {
  enter(reading, piece, "operative", "enacting_formula");
  reading.formulaAhead = false;
}

function pushOther(reading: Reading, piece: Piece, role: ClauseRole): void {
  reading.units.push(plainUnit(piece, piece.index, role, piece.number));
  reading.open = null;
}

function readAnnex(reading: Reading, piece: Piece): void {
  const last = reading.units.at(-1);
  // The line below the label is the annex's title.
  const apart = piece.block.apart || (last?.role === "heading" && annexHeading.test(lastWords(reading, last)));
  const heads =
    annexHeading.test(piece.text) || isHeading(reading.page, { ...piece.block, apart }, piece.text, piece.index);
  pushOther(reading, piece, heads && !isProse(piece.text) ? "heading" : "paragraph");
}

/** `Cambodia: General X`, behind the adoption. */
const signsFor = /^\p{Lu}[\p{L}’' -]{2,50}\s?[:–—|]\s*\p{Lu}[^;!?]{3,90}(?<![.;!?])$/u;

/** Names and no more, beside each other in a row of a table: `Prabowo Subianto | Tea Banh`. */
const onlyNames = /^\p{Lu}\S*(?:\s(?:\|\s)?(?:\p{Lu}\S*|bin|binti|da|de|al))+$/u;

function readSignature(reading: Reading, piece: Piece): void {
  const head = headRole(piece.text);
  if (head === "date_line") pushOther(reading, piece, "date_line");
  else if ([signsFor, onlyNames].some((form) => form.test(piece.text)) || signatureAt(piece.text))
    pushOther(reading, piece, "signature");
}

function readHead(reading: Reading, piece: Piece): void {
  const role = headRole(piece.text);
  if (role !== null) pushOther(reading, piece, role);
  else if (leadAt(piece.text, 0, "participle") || formulaInClause(piece.text) !== null) {
    reading.state = "preamble";
    readClause(reading, piece);
  } else if (!reading.formulaAhead && isOurDecision(piece.text)) {
    reading.state = "operative";
    readClause(reading, piece);
  } else if (isProse(piece.text) || /[;,:]$/.test(piece.text)) {
    pushClause(reading, piece, "opening", []);
  } else pushOther(reading, piece, "heading");
}

function readClause(reading: Reading, piece: Piece): void {
  const { view } = reading.page.layout;
  const formulaEnd = formulaInClause(piece.text);
  if (reading.state === "preamble" && formulaEnd !== null) {
    reading.state = "operative";
    reading.formulaAhead = false;
    pushClause(reading, piece, "clause", leadsOf(view, piece, formulaEnd, "base"));
    return;
  }
  if (reading.state === "preamble" && !reading.formulaAhead && opensOperative(piece)) reading.state = "operative";
  const leads = leadsOf(view, piece, 0, formOf(reading.state));
  const parent = parentOf(reading, piece, leads);
  if (parent !== null) pushItem(reading, piece, leads, parent);
  else if (leads.length > 0 || opensUnled(reading, piece)) pushClause(reading, piece, "clause", leads);
  else if (continues(reading)) extend(reading, piece);
  else if (!isProse(piece.text) && signatureOrDate(piece.text)) readSignature(reading, piece);
  else if (!isProse(piece.text)) pushOther(reading, piece, "heading");
  else pushClause(reading, piece, "clause", []);
}

function signatureOrDate(text: string): boolean {
  return headRole(text) === "date_line" || signatureAt(text);
}

/** Without a formula the decisions begin with the first bare verb. */
function opensOperative(piece: Piece): boolean {
  return leadAt(piece.text, 0, "base") !== null && leadAt(piece.text, 0, "participle") === null;
}

function formOf(state: State): LeadForm {
  return state === "operative" ? "base" : "participle";
}

/** An item without a lead opens a clause where it is marked, or where the clause before it is over. */
function opensUnled(reading: Reading, piece: Piece): boolean {
  if (piece.number !== null) return true;
  if (!piece.first) return false;
  if (piece.block.bullet) return true;
  return /;(?:\s+(?:and|or))?$/i.test(piece.text) && !continues(reading);
}

function continues(reading: Reading): boolean {
  const open = reading.open === null ? null : reading.units[reading.open];
  if (!open) return false;
  return !ended.test(lastWords(reading, open));
}

/** The end of a unit, as much as its punctuation needs. */
function lastWords(reading: Reading, { start, end }: Span): string {
  return reading.page.layout.view.text.slice(Math.max(start, end - 40), end);
}

function extend(reading: Reading, piece: Piece): void {
  const open = reading.open === null ? null : reading.units[reading.open];
  if (open && reading.open !== null) reading.units[reading.open] = { ...open, end: piece.end };
}

/** The clause that a block is an item of: marked in another way than it, and deeper or behind its colon. */
function parentOf(reading: Reading, piece: Piece, leads: readonly FoundVerb[]): number | null {
  if (reading.open === null || !piece.first) return null;
  const openUnit = reading.units[reading.open];
  const top = openUnit?.parent ?? reading.open;
  const topUnit = reading.units[top];
  const topBlock = reading.page.blocks[topUnit?.block ?? -1];
  if (!openUnit || !topUnit || !topBlock || topUnit.role === "opening") return null;
  const [style, topStyle] = [markStyle(piece.block), markStyle(topBlock)];
  if (style === "none") return null;
  const colon = lastWords(reading, topUnit).endsWith(":");
  const deeper = piece.block.indent > topBlock.indent;
  // `(i)` looks like `(c)`: only its indent below the colon says that it belongs to it.
  if (deeper && (colon || style !== topStyle)) return top;
  if (isWithin(piece.block.number, topBlock.number)) return top;
  if (style === topStyle) return null;
  const lettered = style.endsWith("alpha") || topStyle === "none";
  return (colon || openUnit.parent !== null) && (leads.length === 0 || lettered) ? top : null;
}

/** `1.1.2` stands within `1.1`. */
function isWithin(number: string | null, top: string | null): boolean {
  return (
    number !== null &&
    top !== null &&
    /\d\.?$/.test(top) &&
    number.startsWith(`${top.replace(/\.$/, "")}.`) &&
    number !== top
  );
}

function partOf(state: State): Part {
  return state === "operative" ? "operative" : "preambular";
}

function pushClause(reading: Reading, piece: Piece, role: ClauseRole, leads: readonly FoundVerb[]): void {
  reading.units.push({ ...plainUnit(piece, piece.index, role, piece.number), part: partOf(reading.state), leads });
  reading.open = reading.units.length - 1;
}

function pushItem(reading: Reading, piece: Piece, leads: readonly FoundVerb[], parent: number): void {
  pushClause(reading, piece, "list_item", leads);
  const last = reading.units.at(-1);
  if (last) reading.units[reading.units.length - 1] = { ...last, parent };
}
