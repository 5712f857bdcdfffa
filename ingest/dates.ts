/**
 * A date as precise as its source and no more: `2013`, `2013-06` or `2013-06-18`.
 */
export type PartialDate = string;

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** True for an existing year, month or day written as in {@link PartialDate}. */
export function isPartialDate(text: string): boolean {
  const match = shape.exec(text);
  if (!match) return false;
  const month = Number(match[2] ?? 1);
  const day = Number(match[3] ?? 1);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(match[1]), month);
}

/** First day that the date can mean, as `YYYY-MM-DD`. */
export function earliest(date: PartialDate): string {
  return date + "-01-01".slice(date.length - 4);
}

/** Last day that the date can mean, as `YYYY-MM-DD`. */
export function latest(date: PartialDate): string {
  const month = date.slice(5, 7) || "12";
  const last = daysInMonth(Number(date.slice(0, 4)), Number(month));
  return date.length === 10 ? date : `${date.slice(0, 4)}-${month}-${String(last).padStart(2, "0")}`;
}

/** True where one of the two can be a more precise writing of the other: 2013 and 2013-06. */
export function compatible(a: PartialDate, b: PartialDate): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
