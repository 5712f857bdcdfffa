import { attribute, type Element } from "./tree.ts";

/** What the rules about an element look at. */
export interface Look {
  /** Name of the element, lower case. */
  readonly name: string;
  /** True where it has no attribute that any rule asks about. */
  readonly bare: boolean;
  /** Words of its class and id, lower case, whole and cut at signs and humps: `navBar` gives navbar, nav, bar. */
  readonly words: ReadonlySet<string>;
  readonly role: string;
  /** Its style attribute without blanks, lower case. */
  readonly style: string;
  /** Value of an attribute, or null. */
  readonly value: (name: string) => string | null;
}

const none: ReadonlySet<string> = new Set();
const noValue = () => null;

/** Most characters of a class, id or style that are looked at. */
const longest = 2000;

/** Looks at the elements of one page; those without attributes share one look a name. */
export function looker(raw: string): (element: Element) => Look {
  const bare = new Map<string, Look>();
  return (element) => {
    const { name } = element;
    if (element.attributes.length > 0) return lookAt(raw, element);
    const known = bare.get(name);
    if (known) return known;
    const look: Look = { name, bare: true, words: none, role: "", style: "", value: noValue };
    bare.set(name, look);
    return look;
  };
}

function lookAt(raw: string, element: Element): Look {
  const value = (name: string) => attribute(raw, element, name);
  const [className, id] = [value("class"), value("id")];
  return {
    name: element.name,
    bare: false,
    words: className === null && id === null ? none : wordsOf(`${className ?? ""} ${id ?? ""}`.slice(0, longest)),
    role: value("role")?.trim().toLowerCase() ?? "",
    style: value("style")?.slice(0, longest).replace(/\s+/g, "").toLowerCase() ?? "",
    value,
  };
}

function wordsOf(names: string): ReadonlySet<string> {
  const apart = names.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return new Set([...apart.split(/[^a-z]+/), ...names.toLowerCase().split(/\s+/)]);
}
