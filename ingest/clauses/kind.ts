import { isDateLine } from "../text/date-forms.ts";
import type { DocumentKind } from "./clause.ts";
import { isFormula } from "./formula.ts";
import { leadAt } from "./verbs.ts";

/** The texts of a document's blocks, in order, and what of them is emphasised as a heading. */
export interface KindEvidence {
  readonly texts: readonly string[];
  /** Blocks that are participle-led, which only adopted texts have in number. */
  readonly led: number;
}

interface Feature {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly weight: number;
  readonly holds: (evidence: KindEvidence) => boolean;
}

const headLength = 12;
const head = ({ texts }: KindEvidence) => texts.slice(0, headLength).filter((text) => text.length < 300);
const anyHead = (pattern: RegExp) => (evidence: KindEvidence) => head(evidence).some((text) => pattern.test(text));
/** A title is no sentence; a ministry may label it: `Fact Sheet: Joint Declaration of …`. */
const anyTitle = (pattern: RegExp) => (evidence: KindEvidence) =>
  head({ ...evidence, texts: aboveProse(evidence.texts) }).some(
    (text) => !/[.;]["”’)]*$/.test(text) && pattern.test(text.replace(titleLabel, "")),
  );
/** The lines above the first paragraph: a heading further down is of a part, and an item of a list is no title. */
const aboveProse = (texts: readonly string[]) => {
  const prose = texts.findIndex((text) => text.length >= 200 && /[.;:]["”’)]*$/.test(text));
  return prose === -1 ? texts : texts.slice(0, prose);
};
const titleLabel = /^(?:fact\s?sheet|full\s+text|document|text|annex(?:\s\w+)?)\s?[:–-]\s+/i;
const anyStart =
  (pattern: RegExp) =>
  ({ texts }: KindEvidence) =>
    texts.slice(0, headLength).some((text) => pattern.test(text));
const anyText = (pattern: Pick<RegExp, "test">) => (evidence: KindEvidence) =>
  evidence.texts.some((text) => pattern.test(text));
const several = (pattern: Pick<RegExp, "test">, least: number) => (evidence: KindEvidence) =>
  evidence.texts.filter((text) => pattern.test(text)).length >= least;
const hasFormula = ({ texts }: KindEvidence) => texts.some(isFormula);
const isLed = ({ led }: KindEvidence) => led >= 3;
const isAdopted = anyText(/^(?:adopted|done)\b.{0,60}\b(?:in|at|by|on)\b/i);

const statementTitle =
  /^(?:.{0,60}\b)?joint\s+(?:press\s+|media\s+)?(?:statement|communiqu[eé]|release)\b|^(?:pernyataan|kenyataan)\s+bersama\b|^tuyên\s+bố\s+chung(?!\p{L})|^communiqué\s+(?:conjoint|commun)\b/iu;
const declarationTitle =
  /^(?:the\s+)?(?:[\p{L}\s’'-]{0,50}\s)?(?:declaration|concord|accord)\s+(?:of|on|by|for|to)\b|^(?:[\p{L}\s’'-]{0,50}\s)?joint\s+declaration\b|^(?:deklarasi|perisytiharan)\s+bersama\b|^déclaration\s+(?:conjointe|commune)\b/iu;
const chairTitle =
  /\bchair(?:man|person|woman)?\s?['’]?\s?s?['’]?\s+(?:press\s+)?(?:summary\s+)?(?:statement|summary)\b|\bstatement\s+(?:of|by)\s+the\s+chair/i;
/** A paper that prints a chair's statement in full says so above it. */
const chairIssued =
  /\bchair(?:man|person|woman)?\b.{0,200}\bissued\s+(?:his|her|the|this|a)\s+(?:following\s+)?(?:chair\S*\s+)?statement\b/i;
const saidPattern =
  /\b(?:he|she|they|minister|secretary|spokes(?:man|person|woman))\s+(?:also\s+|further\s+)?(?:said|told|noted|added|stressed|explained)\b|[”"’'],?\s+(?:he|she)\s+(?:said|added)\b|\b(?:said|told reporters|press conference)\b|\b(?:katanya|kata beliau|ujarnya)\b|\ba (?:déclaré|indiqué|affirmé|ajouté)|\bphát biểu|\bcho biết\b/i;
/** One of these stands in all that {@link saidPattern} matches: looking for them first spares most blocks the pattern. */
const saying =
  /said|told|noted|added|stressed|explained|press conference|katanya|kata beliau|ujarnya|a (?:déc|ind|aff|ajo)|phát biểu|cho biết/i;
const said = { test: (text: string) => saying.test(text) && saidPattern.test(text) };

/** Ordered by kind; the weights of the features that hold are added up and the highest sum wins, the first on a tie. */
export const kindFeatures: readonly Feature[] = [
  { id: "statement-title", kind: "joint_statement", weight: 5, holds: anyTitle(statementTitle) },
  { id: "statement-formula", kind: "joint_statement", weight: 4, holds: hasFormula },
  { id: "statement-leads", kind: "joint_statement", weight: 3, holds: isLed },
  { id: "statement-adoption", kind: "joint_statement", weight: 2, holds: isAdopted },
  { id: "declaration-title", kind: "joint_declaration", weight: 5.5, holds: anyTitle(declarationTitle) },
  { id: "declaration-formula", kind: "joint_declaration", weight: 4, holds: hasFormula },
  { id: "declaration-leads", kind: "joint_declaration", weight: 3, holds: isLed },
  { id: "declaration-adoption", kind: "joint_declaration", weight: 2, holds: isAdopted },
  { id: "chair-title", kind: "chairmans_statement", weight: 9, holds: anyTitle(chairTitle) },
  {
    id: "chair-told",
    kind: "chairmans_statement",
    weight: 9,
    holds: (evidence) => anyHead(chairIssued)(evidence) && anyHead(/\bfull\s+text\b|\bas\s+follows:$/i)(evidence),
  },
  {
    id: "chair-opening",
    kind: "chairmans_statement",
    weight: 7,
    holds: ({ texts }) =>
      texts.slice(0, 3).some((text) => /^chair(?:man|person|woman)?['’]s\s+statement,\s/i.test(text)),
  },
  {
    id: "release-heading",
    kind: "press_release",
    weight: 7,
    holds: anyHead(
      /^(?:press|media|news)\s+(?:release|statement)\b|^(?:for\s+immediate\s+release|(?:immediate\s+)?release$|readout\s+of\b|(?:kenyataan|siaran|pernyataan)\s+(?:media|akhbar|pers)|communiqu[eé]\s+de\s+presse|thông\s+cáo\s+báo\s+chí)/i,
    ),
  },
  {
    id: "release-file-number",
    kind: "press_release",
    weight: 4,
    holds: anyHead(/^(?:[Rr]ef(?:erence)?\b|REF\b|[Nn]o\b|[A-Z]{2,})[.:\s]{0,3}[\w-]*\d+[-/.]\d+/),
  },
  {
    id: "release-act",
    kind: "press_release",
    weight: 2,
    holds: anyTitle(
      /\b(?:minister|secretary|president|delegation|general|mantri|chief)\b.{0,80}\b(?:(?:to\s+)?attend(?:s|ance)?|participat(?:es?|ion|ing)|visits?|meets|hosts|joins|calls\s+on|delivers)\b/i,
    ),
  },
  {
    id: "release-dated",
    kind: "press_release",
    weight: 1,
    holds: ({ texts }) => texts.slice(0, 5).some(isDateLine),
  },
  { id: "release-head", kind: "press_release", weight: 6, holds: ({ texts }) => texts.slice(0, 3).some(isIssuerAlone) },
  {
    id: "release-posted",
    kind: "press_release",
    weight: 2,
    holds: anyHead(/^(?:posted\s+on|release\s+(?:no|id|date))\b/i),
  },
  { id: "release-issuer", kind: "press_release", weight: 3, holds: ({ texts }) => texts.slice(-8).some(isIssuer) },
  {
    id: "release-numbers",
    kind: "press_release",
    weight: 1,
    holds: ({ texts, led }) => led === 0 && texts.length > 4,
  },
  {
    id: "release-ends",
    kind: "press_release",
    weight: 2,
    holds: ({ texts }) => texts.slice(-6).some((text) => /^[-#*\s]*(?:end|ends|###)[-#*\s]*$/i.test(text)),
  },
  {
    id: "release-contact",
    kind: "press_release",
    weight: 2,
    holds: anyText(/^(?:media|press)\s+(?:contact|enquir|quer)/i),
  },
  {
    id: "background-heading",
    kind: "background_page",
    weight: 5,
    holds: anyHead(
      /^(?:.{0,60}\s)?(?:background|overview|history|introduction|fact\s?sheet)$|^about(?:\s|$)|^what\s+is\b|^frequently\s+asked/i,
    ),
  },
  {
    id: "background-fact-sheet",
    kind: "background_page",
    weight: 5,
    holds: anyHead(/^fact\s?sheet\s?[:–-]\s(?!.{0,20}\b(?:joint|chair|declaration|statement)\b)/i),
  },
  {
    id: "background-pointer",
    kind: "background_page",
    weight: 2,
    holds: anyText(/^for\s+(?:more|further)\s+information\b/i),
  },
  {
    id: "background-objectives",
    kind: "background_page",
    weight: 2,
    holds: anyText(/\b(?:objectives|functions|mandate|purposes?)\b.{0,120}\b(?:are|is)\b(?:\s+as\s+follows|\s+to)?/i),
  },
  {
    id: "background-undated",
    kind: "background_page",
    weight: 1,
    holds: ({ texts }) => !texts.slice(0, headLength).some(isDateLine),
  },
  {
    id: "news-meta",
    kind: "news_article",
    weight: 3,
    holds: anyHead(/^(?:date|published|updated|posted|byline|by)\b[:\s].{0,60}\d/i),
  },
  { id: "news-dateline", kind: "news_article", weight: 4, holds: anyHeadStart(newsDateline()) },
  {
    id: "news-agency-line",
    kind: "news_article",
    weight: 4,
    holds: ({ texts }) => texts.slice(0, headLength).some((text) => agencyLine.test(text)),
  },
  {
    id: "news-outlet-line",
    kind: "news_article",
    weight: 4,
    holds: ({ texts }) => texts.slice(0, headLength).some((text) => text.length > 80 && outletLine.test(text)),
  },
  {
    id: "news-byline",
    kind: "news_article",
    weight: 3,
    holds: ({ texts }) => texts.slice(0, headLength).some((text) => text.length < 90 && byline.test(text)),
  },
  {
    id: "news-picture",
    kind: "news_article",
    weight: 2,
    holds: anyStart(/\((?:photo|image|picture)s?\s?[:/]|[—–-]\s?(?:picture|photo)s?\s+by\b|^image\s+credit\b/i),
  },
  {
    id: "news-published",
    kind: "news_article",
    weight: 3,
    holds: anyHead(/^(?:first\s+published|last\s+updated|updated\s+on)\b.{0,40}\d/i),
  },
  {
    id: "news-ends",
    kind: "news_article",
    weight: 2,
    holds: ({ texts }) =>
      texts.slice(-4).some((text) => /[.!?”"]\s?(?:\/\.|[—–-]{1,2}\s?VN[AS])$/.test(text.slice(-8))),
  },
  {
    id: "news-told",
    kind: "news_article",
    weight: 1.2,
    holds: ({ texts, led }) => led === 0 && texts.slice(0, 3).some(isTold),
  },
  {
    id: "news-when",
    kind: "news_article",
    weight: 1.5,
    holds: ({ texts }) => texts.slice(0, 3).some((text) => when.test(text)),
  },
  { id: "news-said", kind: "news_article", weight: 4, holds: several(said, 2) },
  { id: "news-said-once", kind: "news_article", weight: 2, holds: anyText(said) },
  {
    id: "news-agency",
    kind: "news_article",
    weight: 3,
    holds: anyText(
      /[—–-]\s?(?:bernama|reuters|afp|ap|vna|ttxvn|antara|xinhua|kyodo|pna)\b|\((?:bernama|reuters|afp|ap|vna|ttxvn|antara|xinhua|kyodo|pna)\)/i,
    ),
  },
];

function isIssuer(text: string): boolean {
  return (
    text.length < 120 &&
    /^(?:issued\s+by\b|(?:the\s+)?(?:ministry|department|office)\s+of\b|(?:strategic\s+)?(?:corporate\s+)?communications?\b)/i.test(
      text,
    )
  );
}

/** City and agency, as `Jakarta (ANTARA) - `, with a date between where there is one. */
const agencyLine =
  /^\p{Lu}[\p{L} .'’-]{2,30}(?:,\s[^()]{3,40})?\s\((?:\p{Lu}{2,6}|Antara|Bernama|Kyodo|Reuters|Xinhua|Vietnam\+)(?:\/[^)]{2,20})?\)\s?(?:--|[-–—])\s/u;

/** An outlet and a dash, as `VOV.VN - ` or `PANO – `. */
const outletLine = /^(?:\p{Lu}{2,6}\.\p{Lu}{2,3}|VNA|VNS|NDO|PANO|VGP|VOV|TNO|SGGP|QĐND)\s?[-–—]\s\p{Lu}/u;

const byline = /^By\s\p{Lu}[\p{L}.'’-]*(?:\s(?:and\s)?\p{Lu}[\p{L}.'’-]*){1,5}$/u;

/** A paragraph that tells what somebody did: nothing more speaks for a report that has lost its head. */
function isTold(text: string): boolean {
  return (
    text.length > 120 &&
    /\b(?:attended|adopted|concluded|met|opened|hosted|arrived|was\s+held|were\s+held|has|have\s+\w+ed)\b/.test(text)
  );
}

/** Days as a report counts them from its own. */
const when =
  /\b(?:today|yesterday|this\s+(?:morning|afternoon|week)|(?:last|next)\s+week|on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/;

/** A ministry's name and no more, above its release. */
function isIssuerAlone(text: string): boolean {
  return (
    text.length < 60 &&
    /^(?:the\s+)?(?:\p{Lu}[\p{L}.]*\s)?(?:ministry|department)\s+of\s+(?:national\s+)?defen[cs]e(?:,?\s+(?:of\s+)?(?:the\s+)?\p{Lu}[\p{L}\s]+)?$/iu.test(
      text,
    )
  );
}

/** City in capitals, or with a date, then a colon or dash: how an agency report begins. */
function newsDateline(): RegExp {
  return /^(?:(?:date|published)\s+\S+\s+)?\p{Lu}[\p{Lu} .'’-]{2,30}(?:,\s[^:–—]{2,40})?(?:\s\([^)]{2,30}\))?\s?(?::|--|–|—)\s/u;
}

function anyHeadStart(pattern: RegExp): (evidence: KindEvidence) => boolean {
  return ({ texts }) => texts.slice(0, headLength).some((text) => text.length > 80 && pattern.test(text));
}

/** Blocks at either end of a long document that are looked at: they say what it is. */
const enough = 500;

/** Kind of a document and whether that is sure: false where nothing speaks for any kind. */
export function kindOfDocument(all: readonly string[]): { readonly kind: DocumentKind; readonly sure: boolean } {
  const texts = all.length > 2 * enough ? [...all.slice(0, enough), ...all.slice(-enough)] : all;
  const led = texts.filter((text) => leadAt(text, 0, "participle") !== null).length;
  const sums = new Map<DocumentKind, number>();
  for (const feature of kindFeatures) {
    const weight = feature.holds({ texts, led }) ? feature.weight : 0;
    sums.set(feature.kind, (sums.get(feature.kind) ?? 0) + weight);
  }
  const ranked = [...sums].filter(([, sum]) => sum > 0).sort((a, b) => b[1] - a[1]);
  const [kind, sum] = ranked[0] ?? ["background_page", 0];
  return { kind, sure: sum >= 3 };
}
