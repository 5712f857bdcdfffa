/*
 * How dates, numbers and the schema's words read in English.
 */

const months = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
]; // prettier-ignore

/** A date as precise as it is given: `2013`, `June 2013`, `18 June 2013`; a dash where there is none. */
export function dateText(date: string | null | undefined): string {
  if (!date) return "–";
  const [year = date, month, day] = date.split("-");
  const name = months[Number(month) - 1];
  if (!name) return year;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** A period: `2011 – June 2014`, `from 2011`, `until 2014`. */
export function periodText(from: string | null | undefined, to: string | null | undefined): string {
  if (from && to) return from === to ? dateText(from) : `${dateText(from)} – ${dateText(to)}`;
  if (from) return `from ${dateText(from)}`;
  return to ? `until ${dateText(to)}` : "dates not known";
}

/** `1 clause`, `3 clauses`; the plural is the singular and an s unless it is given. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** With thousands separated. */
export function number(count: number): string {
  return count.toLocaleString("en-GB");
}

/** A list in words: `a, b and c`. */
export function listText(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}

/** A property of the schema in words: `heldOn` is `held on`, `parties.signedOn` is `parties, signed on`. */
export function propertyText(property: string): string {
  return property
    .replaceAll(".", ", ")
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replaceAll("_", " ")
    .replace(/^co (?=chair)/, "co-");
}

/** With a capital at its start. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What is known of the text of a statement, by `textRead`. */
export const textReadWords: Readonly<Record<string, string>> = {
  whole: "The whole text was read.",
  parts: "Only parts of the text were read: what is not listed may still be there.",
  beginning: "Only the beginning of the text was read: what is not listed may still be there.",
  none: "The text was not read: what is listed comes from what others report of it.",
};
