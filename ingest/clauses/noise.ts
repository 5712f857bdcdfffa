import { headRole } from "./head.ts";
import { isCapitals, isProse, plain, wordCount, type Page } from "./page.ts";

/** What web pages print around a document. */
const chrome =
  /^(?:home|menu|web\s+content\s+viewer|actions|search|search\s.{0,20}|share(?:\s+(?:on|this|via)\b.*)?|tweet|print(?:\s+this.*)?|e-?mail(?:\s+this.*)?|skip\s+to\b.*|(?:latest\s+)?news(?:\s+(?:and|&)\s+events)?|(?:latest|press|media|news)\s+releases?|(?:siaran|kenyataan|pernyataan)\s+(?:media|pers|akhbar)|communiqu[eé]\s+de\s+presse|thông\s+cáo\s+báo\s+chí|newsroom|(?:for\s+)?immediate\s+release|related\s+(?:links?|articles?|news|posts?|stories|documents)|(?:more|other)\s+(?:resources|news|stories|articles)|read\s+(?:more|also|next)\b.*|also\s+read\b.*|recommended(?:\s.*)?|follow\s+us\b.*|subscribe\b.*|sign\s+(?:up|in)\b.*|log\s?in|©.*|copyright\b.*|.*all\s+rights\s+reserved.*|back\s+to\s+(?:top|home|list)|previous(?:\s+(?:article|post))?|next(?:\s+(?:article|post))?|cookies?\b.*|privacy\s+policy|terms\s+(?:of\s+use|and\s+conditions)|contact\s+us|sitemap|tags?\s*:.*|categor(?:y|ies)\s*:.*|(?:click\s+)?(?:here\s+to\s+)?download\b.*|advertisement|facebook|twitter|x|linkedin|whatsapp|telegram|instagram|youtube|breadcrumbs?|you\s+are\s+here\b.*|about\s+us|events?|resources|documents?|gallery|photos?)\s*[>»|:]?$/i;

/** What sites print of themselves above or below a document, in sentences. */
const banner =
  /^(?:an?\s+official\s+website\s+of\b|here['’]?s\s+how\s+you\s+know|official\s+websites\s+use\b|(?:a\s+)?\.gov\s+website\s+belongs\b|secure\s+\.gov\s+websites\b|a\s+lock\s*\(|you\s+have\s+accessed\s+part\s+of\b|this\s+(?:article|page|site)\s+(?:has\s+been\s+(?:migrated|archived)|uses\s+cookies)\b|we\s+use\s+cookies\b|(?:please\s+)?enable\s+javascript\b|(?:no\s+)?comments?$|leave\s+a\s+(?:reply|comment)\b|actions$|web\s+content\s+viewer\b|(?:site\s+)?advertisement$|your\s+title$)/i;

/** True for a line of page furniture: navigation, share buttons, legal notices. */
export function isChrome(text: string): boolean {
  return (text.length < 90 && chrome.test(text)) || (text.length < 300 && banner.test(text));
}

/** Heading below which a page only links to others. */
export const relatedStart =
  /^(?:more\s+resources|related\b.*|(?:more|other|latest)\s+(?:news|stories|articles|releases)|you\s+may\s+also\s+like.*|recommended(?:\s.*)?|read\s+(?:also|next))$/i;
const endMark = /^[-–—#*\s]*(?:end|ends|tamat|###|30)[-–—#*\s]*$|^[-–—]{1,2}\s?\p{Lu}{3,}(?:\/\p{Lu}+)?$/iu;

interface NoiseRule {
  readonly id: string;
  readonly holds: (page: Page, index: number) => boolean;
}

const textOf = (page: Page, index: number) => page.texts[index] ?? "";

/** Ordered; a block for which one holds carries nothing. */
export const noiseRules: readonly NoiseRule[] = [
  { id: "chrome", holds: (page, index) => isChrome(textOf(page, index)) },
  { id: "end-mark", holds: (page, index) => endMark.test(textOf(page, index)) },
  {
    id: "navigation",
    holds: (page, index) =>
      index < (page.title ?? 0) && headRole(textOf(page, index)) === null && !isProse(textOf(page, index)),
  },
  {
    id: "duplicate-title",
    holds: (page, index) =>
      page.title !== null && index !== page.title && isSame(textOf(page, index), textOf(page, page.title)),
  },
  {
    id: "related",
    holds: (page, index) => index >= page.related && !isProse(textOf(page, index)),
  },
  {
    id: "slogan",
    holds: (page, index) => {
      const text = textOf(page, index);
      return index > page.body && /^["“'‘].*["”'’]$/.test(text) && isCapitals(text) && wordCount(text) <= 12;
    },
  },
];

/** Only the first letters are compared at first: two blocks seldom begin alike. */
function isSame(text: string, title: string): boolean {
  return firstLetter(text) === firstLetter(title) && plain(text) === plain(title);
}

function firstLetter(text: string): string {
  return plain(/[\p{L}\p{N}]/u.exec(text)?.[0] ?? "");
}

/** True where a block is furniture of the page and no part of the document. */
export function isNoise(page: Page, index: number): boolean {
  return noiseRules.some(({ holds }) => holds(page, index));
}
