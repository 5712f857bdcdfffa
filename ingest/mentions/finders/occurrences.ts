import { ordinalNumber, ordinalPattern } from "../../text/calendar.ts";
import type { Finder, Found, Search } from "../found.ts";
import { plainFound } from "../found.ts";
import { meetingId, seriesOf } from "../meetings.ts";
import { idsOfForm } from "../name-index.ts";
import { shortFormBehind } from "../short-form.ts";

const kindsOfMeeting = String.raw`(?:(?:annual|informal|formal|special|regular|ordinary|virtual)\s+)?`;
const first = String.raw`(?:Inaugural|inaugural|INAUGURAL)`;

/** What stands before a series' name and makes it one occurrence; the first group is the ordinal. Ordered, first match counts. */
const before: readonly {
  readonly id: string;
  readonly pattern: RegExp;
  readonly ordinal: (text: string) => number | null;
}[] = [
  {
    id: "nth-meeting-of",
    pattern: new RegExp(
      `(?<!\\w)(${ordinalPattern})\\s+(?:meeting|session|edition|convening)\\s+of\\s+(?:the\\s+)?$`,
      "i",
    ),
    ordinal: ordinalNumber,
  },
  {
    id: "inaugural-meeting-of",
    pattern: new RegExp(`(?<!\\w)(${first})\\s+(?:meeting|session)\\s+of\\s+(?:the\\s+)?$`),
    ordinal: () => 1,
  },
  { id: "inception-of", pattern: /(?<!\w)(inception|inauguration)\s+of\s+(?:the\s+)?$/i, ordinal: () => 1 },
  { id: "nth", pattern: new RegExp(`(?<!\\w)(${ordinalPattern})\\s+${kindsOfMeeting}$`, "i"), ordinal: ordinalNumber },
  { id: "malay", pattern: /(?<![\w-])[Kk]e-?\s?(\d{1,3})\s+$/, ordinal: Number },
  { id: "roman", pattern: /(?<![\w-])((?=[VX]|II)X{0,3}(?:IX|IV|V?I{0,3}))\s+$/, ordinal: romanNumber },
  { id: "inaugural", pattern: new RegExp(`(?<!\\w)(${first})\\s+${kindsOfMeeting}$`), ordinal: () => 1 },
];

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** `XIV`: a digit before a larger one is taken off. */
function romanNumber(text: string): number {
  const digits = Array.from(text, (digit) => romanDigits[digit] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}

const listed = new RegExp(
  `(?<!\\w)((?:${ordinalPattern}\\s*,\\s*(?:the\\s+)?)*${ordinalPattern})\\s*,?\\s+and\\s+(?:the\\s+)?$`,
  "i",
);
const yearBefore = /\b(?:the|of|its)\s+((?:19|20)\d{2})\s+$/i;
const yearBehind = /^ ((?:19|20)\d{2})(?![\d/]|[-–]\d)\b/;

/** Longest stretch before a name that can hold its ordinal, in characters. */
const reach = 70;

/** Numbered and dated occurrences of a series: `Twelfth X`, `13th X`, `Inaugural meeting of the X`, `X 2025`, `1st and 2nd X`. */
export const occurrences: Finder = {
  id: "occurrence",
  find: (search, found) => [
    ...hyphened(search),
    ...found.flatMap((name) => {
      const series = seriesOf(search.registry, name.id);
      if (series === null) return [];
      return numberedBehind(search, name, series) ?? numbered(search, name, series) ?? dated(search, name, series);
    }),
  ],
};

/** `ADMM-14`, `ADMM+ 12`, `ADMM-Plus-11`: the number behind the short form. */
const withNumber =
  /(?<![\p{L}\p{N}-])(\p{Lu}{3,9}(?:\+|[- ]?(?:Plus|PLUS)(?![\p{L}\p{N}]))?)(?:-|(?<=\+) ?)(\d{1,2})(?![\p{N}-]|\p{L})/gu;

function hyphened(search: Search): Found[] {
  return [...search.text.matchAll(withNumber)].flatMap((match) => {
    const series = idsOfForm(search.index, match[1] ?? "").find((id) => seriesOf(search.registry, id) !== null);
    if (series === undefined) return [];
    const id = meetingId(search.registry, series, { ordinal: Number(match[2]) });
    return [plainFound({ start: match.index, end: match.index + match[0].length }, id, occurrences.id)];
  });
}

/** `… ASEAN (ADMM) Ke-19`, `… ASEAN lần thứ 18`: Malay and Vietnamese put the number behind the name. */
const behindName = /^ (?:(?:yang\s+)?ke-?\s?|lần\s+thứ\s+)(\d{1,3})(?![\d])/i;

function numberedBehind(search: Search, name: Found, series: string): Found[] | null {
  const match = behindName.exec(search.text.slice(name.end, name.end + 24));
  if (!match) return null;
  const id = meetingId(search.registry, series, { ordinal: Number(match[1]) });
  const headEnd = name.end + match[0].length;
  const own = new RegExp(`^ ?\\([^()]{2,20}[- ]${match[1] ?? ""}\\)`).exec(search.text.slice(headEnd, headEnd + 26));
  return [{ start: name.start, end: headEnd + (own?.[0].length ?? 0), headEnd, id, rule: occurrences.id }];
}

/** Behind a series' name: what the number counts instead of its meetings. */
const counted =
  /^\s+(?:EWGs?|Expert|Working|Field|Table|Exercise|Workshop|Training|Course|Track|(?:meeting |session )?(?:of (?:his|her|its|their)|(?:he|she|that) )\b)/;

function numbered(search: Search, name: Found, series: string): Found[] | null {
  if (counted.test(search.text.slice(name.end, name.end + 20))) return null;
  const clauseText = search.text.slice(Math.max(0, name.start - reach), name.start);
  for (const { pattern, ordinal } of before) {
    const match = pattern.exec(clauseText);
    const number = match ? ordinal(match[1] ?? "") : null;
    if (!match || number === null) continue;
    const start = name.start - clauseText.length + match.index;
    const id = meetingId(search.registry, series, { ordinal: number });
    const end = numberedAgain(search, name, number) ?? name.end;
    return [...othersOfList(search, series, start), { ...name, start, end, id, rule: occurrences.id }];
  }
  return null;
}

const again = new RegExp(`^ ?\\((${ordinalPattern})\\s+([^()]{2,30})\\)`, "i");

const againBehind = /^ ?\(([^()]{2,20}?)(?:-| )(\d{1,2})\)/;

/** Behind `Eighth X (8th Y)` or `Eighth X (Y-8)`, where Y is the same series; null where no such form follows. */
function numberedAgain(search: Search, name: Found, number: number): number | null {
  const behind = search.text.slice(name.headEnd, name.headEnd + 50);
  const hyphen = againBehind.exec(behind);
  if (hyphen && Number(hyphen[2]) === number && idsOfForm(search.index, hyphen[1] ?? "").includes(name.id))
    return name.headEnd + hyphen[0].length;
  const match = again.exec(behind);
  if (!match || ordinalNumber(match[1] ?? "") !== number) return null;
  return idsOfForm(search.index, match[2] ?? "").includes(name.id) ? name.headEnd + match[0].length : null;
}

/** `1st and 2nd X`: the ordinals before the last one are occurrences of their own. */
function othersOfList(search: Search, series: string, end: number): Found[] {
  const text = search.text.slice(Math.max(0, end - reach), end);
  const match = listed.exec(text);
  if (!match) return [];
  const offset = end - text.length + match.index;
  return [...(match[1] ?? "").matchAll(new RegExp(ordinalPattern, "gi"))].flatMap((each) => {
    const number = ordinalNumber(each[0]);
    const span = { start: offset + each.index, end: offset + each.index + each[0].length };
    if (number === null) return [];
    return [plainFound(span, meetingId(search.registry, series, { ordinal: number }), occurrences.id)];
  });
}

function dated(search: Search, name: Found, series: string): Found[] {
  const behind = yearBehind.exec(search.text.slice(name.end, name.end + 12));
  if (behind) {
    const id = meetingId(search.registry, series, { year: Number(behind[1]) });
    const headEnd = name.end + behind[0].length;
    const short = shortFormBehind(search, { start: name.start, end: headEnd }, [id]);
    return [{ start: name.start, end: short?.end ?? headEnd, headEnd, id, rule: occurrences.id }];
  }
  const ahead = yearBefore.exec(search.text.slice(Math.max(0, name.start - 16), name.start));
  if (!ahead) return [];
  const start = name.start - (ahead[1]?.length ?? 0) - 1;
  const id = meetingId(search.registry, series, { year: Number(ahead[1]) });
  return [{ ...name, start, id, rule: occurrences.id }];
}
