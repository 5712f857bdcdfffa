import { attribute, type Element } from "./tree.ts";

/** Longest mark of a note or list, in characters. */
const longest = 12;
const noteAddress = /^#(?:_?(?:ftn|edn)\d|fn|footnote|endnote|cite_note|note[-_\d])/i;
const noteSign = /^[[(]?\s*(?:\d{1,3}|[*†‡§¶]{1,3})\s*[\])]?$/;
const linkedSign = /^[[(]?\s*(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z]|[ivx]{1,5})\s*[\])]?$/i;

/** True for the mark that leads to a note: a raised number or star, or a link to a note below. */
export function isNoteMark(raw: string, element: Element): boolean {
  if (element.name === "a") {
    return noteAddress.test(attribute(raw, element, "href") ?? "") && linkedSign.test(shortText(raw, element) ?? "");
  }
  return element.name === "sup" && noteSign.test(shortText(raw, element) ?? "");
}

/**
 * What a word processor wrote in place of a list's mark: its number, which is read as text, or a sign of a symbol font,
 * which is a bullet. Null for any other element.
 */
export function listMark(raw: string, element: Element, style: string): "number" | "bullet" | null {
  if (!style.includes("mso-list:ignore")) return null;
  const text = shortText(raw, element) ?? "";
  return /^\(?[\da-z]{1,6}(?:\.\d+)*[.)]/i.test(text) ? "number" : "bullet";
}

/** True for a cell of a table that holds nothing but the number of what stands in the next one. */
export function isNumberCell(raw: string, element: Element): boolean {
  if (element.name !== "td" && element.name !== "th") return false;
  return /^(?:\(?(?:\d{1,3}|[a-z]|[ivxl]{1,6})[.)]|\d{1,2}(?:\.\d{1,2}){1,3})$/i.test(shortText(raw, element) ?? "");
}

/** Text of an element that holds only a few characters, blanks and entities for blanks apart; null for a longer one. */
function shortText(raw: string, element: Element): string | null {
  let text = "";
  const visit = (each: Element): boolean =>
    each.children.every((child) => {
      if (child.children !== null) return visit(child);
      text += raw.slice(child.start, child.end).replace(/&nbsp;?|&#160;?|\s+/gi, " ");
      return text.trim().length <= longest;
    });
  return visit(element) ? text.trim() : null;
}
