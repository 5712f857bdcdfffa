import { isDateLine } from "../text/date-forms.ts";
import type { Block } from "../text/blocks.ts";
import { isStatement, type DocumentKind } from "./clause.ts";
import { isFormula } from "./formula.ts";
import { headRole } from "./head.ts";
import { isChrome } from "./noise.ts";
import { isCapitals, isProse, plain, wordCount } from "./page.ts";
import { leadAt } from "./verbs.ts";

/** How a title of each kind begins or what it holds. */
const titleWords: Readonly<Record<DocumentKind, RegExp>> = {
  joint_statement:
    /\bjoint\s+(?:press\s+|media\s+)?(?:statement|communiqu[eé]|release)\b|^(?:pernyataan|kenyataan)\s+bersama\b|^tuyên\s+bố\s+chung|^(?:déclaration|communiqué)\s+(?:conjointe?|commune?)\b/i,
  joint_declaration: /\b(?:declaration|concord|accord|deklarasi|perisytiharan)\b/i,
  chairmans_statement: /\b(?:statement|summary)\b/i,
  press_release: /\b(?:meeting|retreat|admm|statement|attend(?:s|ance)?|participat\w+|minister)\b/i,
  background_page: /\b(?:background|about|overview|history|introduction)\b/i,
  news_article: /\b(?:asean|admm|defen[cs]e)\b/i,
};

/** Longest title in characters. */
const longest = 400;

/** Most blocks of page furniture before a title. */
const deepest = 80;

/**
 * Index of the block that is the title, and of the first block of the body. Where the title is printed twice (a page's
 * breadcrumb and its heading) the later one counts. `titleEnd` is its last block, -1 without a title.
 */
export function findTitle(
  texts: readonly string[],
  blocks: readonly Block[],
  kind: DocumentKind,
): { readonly title: number | null; readonly titleEnd: number; readonly body: number } {
  const body = firstOfBody(texts);
  const candidates = texts
    .slice(0, Math.min(body, deepest))
    .map((text, index) => ({ index, score: titleScore(text, blocks[index], kind) }))
    .filter(({ score }) => score > 0);
  const best = candidates.reduce((top, { score }) => Math.max(top, score), 0);
  const first = candidates.find(({ score }) => score === best);
  if (!first) return { title: null, titleEnd: -1, body };
  const wording = plain(texts[first.index] ?? "");
  const title = candidates.findLast(({ index }) => plain(texts[index] ?? "") === wording)?.index ?? first.index;
  let titleEnd = title;
  while (titleEnd < title + furtherLines && continuesTitle(texts, blocks, titleEnd + 1)) titleEnd++;
  return { title, titleEnd, body: Math.max(body, titleEnd + 1) };
}

/** Most lines that a title goes on for. */
const furtherLines = 3;
const connective = "on|of|for|and|in|to|by|at|with|towards?";
const opensWithConnective = new RegExp(`^(?:${connective})\\b`, "i");
const endsInConnective = new RegExp(`\\b(?:${connective}|the)$`, "i");

/** A title set on several lines goes on behind or with a connective, in the print of the line before. */
function continuesTitle(texts: readonly string[], blocks: readonly Block[], index: number): boolean {
  const [before, text] = [texts[index - 1] ?? "", texts[index] ?? ""];
  return (
    blocks[index]?.heading === blocks[index - 1]?.heading &&
    wordCount(text) <= 40 &&
    !/[.;:]$/.test(text) &&
    (opensWithConnective.test(text) || endsInConnective.test(before)) &&
    headRole(text) === null &&
    isCapitals(text) === isCapitals(before)
  );
}

function firstOfBody(texts: readonly string[]): number {
  const index = texts.findIndex(
    (text, at) =>
      isFormula(text) ||
      (leadAt(text, 0, "participle") !== null && at > 0 && /[;,:.]$/.test(text)) ||
      (isProse(text) &&
        !isCapitals(text) &&
        !isChrome(text) &&
        text.length > 60 &&
        !(at < deepest && isLongTitle(text))),
  );
  return index === -1 ? texts.length : index;
}

/** A long line that is named like a statement and has no end of a sentence. */
function isLongTitle(text: string): boolean {
  if (text.length > longest || /[.;:,]["”’)]*$/.test(text)) return false;
  return (!/[.;]\s/.test(text) && namedStatement.test(text)) || namedReport.test(text);
}

/** What a title says that its text is; initials of a name may stand in it. */
const namedReport =
  /^(?:readout\s+of|(?:opening|closing|welcome|keynote)?\s?(?:remarks|address|speech)\s+(?:by|of))\b/i;

const namedStatement =
  /^(?:the\s+)?(?:[\p{L}’'\s-]{0,60}\s)?(?:joint\s+(?:press\s+|media\s+)?(?:statement|declaration|communiqu[eé])|chair(?:man|person)?['’]?s?['’]?\s+statement|declaration)\s+(?:of|on|by|for)\b/iu;

/** 0 for what cannot be a title; marks of a heading, the wording of the kind and length speak for one. */
function titleScore(text: string, block: Block | undefined, kind: DocumentKind): number {
  const out = text.length > longest || isDateLine(text) || headRole(text) !== null || isChrome(text);
  if (out || /[.;]$/.test(text)) return 0;
  const worded = titleWords[kind].test(text) ? (isStatement(kind) ? 8 : 3) : 0;
  const headed = block?.heading === 1 ? 8 : block && block.heading > 0 ? 5 - Math.min(block.heading, 4) : 0;
  const printed = (isCapitals(text) ? 2 : 0) + (block?.bullet ? -4 : 0);
  const length = wordCount(text) >= 3 ? 2 : wordCount(text) === 2 ? 1 : 0;
  return Math.max(worded + headed + printed + length, 0);
}
