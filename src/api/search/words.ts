/** One word of a text, folded, and where it stands: half-open, in UTF-16 code units of the text as given. */
export interface Word {
  /** Lower case, without accents, in Latin letters where that is a matter of accents only. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A word is letters and digits; a plus sign at its end is read as the word plus: ADMM+ is ADMM Plus. */
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*|(?<=[\p{L}\p{N}\p{M}])\+(?![\p{L}\p{N}])/gu;

/** Letters that Unicode does not take apart into a plain one and an accent. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ đ: "d", ð: "d", ł: "l", ø: "o", ı: "i", ħ: "h" },
  ...{ ß: "ss", æ: "ae", œ: "oe", þ: "th" },
};

/** The words of a text in their order, whatever stands between them: case, accents and punctuation make no difference. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(word)) {
    const folded = match[0] === "+" ? "plus" : fold(match[0]);
    if (folded !== "") words.push({ text: folded, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

function fold(letters: string): string {
  return letters
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase()
    .replace(/[đðłøıħßæœþ]/g, (letter) => plainLetters[letter] ?? letter);
}

/**
 * English words that stand in every text: the full-text index leaves them out (they are Lucene's list, see
 * `EnglishAnalyzer`), so that nothing can be required of them.
 */
export const stopWords: ReadonlySet<string> = new Set(
  (
    "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this " +
    "to was will with"
  ).split(" "),
);
