/** A mention as mentionsInContext reads it: its span in the document, and the clause that it stands in where that is loaded. */
export interface PlacedMention {
  /** Span of the words in the document, in UTF-16 code units, end exclusive; null where only a place in words is known. */
  readonly start: number | null;
  readonly end: number | null;
  readonly clauseText: string | null;
  /** Where the clause begins in the document. */
  readonly clauseStart: number | null;
  /** How many characters to show on each side. */
  readonly around: number;
}

/** The words of a mention and what stands on both sides of them in the clause, as they stand in the text. */
export interface Context {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** The context of a mention; null where the text is not loaded or the place of the words is not known. */
export function contextOf({ start, end, clauseText, clauseStart, around }: PlacedMention): Context | null {
  if (start === null || end === null || clauseText === null || clauseStart === null) return null;
  const [from, to] = [start - clauseStart, end - clauseStart];
  return {
    before: clauseText.slice(wordFrom(clauseText, from - around, from), from),
    words: clauseText.slice(from, to),
    after: clauseText.slice(to, wordTo(clauseText, to, to + around)),
  };
}

/** The first place from `from` on where a word begins, `most` at the latest. */
function wordFrom(text: string, from: number, most: number): number {
  if (from <= 0) return 0;
  const gap = /(?<=\s)\S/g;
  gap.lastIndex = from;
  return Math.min(gap.exec(text)?.index ?? most, most);
}

/** The last place up to `to` where a word ends, `least` at the earliest. */
function wordTo(text: string, least: number, to: number): number {
  if (to >= text.length) return text.length;
  const kept = text
    .slice(least, to + 1)
    .replace(/\S*$/, "")
    .trimEnd();
  return least + kept.length;
}
