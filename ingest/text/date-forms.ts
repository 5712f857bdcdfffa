import { isPartialDate, type PartialDate } from "../dates.ts";
import type { Span } from "../span.ts";
import {
  frenchMonthNumber,
  frenchMonthPattern,
  monthNumber,
  monthPattern,
  ordinalNumber,
  ordinalPattern,
  yearInWords,
  yearWordsPattern,
} from "./calendar.ts";

/** A date that says its year itself. The span counts in the text that was searched. */
export interface FoundDate extends Span {
  readonly value: PartialDate;
  /** Id of the form that read it. */
  readonly rule: string;
}

interface DateForm {
  readonly id: string;
  readonly pattern: RegExp;
  /** The date of a match, or null where it is none after all (31 June, a file number). */
  readonly read: (match: RegExpExecArray) => PartialDate | null;
}

const day = String.raw`\d{1,2}(?:\s?(?:st|nd|rd|th))?`;
const dash = String.raw`\s?(?:-|–|—|to|and|until)\s?`;
const year = String.raw`(?:19|20)\d{2}`;
const gap = String.raw`,?\s+`;
const yearOf = String.raw`(?:(?:${gap}(?:(?:in|of)\s+)?(?:the\s+)?year(?:\s+of)?)?${gap})`;

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

function build(yearText: string | number, month: number | null, dayText: string | number | null): PartialDate | null {
  if (month === null) return null;
  const number = dayText === null ? null : Number.parseInt(String(dayText), 10);
  const date = `${yearText}-${pad(month)}${number === null ? "" : `-${pad(number)}`}`;
  return isPartialDate(date) ? date : null;
}

const at = (match: RegExpExecArray, index: number) => match[index] ?? "";
const global = (source: string, flags = "") => new RegExp(source, `g${flags}`);

/** A number joined to another by a hyphen is a year only where that is one, too: `2024-2027`. */
function isInCompound(match: RegExpExecArray): boolean {
  const before = match.input.slice(Math.max(0, match.index - 6), match.index);
  const after = match.input.slice(match.index + 4, match.index + 11);
  return (
    (/\d[-–]$/.test(before) && !/(?:19|20)\d{2}[-–]$/.test(before)) ||
    (/^[-–]\d/.test(after) && !/^[-–](?:(?:19|20)\d{2}|\d{2})(?![\d-])/.test(after))
  );
}

/** What may not stand directly before or after a bare year: digits, file numbers, amounts, parts of a compound. */
const bareYear = String.raw`(?<![\d/.,:#$€£]|\p{L}[-–]|\b(?:No|Nos|RM|USD|Rp)\.?\s?|\b[Dd]isease\s)${year}(?![\d/]|:\d|[.,]\d|\p{L}|[-–]\p{L}|\s+(?:people|personnel|troops|soldiers|delegates|participants|members|km|kilometres|hectares|tonnes))`;

/** Ordered; where two forms start together the longer match wins. Adding a form is one entry here. */
export const dateForms: readonly DateForm[] = [
  {
    id: "date-in-words",
    pattern: global(
      String.raw`\b(${ordinalPattern})(?:\s+day)?\s+of\s+(${monthPattern})${yearOf}(?:(${yearWordsPattern})|(${year}))`,
      "i",
    ),
    read: (match) =>
      build(match[4] ?? yearInWords(at(match, 3)) ?? "", monthNumber(at(match, 2)), ordinalNumber(at(match, 1))),
  },
  {
    id: "date-range",
    pattern: global(String.raw`\b(${day})(?:,\s+${day})*${dash}${day}\s+(?:of\s+)?(${monthPattern})${gap}(${year})\b`),
    read: (match) => build(at(match, 3), monthNumber(at(match, 2)), at(match, 1)),
  },
  {
    id: "date-range-months",
    pattern: global(
      String.raw`\b(${day})\s+(${monthPattern})${dash}${day}\s+(?:of\s+)?${monthPattern}${gap}(${year})\b`,
    ),
    read: (match) => build(at(match, 3), monthNumber(at(match, 2)), at(match, 1)),
  },
  {
    id: "date-range-month-first",
    pattern: global(String.raw`\b(${monthPattern})\s+(${day})${dash}${day}${gap}(${year})\b`),
    read: (match) => build(at(match, 3), monthNumber(at(match, 1)), at(match, 2)),
  },
  {
    id: "date-range-months-month-first",
    pattern: global(String.raw`\b(${monthPattern})\s+(${day})${dash}${monthPattern}\s+${day}${gap}(${year})\b`),
    read: (match) => build(at(match, 3), monthNumber(at(match, 1)), at(match, 2)),
  },
  {
    id: "date-day-first",
    pattern: global(String.raw`\b(${day})\s+(?:of\s+)?(${monthPattern})${gap}(?:of\s+)?(${year})\b`),
    read: (match) => build(at(match, 3), monthNumber(at(match, 2)), at(match, 1)),
  },
  {
    id: "date-month-first",
    pattern: global(String.raw`\b(${monthPattern})\s+(?:the\s+)?(${day})${gap}(${year})\b`),
    read: (match) => build(at(match, 3), monthNumber(at(match, 1)), at(match, 2)),
  },
  {
    id: "date-vietnamese",
    pattern: global(String.raw`(?:[Nn]gày\s+)?(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(${year})\b`),
    read: (match) => build(at(match, 3), Number(match[2]), at(match, 1)),
  },
  {
    id: "date-french",
    pattern: global(String.raw`\b(\d{1,2}|1er)\s+(${frenchMonthPattern})\s+(${year})\b`),
    read: (match) => build(at(match, 3), frenchMonthNumber(at(match, 2)), at(match, 1)),
  },
  {
    id: "date-iso",
    pattern: global(String.raw`(?<![\d/.-])(${year})-(\d{2})-(\d{2})(?![\d/-])`),
    read: (match) => build(at(match, 1), Number(match[2]), at(match, 3)),
  },
  {
    id: "date-iso-slashes",
    pattern: global(String.raw`(?<![\d/.-])(${year})/(\d{2})/(\d{2})(?![\d/-])`),
    read: (match) => build(at(match, 1), Number(match[2]), at(match, 3)),
  },
  {
    id: "date-hyphens",
    pattern: global(String.raw`(?<![\w/.-])(\d{1,2})-(?:(\d{1,2})|(${monthPattern}))-(${year})(?![\w/-])`),
    read: (match) =>
      build(at(match, 4), match[2] === undefined ? monthNumber(at(match, 3)) : Number(match[2]), at(match, 1)),
  },
  {
    id: "date-iso-month",
    pattern: global(String.raw`(?<=\bdate\s)(${year})-(\d{2})(?![\d/-])`),
    read: (match) => build(at(match, 1), Number(match[2]), null),
  },
  {
    id: "date-digits-range",
    pattern: global(String.raw`(?<![\d/.-])(\d{1,2})[-–]\d{1,2}[/.](\d{1,2})[/.](${year})(?![\d/-])`),
    read: (match) => build(at(match, 3), Number(match[2]), at(match, 1)),
  },
  {
    id: "date-digits",
    pattern: global(String.raw`(?<![\d/.-])(\d{1,2})[/.](\d{1,2})[/.](${year})(?![\d/-])`),
    read: (match) => build(at(match, 3), Number(match[2]), at(match, 1)),
  },
  {
    id: "date-month",
    pattern: global(String.raw`\b(${monthPattern})${gap}(?:of\s+)?(${year})\b`),
    read: (match) => build(at(match, 2), monthNumber(at(match, 1)), null),
  },
  {
    id: "date-year",
    pattern: global(bareYear, "u"),
    read: (match) => (isInCompound(match) ? null : match[0]),
  },
];

/** The dates in a text that say their year, in order and disjoint; the longest reading of each. */
export function findDates(text: string): FoundDate[] {
  const all: FoundDate[] = [];
  for (const { id, pattern, read } of dateForms) {
    for (const match of text.matchAll(pattern)) {
      const value = read(match);
      if (value) all.push({ start: match.index, end: match.index + match[0].length, value, rule: id });
    }
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return all.filter((date) => {
    if (date.start < end) return false;
    end = date.end;
    return true;
  });
}

/** Between two days of one stretch that says no year. */
const until = String.raw`\s?(?:-|–|—|to|until|through)\s?`;
/** The same within one month. */
const untilDay = String.raw`\s?(?:-|–|—|to|and|until|through)\s?`;
/** Behind the second number of `November 15 and 16`: it counts something else there, or is the day of another month. */
const notCounting = String.raw`(?!\d|\s+(?:${monthPattern}|\p{Ll}+s\b))`;

/** A day or a stretch of days that says no year: `Oct 31`, `31 October`, `24-25 November`, `March 31-April 5`. */
const dayOfMonth = global(
  String.raw`(?<![\d-])(?:(${day})(?:${untilDay}${day})?\s+(?:of\s+)?(${monthPattern})(?:${until}${day}\s+(?:of\s+)?${monthPattern})?|(${monthPattern})\s+(${day})(?:(?:${until}${monthPattern}\s+|${untilDay})${day}\b${notCounting})?)(?!\p{L}|,?\s+(?:of\s+)?\d{4}|\d)`,
  "u",
);

/** Days that say no year as `10-31`, in order; of a stretch the first. */
export function findDaysOfMonth(text: string): readonly (Span & { readonly value: string })[] {
  return [...text.matchAll(dayOfMonth)].flatMap((match) => {
    const value = build("2000", monthNumber(match[2] ?? at(match, 3)), match[1] ?? at(match, 4));
    return value === null ? [] : [{ start: match.index, end: match.index + match[0].length, value: value.slice(5) }];
  });
}

/** Small words of a line that only says when and where. */
const lineWords =
  /^(?:on|in|at|le|the|of|and|to|from|held|via|by|video|videoconference|virtual|virtually|online|conference)$/i;
/** Words of titles, which name a day as well. */
const titleWords =
  /\b(?:statement|declaration|communiqu[eé]|release|remarks|speech|address|meeting|minister|ministers)\b/i;
/** Most capitalised words beside the date: city, country, number of the meeting. */
const mostPlaces = 7;

/**
 * True where a line only says when and where: `1 November 2025`, `Bali, Indonesia, 12 May 2009`,
 * `4TH ADMM-PLUS, 24 OCTOBER 2017, CLARK, PHILIPPINES`.
 */
export function isDateLine(text: string): boolean {
  if (text.length > 90 || !/\d{4}|thousand/i.test(text) || /[;:]$/.test(text)) return false;
  const [date, ...more] = findDates(text);
  if (!date || more.length > 0 || date.value.length < 7) return false;
  const rest = `${text.slice(0, date.start)} ${text.slice(date.end)}`;
  const words = rest.match(/[\p{L}\d+’'-]+/gu) ?? [];
  const places = words.filter((word) => !lineWords.test(word));
  return places.length <= mostPlaces && places.every((word) => /^[\p{Lu}\d]/u.test(word)) && !titleWords.test(rest);
}
