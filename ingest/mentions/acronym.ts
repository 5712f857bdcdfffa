/** Words that give no letter to an acronym, or sometimes do. */
const small = new Set(["of", "the", "on", "and", "in", "for", "to", "a", "an", "with", "by", "at", "among", "between"]);

/** Content words that an acronym may leave out: two, or a third of them. */
const skippable = (words: number) => Math.max(2, Math.floor(words / 3));

/** Letters from within words count for less than initials. */
const withinWords = 0.5;

/** Letters that must be found: capitals and digits, the plural -s left out. */
function lettersOf(short: string): string {
  return short.replace(/[^\p{Lu}\d]/gu, "");
}

/** First letters of a word; all of them where it is itself an acronym. */
function initials(word: string): string {
  if (/^\p{Lu}{2,5}s?$/u.test(word)) return word.replace(/s$/, "");
  return /^\d+$/.test(word) ? word : word.charAt(0).toUpperCase();
}

/**
 * Index of the word where the long form of `short` begins, the long form running to the last word; null where the letters
 * do not fit. Letters must stand in order, at word starts; small words and few others may be left out, never the first.
 */
export function longFormStart(words: readonly string[], short: string): number | null {
  const letters = lettersOf(short);
  if (letters.length < 2) return null;
  let best: { start: number; skipped: number } | null = null;
  for (let start = words.length - 1; start >= 0; start--) {
    if (small.has((words[start] ?? "").toLowerCase())) continue;
    if (!letters.startsWith(initials(words[start] ?? "").charAt(0))) continue;
    const skipped =
      skippedWords(words.slice(start), letters) ?? (spellsWithin(words.slice(start), letters) ? withinWords : null);
    if (skipped !== null && skipped <= skippable(words.length - start) && (!best || skipped < best.skipped)) {
      best = { start, skipped };
    }
  }
  return best?.start ?? null;
}

/** True where the letters of `short` fit the words from the first to the last. */
export function isShortOf(words: readonly string[], short: string): boolean {
  return longFormStart(words, short) === 0;
}

/** Letters may stand inside a word, behind its first, where every content word gives its first: PeaceKeeping Operations. */
function spellsWithin(words: readonly string[], letters: string): boolean {
  const [word, ...rest] = words.filter((each) => !small.has(each.toLowerCase()));
  if (word === undefined) return letters === "";
  if (rest.length > 3 || !letters.startsWith(word.charAt(0).toUpperCase())) return false;
  const inside = word.slice(1).toUpperCase();
  for (let taken = 1, from = 0; taken <= letters.length; taken++) {
    if (spellsWithin(rest, letters.slice(taken))) return true;
    from = inside.indexOf(letters.charAt(taken), from) + 1;
    if (from === 0) return false;
  }
  return false;
}

/** Content words that are left out when the letters are taken in order, or null where letters remain. */
function skippedWords(words: readonly string[], letters: string): number | null {
  let rest = letters;
  let skipped = 0;
  for (const word of words) {
    const own = initials(word);
    if (small.has(word.toLowerCase())) {
      if (rest.startsWith(own) && !fitsWithout(words, word, rest)) rest = rest.slice(own.length);
    } else if (rest !== "" && rest.startsWith(own)) rest = rest.slice(own.length);
    else if (rest !== "" && rest.startsWith(own.charAt(0)) && own.length > 1) rest = rest.slice(1);
    else skipped++;
  }
  return rest === "" ? skipped : null;
}

/** True where the letters left can all be had from the content words behind a small one. */
function fitsWithout(words: readonly string[], smallWord: string, rest: string): boolean {
  const behind = words.slice(words.indexOf(smallWord) + 1).filter((word) => !small.has(word.toLowerCase()));
  let left = rest;
  for (const word of behind) {
    const own = initials(word);
    if (left.startsWith(own)) left = left.slice(own.length);
  }
  return left === "";
}

const shortForm = /^["“”'‘’]?(\p{L}[\p{L}\d+&'’./-]*(?: [\p{L}\d+&'’./-]+){0,4})["“”'‘’]?$/u;

/** The short form that stands between two parentheses, or null where they hold something else: a year, a remark. */
export function asShortForm(inside: string): string | null {
  const match = shortForm.exec(inside.trim())?.[1];
  if (match === undefined || match.length > 40) return null;
  const capitals = match.match(/\p{Lu}/gu)?.length ?? 0;
  const words = match.split(" ");
  const lower = words.filter((word) => /^\p{Ll}+$/u.test(word));
  const joined = words.some((word) => /\p{Lu}{2}/u.test(word)) && lower.every((word) => small.has(word));
  return capitals >= 2 && (lower.length === 0 || joined) ? match : null;
}
