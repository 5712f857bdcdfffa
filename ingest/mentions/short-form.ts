import type { Span } from "../span.ts";
import { asShortForm, longFormStart } from "./acronym.ts";
import type { Search } from "./found.ts";
import { idsOfForm } from "./name-index.ts";
import { tokenFrom, wordAt } from "./tokens.ts";

/** A short form in parentheses right behind a name; spans count in the view. */
export interface ShortBehind {
  readonly short: Span;
  /** Behind the closing parenthesis. */
  readonly end: number;
}

const behind = /^ ?\(([^()]{2,44})\)/;

/** The short form that follows at once on a name, where it is one of that name: registered for it, or made of its letters. */
export function shortFormBehind(search: Search, name: Span, ids: readonly string[]): ShortBehind | null {
  const match = behind.exec(search.text.slice(name.end, name.end + 48));
  const inside = match?.[1] ?? "";
  const short = match ? asShortForm(inside) : null;
  if (!match || short === null) return null;
  if (!namesSame(search, name, ids, short)) return null;
  const start = name.end + match[0].indexOf("(") + 1 + inside.indexOf(short);
  return { short: { start, end: start + short.length }, end: name.end + match[0].length };
}

function namesSame(search: Search, name: Span, ids: readonly string[], short: string): boolean {
  const registered = idsOfForm(search.index, short);
  if (registered.some((id) => ids.includes(id))) return true;
  return longFormStart(wordsOf(search, name), short) !== null;
}

/** The words of a stretch of the view. */
export function wordsOf({ tokens }: Search, span: Span): string[] {
  const words: string[] = [];
  for (let at = tokenFrom(tokens, span.start); at < tokens.count && (tokens.ends[at] ?? 0) <= span.end; at++) {
    words.push(wordAt(tokens, at));
  }
  return words;
}
