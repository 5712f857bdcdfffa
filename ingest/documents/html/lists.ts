import type { Look } from "./look.ts";

/** How a list numbers its items, and the number that comes next. */
export interface ListNumbers {
  /** Null where the items have bullets, or nothing. */
  readonly style: NumberStyle | null;
  readonly bullet: boolean;
  readonly step: 1 | -1;
  next: number;
}

type NumberStyle = (value: number) => string;

const decimal: NumberStyle = (value) => `${value}.`;
const letters = (value: number): string =>
  value < 1 ? String(value) : (value > 26 ? letters(Math.floor((value - 1) / 26)) : "") + String.fromCharCode(97 + ((value - 1) % 26));
const lowerAlpha: NumberStyle = (value) => `${letters(value)}.`;
const upperAlpha: NumberStyle = (value) => `${letters(value).toUpperCase()}.`;
const lowerRoman: NumberStyle = (value) => `${roman(value).toLowerCase()}.`;
const upperRoman: NumberStyle = (value) => `${roman(value)}.`;

const romanSigns: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let left = value;
  return romanSigns
    .map(([worth, sign]) => {
      const times = Math.floor(left / worth);
      left %= worth;
      return sign.repeat(times);
    })
    .join("");
}

/** Source: HTML standard, 4.4.5 "The ol element", `type`; CSS Counter Styles 3, `list-style-type`. */
const byType = new Map<string, NumberStyle>([
  ["1", decimal],
  ["a", lowerAlpha],
  ["A", upperAlpha],
  ["i", lowerRoman],
  ["I", upperRoman],
]);
const byStyle = new Map<string, NumberStyle>([
  ["decimal", decimal],
  ["lower-alpha", lowerAlpha],
  ["lower-latin", lowerAlpha],
  ["upper-alpha", upperAlpha],
  ["upper-latin", upperAlpha],
  ["lower-roman", lowerRoman],
  ["upper-roman", upperRoman],
]);

const unmarked = new Set(["list-unstyled", "list-none", "no-bullet", "no-bullets", "unstyled"]);

/** How a list numbers its items, by its attributes and style; `items` is how many it has. */
export function listNumbers({ name, style, value, words }: Look, items: number): ListNumbers {
  const listStyle = /(?:^|;)list-style(?:-type)?:([a-z-]+)/.exec(style)?.[1] ?? "";
  const none = listStyle === "none" || [...words].some((word) => unmarked.has(word));
  if (name !== "ol" || none) return { style: null, bullet: !none, step: 1, next: 1 };
  const reversed = value("reversed") !== null;
  return {
    style: byStyle.get(listStyle) ?? byType.get((value("type") ?? "1").trim()) ?? decimal,
    bullet: false,
    step: reversed ? -1 : 1,
    next: wholeNumber(value("start")) ?? (reversed ? items : 1),
  };
}

/** The printed number of the next item of a list, or null; `value` is the item's own attribute of that name. */
export function nextNumber(list: ListNumbers, value: string | null): string | null {
  const number = wholeNumber(value) ?? list.next;
  list.next = number + list.step;
  return list.style?.(number) ?? null;
}

function wholeNumber(text: string | null): number | null {
  const match = /^\s*([+-]?\d{1,6})/.exec(text ?? "");
  return match ? Number(match[1]) : null;
}
