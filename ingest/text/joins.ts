import { isDateLine } from "./date-forms.ts";
import type { Line } from "./lines.ts";

/*
 * Where a printed line break is only the end of the paper: the rules that put lines together again.
 */

/** Longest line, in characters, that can be one of a text set to a width; longer ones are whole paragraphs. */
const widest = 130;

/** Share of lines that may be longer all the same. */
const strays = 0.02;

/** Share of the lines that are no longer than the width; a few stick out. */
const usual = 0.9;

/** Width to which a text is set, in characters, or null where each line is a paragraph. */
export function lineWidth(lines: readonly Line[]): number | null {
  const continued = lines.filter((line, index) => {
    const next = lines[index + 1];
    return length(line) > 0 && next !== undefined && length(next) > 0 && !next.number && !next.bullet && !next.rule;
  });
  if (continued.length < 4) return null;
  const lengths = continued.map(length).sort((a, b) => a - b);
  const within = lengths.filter((each) => each <= widest);
  if (lengths.length - within.length > lengths.length * strays) return null;
  const width = within[Math.floor((within.length - 1) * usual)] ?? 0;
  const long = within.filter((each) => each >= width * 0.7).length;
  return width >= 40 && long >= within.length * 0.6 ? width : null;
}

function length(line: Line): number {
  return line.content.end - line.content.start;
}

/** A join rule: true where `next` goes on with the sentence of `open`, false where it starts anew, null for no opinion. */
type JoinRule = (raw: string, open: readonly Line[], next: Line, width: number | null) => boolean | null;

const textOf = (raw: string, line: Line) => raw.slice(line.content.start, line.content.end);
const lastText = (raw: string, open: readonly Line[]) => textOf(raw, open.at(-1) ?? missing);
const missing: Line = {
  start: 0,
  end: 0,
  content: { start: 0, end: 0 },
  indent: 0,
  bullet: false,
  number: null,
  numberSpan: null,
  heading: 0,
  rule: false,
  hardBreak: false,
};

/** A line that a machine has put before a text: `date: 2023-11-16`. */
const label = /^(?:title|date|published|updated|posted|source|author|byline|location|url)\s?:\s+\S/i;
const clauseEnd = /[;:](?:\s+(?:and|or))?[*_]*$/i;
const sentenceEnd = /[.!?][)"”’'*_]*$/;
const lowerStart = /^[*_“"(]*\p{Ll}/u;
const titleJoint = /\b(?:ON|OF|FOR|AND|IN|TO|BY|AT|WITH|TOWARDS?|THE|FROM|BETWEEN|AMONG|UNDER)\b/;
const startsWithJoint = new RegExp(`^[*_]*${titleJoint.source}`);
const endsWithJoint = new RegExp(`(?:${titleJoint.source}|,|S['’])[*_]*$`);

/** A line cannot end a paragraph with such a word, even where a page breaks it. */
const endsUnfinished = /\s(?:the|an|of|on|in|at|to|for|from|by|with|between|under)$/i;

const isCapitals = (text: string) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text.replace(/<[^>]*>/g, ""));

/** Ordered; the first opinion counts. */
const rules: readonly JoinRule[] = [
  function marked(_, open, next) {
    const first = open[0] ?? missing;
    return next.bullet || next.number !== null || next.heading > 0 || first.heading > 0 ? false : null;
  },
  function unfinished(raw, open) {
    const last = lastText(raw, open);
    // Short lines are of menus: `Log in`, `Follow us on`.
    return last.length >= cuttable && endsUnfinished.test(last) ? true : null;
  },
  function forcedBreak(_, open) {
    return open.at(-1)?.hardBreak ? false : null;
  },
  function labelled(raw, open, next) {
    return label.test(textOf(raw, next)) || label.test(lastText(raw, open)) ? false : null;
  },
  function tableRow(raw, open, next) {
    return textOf(raw, next).startsWith("|") || lastText(raw, open).endsWith("|") ? false : null;
  },
  function dateLine(raw, open, next) {
    const text = textOf(raw, next);
    // The second line of `1. The meeting was held / in Manila on 7 August 2017.` only looks like one.
    const goesOn = (open[0] ?? missing).number !== null && lowerStart.test(text);
    return isDateLine(text) && !goesOn ? false : null;
  },
  function hangingIndent(raw, open, next) {
    const first = open[0] ?? missing;
    const item = first.bullet || first.number !== null;
    return item && next.indent > first.indent && !clauseEnd.test(lastText(raw, open)) ? true : null;
  },
  function cutWord(raw, open, next) {
    return /[\p{L}\d]-$/u.test(lastText(raw, open)) && /^[\p{L}\d]/u.test(textOf(raw, next)) ? true : null;
  },
  function clauseIsOver(raw, open) {
    return clauseEnd.test(lastText(raw, open)) ? false : null;
  },
  function lowerCase(raw, open, next) {
    return lowerStart.test(textOf(raw, next)) ? !sentenceEnd.test(lastText(raw, open)) : null;
  },
  function title(raw, open, next) {
    const [before, after] = [lastText(raw, open), textOf(raw, next)];
    if (!isCapitals(before) || !isCapitals(after)) return null;
    return startsWithJoint.test(after) || endsWithJoint.test(before) ? true : null;
  },
  function unfinishedItem(raw, open, next, width) {
    const item = (open[0] ?? missing).number !== null;
    const [before, after] = [lastText(raw, open), textOf(raw, next)];
    // A heading is one line: behind two lines of a set width even a short one goes on.
    const long = before.length >= cuttable * 2 || (width !== null && open.length > 1);
    const cut = long && !/[.!?:;)”"][*_]*$/.test(before);
    return item && cut && !isCapitals(after) ? true : null;
  },
  function fullLine(raw, open, next, width) {
    if (width === null) return null;
    const last = open.at(-1) ?? missing;
    const firstWord = /^\S*/.exec(textOf(raw, next))?.[0].length ?? 0;
    const full = last.indent + length(last) + 1 + firstWord >= width * 0.92;
    return full || (length(last) >= width * 0.6 && !sentenceEnd.test(lastText(raw, open)));
  },
];

/** True where the line `next`, directly below the lines `open`, goes on with their paragraph. */
export function runsOn(raw: string, open: readonly Line[], next: Line, width: number | null): boolean {
  for (const rule of rules) {
    const opinion = rule(raw, open, next, width);
    if (opinion !== null) return opinion;
  }
  return false;
}

/** Shortest line, in characters, after which a paragraph can be cut by a page end. */
const cuttable = 30;
/** What follows a comma and opens a clause of its own all the same: another participle, the enacting formula. */
const opensClause = /^(?:\p{Ll}+ing\b|(?:do\s+)?hereby\b|have\s+(?:agreed|committed|decided|declared|resolved)\b.*:$)/u;

/** True where `next`, after a blank line, goes on in lower case with a sentence that `open` left unfinished. */
export function joinsAcrossBreak(raw: string, open: readonly Line[], next: Line): boolean {
  if (next.bullet || next.number !== null || next.heading > 0 || (open[0] ?? missing).heading > 0) return false;
  const [before, after] = [lastText(raw, open), textOf(raw, next)];
  if (length(open.at(-1) ?? missing) < cuttable || clauseEnd.test(before) || sentenceEnd.test(before)) return false;
  if (/[”"]$/.test(before) || /^by\s\p{Lu}/u.test(after)) return false;
  if (/\p{L}-$/u.test(before) && /^\p{L}/u.test(after)) return true;
  return lowerStart.test(after) && !(before.endsWith(",") && opensClause.test(after));
}
