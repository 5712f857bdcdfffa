/*
 * Months, ordinals and years as words: English, with the Malay and Indonesian months that ministries of the region print;
 * and the French months, which are written small.
 */

const months: readonly (readonly string[])[] = [
  ["january", "jan", "januari"],
  ["february", "feb", "februari"],
  ["march", "mar", "mac", "maret"],
  ["april", "apr"],
  ["may", "mei"],
  ["june", "jun", "juni"],
  ["july", "jul", "julai", "juli"],
  ["august", "aug", "ogos", "agustus"],
  ["september", "sept", "sep"],
  ["october", "oct", "oktober"],
  ["november", "nov"],
  ["december", "dec", "disember", "desember"],
];
const monthNumbers = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** Source of a pattern of month names, capitalised or in capitals (so that "may" is none); short ones may have a dot. */
export const monthPattern = monthSource();

function monthSource(): string {
  const names = [...monthNumbers.keys()].sort((a, b) => b.length - a.length);
  const printed = names.flatMap((name) => {
    const dot =
      name.length <= 4 && !["may", "june", "july", "juni", "juli", "mei"].includes(name) ? String.raw`\.?` : "";
    const capitalised = name.charAt(0).toUpperCase() + name.slice(1);
    return [capitalised, name.toUpperCase()].map((form) => `${form}\\b${dot}`);
  });
  return `(?:${printed.join("|")})`;
}

const frenchMonths = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];

/** Source of a pattern of French month names. */
export const frenchMonthPattern = `(?:${frenchMonths.join("|")})`;

/** 1 to 12, or null for what is no French month. */
export function frenchMonthNumber(name: string): number | null {
  const index = frenchMonths.indexOf(name.toLowerCase());
  return index === -1 ? null : index + 1;
}

/** 1 to 12, or null for what is no month. */
export function monthNumber(name: string): number | null {
  return monthNumbers.get(name.toLowerCase().replace(/\.$/, "")) ?? null;
}

const units = [
  ["first", "one"],
  ["second", "two"],
  ["third", "three"],
  ["fourth", "four"],
  ["fifth", "five"],
  ["sixth", "six"],
  ["seventh", "seven"],
  ["eighth", "eight"],
  ["ninth", "nine"],
  ["tenth", "ten"],
  ["eleventh", "eleven"],
  ["twelfth", "twelve"],
  ["thirteenth", "thirteen"],
  ["fourteenth", "fourteen"],
  ["fifteenth", "fifteen"],
  ["sixteenth", "sixteen"],
  ["seventeenth", "seventeen"],
  ["eighteenth", "eighteen"],
  ["nineteenth", "nineteen"],
] as const;
const tens = [
  ["twentieth", "twenty"],
  ["thirtieth", "thirty"],
  ["fortieth", "forty"],
  ["fiftieth", "fifty"],
  ["sixtieth", "sixty"],
  ["seventieth", "seventy"],
  ["eightieth", "eighty"],
  ["ninetieth", "ninety"],
] as const;

const ordinalWords = new Map<string, number>([
  ...units.map(([ordinal], index) => [ordinal, index + 1] as const),
  ...tens.map(([ordinal], index) => [ordinal, (index + 2) * 10] as const),
]);
const cardinalWords = new Map<string, number>([
  ...units.map(([, cardinal], index) => [cardinal, index + 1] as const),
  ...tens.map(([, cardinal], index) => [cardinal, (index + 2) * 10] as const),
]);
const tensPattern = tens.map(([, cardinal]) => cardinal).join("|");

/** Source of a pattern of ordinals: `Twelfth`, `Twenty-Sixth`, `12th`, `79th`, French `16e`; to be used without regard to case. */
export const ordinalPattern = String.raw`(?:\d{1,3}\s?(?:st|nd|rd|th)|\d{1,2}(?:ère?|ème|er?|re)|(?:(?:${tensPattern})[-\s])?(?:${[...ordinalWords.keys()].join("|")}))\b`;

/** Number of an ordinal in digits or words, or null for what is none. */
export function ordinalNumber(text: string): number | null {
  const digits = /^(\d{1,3})\s?(?:st|nd|rd|th|ère?|ème|er?|re)$/i.exec(text);
  if (digits) return Number(digits[1]);
  const words = text.toLowerCase().split(/[-\s]+/);
  const last = ordinalWords.get(words.at(-1) ?? "");
  if (last === undefined || words.length > 2) return null;
  return last + (words.length === 2 ? (cardinalWords.get(words[0] ?? "") ?? Number.NaN) : 0);
}

/** Source of a pattern of years in words: `Two Thousand and Twenty-Five`; to be used without regard to case. */
export const yearWordsPattern = String.raw`two\s+thousand(?:(?:\s+and)?\s+(?:(?:${tensPattern})(?:[-\s](?:${units
  .slice(0, 9)
  .map(([, cardinal]) => cardinal)
  .join("|")}))?|${units.map(([, cardinal]) => cardinal).join("|")}))?\b`;

/** The year that such words say, or null. */
export function yearInWords(text: string): number | null {
  const words = text.toLowerCase().split(/[-\s]+/);
  if (words[0] !== "two" || words[1] !== "thousand") return null;
  let year = 2000;
  for (const word of words.slice(2)) {
    if (word === "and") continue;
    const value = cardinalWords.get(word);
    if (value === undefined) return null;
    year += value;
  }
  return year;
}
