import { isPartialDate, type PartialDate } from "../../dates.ts";
import { frenchMonthNumber, frenchMonthPattern, monthNumber, monthPattern } from "../../text/calendar.ts";
import { findDates, findDaysOfMonth } from "../../text/date-forms.ts";
import { plainFound, type DatedFinder, type Found, type Search } from "../found.ts";

interface RelativeForm {
  readonly id: string;
  readonly pattern: RegExp;
  /** The date meant, counted from the day of the document; `rest` and `before` are what stands around it. */
  readonly read: (match: RegExpExecArray, day: PartialDate, rest: string, before: string) => PartialDate | null;
  /** Part of the match that is the date: all of it unless said. */
  readonly group?: number;
}

const monthText = (year: string | number, month: number | null): PartialDate | null =>
  month === null ? null : `${year}-${String(month).padStart(2, "0")}`;

function daysFrom(day: PartialDate, days: number): PartialDate | null {
  if (day.length !== 10) return null;
  const time = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}

function monthsFrom(day: PartialDate, months: number): PartialDate | null {
  if (day.length < 7) return null;
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return monthText(Math.floor(count / 12), (count % 12) + 1);
}

const yearsFrom = (day: PartialDate, years: number) => String(Number(day.slice(0, 4)) + years);
const step: Readonly<Record<string, number>> = { this: 0, last: -1, next: 1, current: 0, previous: -1 };
const shift = (word: string | undefined) => step[(word ?? "").toLowerCase()] ?? 0;

const ahead = /\b(?:will|shall|is\s+to|are\s+to|to\s+be|scheduled|planned|upcoming|expected)\b[^.;]*$/i;

/** A month that is over by the day of the document, and is spoken of as still to come, is one of the next year. */
function comingYear(month: number | null, rest: string, before: string, day: PartialDate): string {
  const year = yearBehind(rest, day);
  const over = month !== null && year === day.slice(0, 4) && month < Number(day.slice(5, 7) || "1");
  return over && ahead.test(before) ? yearsFrom(day, 1) : year;
}

/** Year that a month without one means: the next that the sentence names (`September and … November this year`), else the document's. */
function yearBehind(rest: string, day: PartialDate): string {
  const sentence = /^[^.;]*?(?=[.;]|$|\b(?:will|would|was|were|is|are)\b)/.exec(rest)?.[0] ?? "";
  const words = /\b(this|next|last) year\b/i.exec(sentence);
  const [date] = findDates(sentence);
  if (words && (!date || words.index < date.start)) return yearsFrom(day, shift(words[1]));
  return date?.value.slice(0, 4) ?? day.slice(0, 4);
}

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** The day of that name up to the day of a report, or behind it for what is still to come. */
function weekdayNear(day: PartialDate, name: string, isAhead: boolean): PartialDate | null {
  if (day.length !== 10) return null;
  const behind = (new Date(`${day}T00:00:00Z`).getUTCDay() - weekdays.indexOf(name) + 7) % 7;
  return daysFrom(day, isAhead && behind > 0 ? 7 - behind : -behind);
}

/** Ordered; where two start together the longer match wins. Adding a form is one entry here. */
const forms: readonly RelativeForm[] = [
  {
    id: "today",
    pattern: /\b(?:today|yesterday|tomorrow|hari ini|aujourd['’]hui|hôm nay)\b(?!['’])/gi,
    read: ([word = ""], day) => daysFrom(day, dayShift(word)),
  },
  {
    id: "year",
    pattern: /\b(this|last|next)\s+year\b(?![’'])/gi,
    read: (match, day) => yearsFrom(day, shift(match[1])),
  },
  {
    id: "month-and-year",
    pattern: new RegExp(`\\b(${monthPattern})\\s+(this|last|next)\\s+year\\b`, "g"),
    read: (match, day) => monthText(yearsFrom(day, shift(match[2])), monthNumber(match[1] ?? "")),
  },
  {
    id: "this-month-name",
    pattern: new RegExp(`\\b(?:this|This)\\s+(${monthPattern})(?!\\s+\\d)`, "g"),
    read: (match, day) => monthText(day.slice(0, 4), monthNumber(match[1] ?? "")),
  },
  {
    id: "next-month-name",
    pattern: new RegExp(`\\b(next|Next|last|Last)\\s+(${monthPattern})(?!\\s+\\d)`, "g"),
    read: (match, day) => nearestMonth(day, monthNumber(match[2] ?? ""), shift(match[1])),
  },
  {
    id: "months-away",
    pattern: /\b(this|last|next)\s+month\b(?![’'])/gi,
    read: (match, day) => monthsFrom(day, shift(match[1])),
  },
  {
    id: "weekday",
    pattern: new RegExp(
      `(?<!${monthPattern}\\s\\d{1,2},?\\s|\\d,?\\s|\\()\\b(${weekdays.join("|")})\\b(?!['’]s|,?\\s+\\(?(?:the\\s+)?(?:\\d|${monthPattern}\\b)|\\s+(?:Times|Post|Night|Morning))`,
      "g",
    ),
    read: (match, day, _, before) => weekdayNear(day, match[1] ?? "", ahead.test(before)),
  },
  {
    id: "day-and-month-vietnamese",
    pattern: /(?:[Nn]gày\s+)?(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?!\d|\s+năm\s+\d)/g,
    read: (match, day) => dayOf(day.slice(0, 4), Number(match[2]), match[1] ?? ""),
  },
  {
    id: "day-and-month-french",
    pattern: new RegExp(`\\b(\\d{1,2}|1er)\\s+(${frenchMonthPattern})(?!\\p{L}|\\s+\\d{4})`, "gu"),
    read: (match, day) =>
      dayOf(day.slice(0, 4), frenchMonthNumber(match[2] ?? ""), String(Number.parseInt(match[1] ?? "", 10))),
  },
  {
    id: "month",
    pattern: new RegExp(
      `\\b(?:in|since|until|by|from|to|for|early|late|mid|of|and)\\s+(${monthPattern})(?!\\s+(?:\\d|this|next|last|Street|Road|Avenue|Square|Day))`,
      "g",
    ),
    read: (match, day, rest, before) => {
      const month = monthNumber(match[1] ?? "");
      return monthText(comingYear(month, rest, before, day), month);
    },
    group: 1,
  },
];

function dayShift(word: string): number {
  return { today: 0, yesterday: -1, tomorrow: 1 }[word.toLowerCase()] ?? 0;
}

function dayOf(year: string, month: number | null, day: string): PartialDate | null {
  const date = `${monthText(year, month) ?? ""}-${day.padStart(2, "0")}`;
  return isPartialDate(date) ? date : null;
}

/** `next March` is the first one after the document's month, `last March` the last before it. */
function nearestMonth(day: PartialDate, month: number | null, direction: number): PartialDate | null {
  if (month === null) return null;
  const own = Number(day.slice(5, 7) || "1");
  const later = month > own;
  return monthText(yearsFrom(day, direction > 0 ? (later ? 0 : 1) : later ? -1 : 0), month);
}

/** Most days between a day without its year and the meeting that is named beside it. */
const nearDays = 15;

/** Days on which the named meetings were held. */
function heldDays({ registry }: Search, found: readonly Found[]): readonly PartialDate[] {
  const named = new Set(found.map(({ id }) => id));
  return registry.records.meetings.flatMap(({ id, heldOn }) => (heldOn !== undefined && named.has(id) ? heldOn : []));
}

function daysBetween(a: PartialDate, b: PartialDate): number {
  return a.length === 10 ? Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000 : Infinity;
}

/** Days without their year: it is the document's, or where that is not known that of a named meeting held near that day. */
function days(search: Search, named: readonly Found[], day: PartialDate | undefined): Found[] {
  const held = day === undefined ? heldDays(search, named) : [];
  return findDaysOfMonth(search.text).flatMap(({ start, end, value }) => {
    const near = held.find((date) => daysBetween(date, `${date.slice(0, 4)}-${value}`) <= nearDays)?.slice(0, 4);
    const said = day === undefined ? null : /^\s+(this|last|next)\s+year\b/.exec(search.text.slice(end, end + 20));
    const own = day?.endsWith(value) ? day.slice(0, 4) : day && yearBehind(search.text.slice(end, end + 200), day);
    const date = `${own ?? near ?? ""}-${value}`;
    const span = { start, end: end + (said?.[0].length ?? 0) };
    return isPartialDate(date) ? [plainFound(span, `date:${date}`, "date-day-of-month")] : [];
  });
}

/** Dates that only the day of the document completes: `today`, `this November`, `September and November this year`. */
export const relativeDates: DatedFinder = {
  id: "relative-date",
  find: (search, named, facts) => {
    const day = facts.date?.value;
    const found = days(search, named, day);
    if (day === undefined) return found;
    const { text } = search;
    for (const { id, pattern, read, group = 0 } of forms) {
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].length;
        const before = text.slice(Math.max(0, match.index - 200), match.index);
        const value = read(match, day, text.slice(end, end + 200), before);
        const start = end - (match[group]?.length ?? match[0].length);
        if (value !== null) found.push(plainFound({ start, end }, `date:${value}`, `date-${id}`));
      }
    }
    return found;
  },
};
