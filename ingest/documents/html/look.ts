import { attribute, type Element } from "./tree.ts";

/** What the rules about an element look at. */
export interface Look {
  readonly element: Element;
  /** Words of its class and id, lower case, cut at signs and humps: `entry-content`, `navBar` give entry, content, nav, bar. */
  readonly words: ReadonlySet<string>;
  readonly role: string;
  /** Its style attribute without blanks, lower case. */
  readonly style: string;
  /** Value of an attribute, or null. */
  readonly value: (name: string) => string | null;
}

const none: ReadonlySet<string> = new Set();

/** Most characters of a class, id or style that are looked at. */
const longest = 2000;

/** An element as the rules see it. */
export function lookAt(raw: string, element: Element): Look {
  if (element.attributes.length === 0) return { element, words: none, role: "", style: "", value: () => null };
  const value = (name: string) => attribute(raw, element, name);
  const names = `${value("class") ?? ""} ${value("id") ?? ""}`.slice(0, longest);
  return {
    element,
    words: names === " " ? none : wordsOf(names),
    role: (value("role") ?? "").trim().toLowerCase(),
    style: styleOf(raw, element),
    value,
  };
}

/** The style attribute of an element without blanks, lower case; empty where it has none. */
export function styleOf(raw: string, element: Element): string {
  return (attribute(raw, element, "style") ?? "").slice(0, longest).replace(/\s+/g, "").toLowerCase();
}

function wordsOf(names: string): ReadonlySet<string> {
  const apart = names.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return new Set([...apart.split(/[^a-z]+/), ...names.toLowerCase().split(/\s+/)]);
}
