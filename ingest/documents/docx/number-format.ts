/*
 * How a number is printed, by the names of ISO/IEC 29500, 17.18.59 (ST_NumberFormat).
 */

const romans: readonly (readonly [number, string])[] = [
  [1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"],
  [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"],
]; // prettier-ignore

/** Largest number that is printed in Roman figures or letters. */
const largest = 3_999;

function roman(value: number): string {
  let rest = value;
  return romans
    .map(([worth, figures]) => {
      const times = Math.floor(rest / worth);
      rest -= times * worth;
      return figures.repeat(times);
    })
    .join("");
}

/** a to z, then aa, bb and so on, as word processors count. */
function letter(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function ordinal(value: number): string {
  const teens = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${teens ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th")}`;
}

const formats: Readonly<Record<string, (value: number) => string>> = {
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerLetter: letter,
  upperLetter: (value) => letter(value).toUpperCase(),
  ordinal,
  decimalZero: (value) => String(value).padStart(2, "0"),
  none: () => "",
};

/** A number in the format of that name; in plain figures where the format is another one. */
export function formatNumber(value: number, format: string): string {
  const special = Object.hasOwn(formats, format) ? formats[format] : undefined;
  return special && value > 0 && value <= largest ? special(value) : String(value);
}
