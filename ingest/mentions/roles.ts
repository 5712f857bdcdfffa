import { isDraftingVerb, lastVerb, secondaryLead, type FoundVerb } from "../clauses/verbs.ts";
import type { Lead } from "../clauses/clause.ts";
import type { Manner } from "../clauses/leads.ts";
import type { Span } from "../span.ts";
import type { CitationRole } from "./mention.ts";

/*
 * How a citation stands to the verb that governs it. The verb is the last lead before it in its clause; a clause without
 * leads has the last drafting verb of the sentence instead. The role follows from the words between the two.
 */

/** Words that make what follows a standard to go by, not an object of the verb. Drafting practice; one entry a phrase. */
export const standardPhrases: readonly string[] = [
  "in accordance with",
  "in conformity with",
  "in compliance with",
  "in line with",
  "in keeping with",
  "in the spirit of",
  "consistent with",
  "pursuant to",
  "guided by",
  "based on",
  "adherence to",
  "compliance with",
  "respect for the provisions of",
  "reflected in",
  "enshrined in",
  "embodied in",
  "stipulated in",
  "set out in",
  "set forth in",
  "contained in",
  "outlined in",
  "laid down in",
  "provided for in",
  "provided in",
  "envisaged in",
  "envisioned in",
  "obligations under",
  "recognised in",
  "under the",
];

/** Words that only place what follows: the work that a contribution served, the text that another is part of. */
export const contextPhrases: readonly string[] = [
  "contribution to the implementation of",
  "contributions to the implementation of",
  "contribution to",
  "contributions to",
  "in the context of",
  "as part of",
  "entitled",
  "followed by",
  "on the margins of",
  "alongside",
  "noted in",
  "mentioned in",
  "described in",
  "discussed at",
];

const pattern = (phrases: readonly string[]) =>
  new RegExp(`\\b(?:${phrases.map((phrase) => phrase.replaceAll(" ", "\\s+")).join("|")})(?=\\s)`, "gi");
const standards = pattern(standardPhrases);
const contexts = pattern(contextPhrases);

/** What may stand between such words and the citation: a list of names, with what introduces the next one. */
const listWords =
  /^(?:the|and|or|as|well|including|in|particular|principles?|purposes?|of|relevant|provisions?|applicable|its|their|other|such|universally|recognised|inter|alia|especially|objectives?|norms?|rules?|an?)$/i;
/** Words of a list that name nothing and are no list words: so many at most. */
const strangers = 3;

/** Furthest that words are looked for before a citation, in characters: no sentence is longer. */
export const governed = 4000;

/** The verb that governs a citation, its class and the citation's role. */
export interface Governance {
  readonly verb: string | null;
  readonly manner: Manner | null;
  readonly role: CitationRole;
}

/**
 * Governance of a citation. All spans count in the view; `others` are the mentions of the clause, in order.
 */
export function governance(
  text: string,
  clause: Span & { readonly leads: readonly Lead[] },
  mention: Span,
  others: readonly Span[],
): Governance {
  const lead = clause.leads.findLast(({ start }) => start < mention.start);
  const nearest = Math.max(lead?.end ?? clause.start, clause.start, mention.start - governed);
  const from = lead ? nearest : sentenceStart(text, nearest, mention.start);
  const verb = lead ? (secondOf(text, lead, nearest, mention.start) ?? lead) : lastVerb(text, from, mention.start);
  const since = verb && verb.start > from ? verb.end : from;
  return {
    verb: verb ? text.slice(verb.start, verb.end) : null,
    manner: verb?.manner ?? null,
    role: roleOf(text, lead ? since : from, mention, others, verb?.manner ?? null),
  };
}

/** A verb in small letters that is co-ordinated with the lead and stands nearer. */
function secondOf(text: string, lead: Lead, from: number, to: number): FoundVerb | null {
  const form = /ing\b|^(?:mindful|aware|conscious|guided|concerned|convinced|cogni[sz]ant|having)\b/i.test(lead.verb)
    ? "participle"
    : "base";
  return secondaryLead(text, from, to, form);
}

function sentenceStart(text: string, from: number, to: number): number {
  const ends = [...text.slice(from, to).matchAll(/[.;:]["”’)]*\s+(?=\p{Lu})/gu)];
  const last = ends.at(-1);
  return last ? from + last.index + last[0].length : from;
}

function roleOf(
  text: string,
  from: number,
  mention: Span,
  others: readonly Span[],
  manner: Manner | null,
): CitationRole {
  const before = text.slice(from, mention.start);
  const standard = lastEnd(before, standards);
  const context = lastEnd(before, contexts);
  const reaches = (end: number | null) => end !== null && isListBetween(text, from + end, mention.start, others);
  if (reaches(standard) && (standard ?? 0) >= (context ?? 0)) return "standard";
  if (reaches(context) || isPartOf(text, mention, others)) return "context";
  if (manner === null) return "context";
  return manner === "guided_by" ? "standard" : "object";
}

function lastEnd(text: string, phrases: RegExp): number | null {
  const last = [...text.matchAll(phrases)].at(-1);
  return last ? last.index + last[0].length : null;
}

/** True where only names and list words stand between the two. */
function isListBetween(text: string, from: number, to: number, others: readonly Span[]): boolean {
  let rest = "";
  let at = from;
  for (const { start, end } of others) {
    if (end <= from || start >= to) continue;
    rest += ` ${text.slice(at, start)}`;
    at = end;
  }
  rest += ` ${text.slice(at, Math.max(at, to))}`;
  if (/[;.:]/.test(rest)) return false;
  const words = rest.match(/[\p{L}-]+/gu) ?? [];
  if (words.some(isDraftingVerb)) return false;
  return words.filter((word) => !listWords.test(word)).length <= strangers;
}

/** `the Blueprint of the Vision`: what another citation is part of. */
function isPartOf(text: string, mention: Span, others: readonly Span[]): boolean {
  const before = others.findLast(({ end }) => end <= mention.start);
  return before !== undefined && /^\s+(?:of|under|to)\s+(?:the\s+)?$/.test(text.slice(before.end, mention.start));
}
