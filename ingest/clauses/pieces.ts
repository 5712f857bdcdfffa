import type { Block } from "../text/blocks.ts";
import { viewSpan, type View } from "../text/view.ts";
import type { Span } from "../span.ts";
import { isCapitals, type Page } from "./page.ts";
import { innerLeads, leadAt, type FoundVerb } from "./verbs.ts";

/** A block, or a piece of one where a scan has run two clauses together. */
export interface Piece extends Span {
  readonly text: string;
  readonly block: Block;
  readonly index: number;
  readonly number: string | null;
  readonly first: boolean;
}

/** Behind a semicolon or full stop, perhaps with a number: a lead in capitals. */
const cut = /[;.]\s*(?:and\s+)?(\(?(\d{1,2})[.)]\s+)?(?=\p{Lu}{4,}\b)/gu;

/**
 * Clauses that stand on one line are cut before each lead in capitals that follows a semicolon or full stop, and before a
 * number that counts on.
 */
export function pieces(page: Page, block: Block, index: number): Piece[] {
  const text = page.texts[index] ?? "";
  const starts = [{ start: 0, end: text.length, number: block.number }];
  for (const match of text.matchAll(cut)) {
    const at = match.index + match[0].length;
    const number = match[1]?.trim() ?? null;
    const countsOn = number !== null && Number(match[2]) === Number.parseInt(starts.at(-1)?.number ?? "", 10) + 1;
    if (!countsOn && leadAt(text, at, "participle") === null && leadAt(text, at, "base") === null) continue;
    const last = starts.at(-1);
    if (last) last.end = at - (match[1]?.length ?? 0);
    starts.push({ start: at, end: text.length, number });
  }
  return starts.map(({ start, end, number }, part) => {
    const own = text.slice(start, end).trimEnd();
    return {
      text: own,
      start: block.start + start,
      end: block.start + start + own.length,
      block,
      index,
      number,
      first: part === 0,
    };
  });
}

/** Participles lead preambular clauses, bare verbs operative ones. */
export type LeadForm = "participle" | "base";

/** The lead of a piece from `at` on, and those that are co-ordinated with it; spans count in the view. */
export function leadsOf(view: View, piece: Piece, at: number, form: LeadForm): FoundVerb[] {
  const lead = leadAt(piece.text, at, form) ?? (form === "base" ? leadAfterTo(piece.text, at) : null);
  if (!lead) return [];
  const printed = piece.text.slice(lead.start, lead.end);
  const inner = isCapitals(printed)
    ? innerLeads(piece.text, lead.end, piece.text.length, form)
    : emphasisedLeads(view, piece, lead, form);
  return [lead, ...inner].map((verb) => ({ ...verb, start: verb.start + piece.start, end: verb.end + piece.start }));
}

/**
 * `To promote …`, `We shall promote …`, `In this regard, we welcome …`: the bare verb stands behind the words that the
 * formula left over, or behind those who speak.
 */
function leadAfterTo(text: string, at: number): FoundVerb | null {
  const before =
    /^(?:to|shall|will|(?:in\s+this\s+(?:regard|connection|context|respect|spirit),\s+)?(?:that\s+)?we(?:\s+(?:shall|will))?)\s+/i.exec(
      text.slice(at, at + 60),
    );
  return before ? leadAt(text, at + before[0].length, "base") : null;
}

/** A paragraph in which those who speak decide, without preamble and formula: `We reaffirm …`. */
export function isOurDecision(text: string): boolean {
  return /^we\s/i.test(text) && leadAfterTo(text, 0) !== null;
}

/** Where the first lead is set in italics or bold, others set so are its companions. */
function emphasisedLeads(view: View, piece: Piece, lead: FoundVerb, form: LeadForm): FoundVerb[] {
  const spans = piece.block.emphasis.map((span) => viewSpan(view, span));
  const local = spans.map(({ start, end }) => ({ start: start - piece.start, end: end - piece.start }));
  if (!local.some(({ start, end }) => start <= lead.start && end >= lead.end && end - start < 60)) return [];
  return local
    .filter(({ start }) => start > lead.end && start < piece.text.length)
    .flatMap(({ start }) => leadAt(piece.text, start, form) ?? []);
}
