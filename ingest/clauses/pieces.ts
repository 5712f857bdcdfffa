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
  readonly first: boolean;
}

/** Clauses that stand on one line are cut before each lead in capitals that follows a semicolon or full stop. */
export function pieces(page: Page, block: Block, index: number): Piece[] {
  const text = page.texts[index] ?? "";
  const cuts = [...text.matchAll(/[;.]\s*(?:and\s+)?(?=\p{Lu}{4,}\b)/gu)]
    .map((match) => match.index + match[0].length)
    .filter((at) => leadAt(text, at, "participle") !== null || leadAt(text, at, "base") !== null);
  const starts = [0, ...cuts];
  return starts.map((start, part) => {
    const end = starts[part + 1] ?? text.length;
    const own = text.slice(start, end).trimEnd();
    return {
      text: own,
      start: block.start + start,
      end: block.start + start + own.length,
      block,
      index,
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

/** `To promote …`, `We shall promote …`: the bare verb stands behind the words that the formula left over. */
function leadAfterTo(text: string, at: number): FoundVerb | null {
  const before = /^(?:to|shall|will|that\s+we\s+(?:shall|will)|we\s+(?:shall|will))\s+/i.exec(text.slice(at));
  return before ? leadAt(text, at + before[0].length, "base") : null;
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
