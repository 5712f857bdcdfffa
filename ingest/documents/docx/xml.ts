import { Refusal } from "../refusal.ts";

/** Attributes of an element, named like elements are; those without a prefix by their bare name. */
export type Attributes = ReadonlyMap<string, string>;

/** Hears the elements of an XML text in order. Names carry the usual prefix of their namespace: `w:p`. */
export interface XmlListener {
  /** False leaves the element out with all that is in it, its end included. */
  readonly open: (name: string, attributes: Attributes, parent: string) => boolean;
  readonly close: (name: string) => void;
  readonly text: (text: string, parent: string) => void;
}

/** Deepest nesting of elements that is read. */
export const deepest = 512;

/** Usual prefixes of the namespaces of Office Open XML, transitional and strict (ISO/IEC 29500, annex A). */
const prefixes: ReadonlyMap<string, string> = new Map([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
]);

/** Elements of any other namespace. */
const foreign = "?";

/**
 * Reads an XML text from end to end, in time linear in its length. No document type is accepted: no entity is declared,
 * expanded or fetched. Throws a Refusal for that, and for what is not well-formed.
 */
export function readXml(xml: string, listener: XmlListener): void {
  const open: { readonly tag: string; readonly name: string; readonly declared: Declared }[] = [];
  const scope = new Map<string, string>([["xml", "xml"]]);
  let left = 0;
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf("<", at);
    const end = next === -1 ? xml.length : next;
    if (end > at && left === 0 && open.length > 0) listener.text(unescape(xml.slice(at, end)), open.at(-1)?.name ?? "");
    if (next === -1) break;
    if (xml.startsWith("<!--", next)) at = behind(xml, "-->", next);
    else if (xml.startsWith("<![CDATA[", next)) {
      at = behind(xml, "]]>", next);
      if (left === 0) listener.text(xml.slice(next + 9, at - 3), open.at(-1)?.name ?? "");
    } else if (xml.startsWith("<?", next)) at = behind(xml, "?>", next);
    else if (xml.startsWith("<!", next)) throw new Refusal("xml-doctype", doctype);
    else if (xml.startsWith("</", next)) {
      at = behind(xml, ">", next);
      const element = open.pop();
      if (element?.tag !== xml.slice(next + 2, at - 1).trimEnd()) throw malformed("an end tag stands alone");
      if (left === 0) listener.close(element.name);
      else left -= 1;
      restore(scope, element.declared);
    } else {
      const { tag, pairs, empty, end: behindTag } = startTag(xml, next);
      at = behindTag;
      const declared = declare(scope, pairs);
      const name = nameOf(scope, tag, true);
      const read = left === 0 && listener.open(name, attributesOf(scope, pairs), open.at(-1)?.name ?? "");
      if (empty) {
        if (read) listener.close(name);
        restore(scope, declared);
        continue;
      }
      open.push({ tag, name, declared });
      if (open.length > deepest) throw new Refusal("too-deep", `its elements are nested more than ${deepest} deep`);
      if (!read) left += 1;
    }
  }
  if (open.length > 0) throw malformed("it ends in the middle");
}

const doctype = "the file declares XML entities, which no word processor writes: it was not read";

function malformed(reason: string): Refusal {
  return new Refusal("damaged-file", `the XML in it is damaged (${reason}): open it in Word and save it again`);
}

function behind(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at === -1) throw malformed(`${mark} is missing`);
  return at + mark.length;
}

type Pair = readonly [name: string, value: string];

interface StartTag {
  readonly tag: string;
  readonly pairs: readonly Pair[];
  readonly empty: boolean;
  readonly end: number;
}

const tagName = /<([^\s/>="'<]+)/y;
const attribute = /\s+([^\s/>="'<]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;

function startTag(xml: string, at: number): StartTag {
  tagName.lastIndex = at;
  const tag = tagName.exec(xml)?.[1];
  if (tag === undefined) throw malformed("a tag has no name");
  const pairs: Pair[] = [];
  let end = tagName.lastIndex;
  for (attribute.lastIndex = end; ; ) {
    const match = attribute.exec(xml);
    if (!match) break;
    pairs.push([match[1] ?? "", unescape(match[2] ?? match[3] ?? "")]);
    end = attribute.lastIndex;
  }
  tagEnd.lastIndex = end;
  const close = tagEnd.exec(xml);
  if (!close) throw malformed(`the tag '${tag.slice(0, 40)}' has no end`);
  return { tag, pairs, empty: close[1] === "/", end: tagEnd.lastIndex };
}

/** What the declarations of one element replaced, to be put back at its end. */
type Declared = readonly (readonly [prefix: string, before: string | undefined])[];

function declare(scope: Map<string, string>, pairs: readonly Pair[]): Declared {
  const declared = pairs.flatMap(([name, uri]) => {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) return [];
    const prefix = name.slice(6);
    const before = scope.get(prefix);
    scope.set(prefix, prefixes.get(uri) ?? foreign);
    return [[prefix, before] as const];
  });
  return declared;
}

function restore(scope: Map<string, string>, declared: Declared): void {
  for (const [prefix, before] of declared.toReversed()) {
    if (before === undefined) scope.delete(prefix);
    else scope.set(prefix, before);
  }
}

/** A name under the usual prefix; the default namespace holds for elements, not for attributes. */
function nameOf(scope: ReadonlyMap<string, string>, tag: string, element: boolean): string {
  const colon = tag.indexOf(":");
  if (colon === -1) return element && scope.has("") ? `${scope.get("") ?? foreign}:${tag}` : tag;
  return `${scope.get(tag.slice(0, colon)) ?? foreign}:${tag.slice(colon + 1)}`;
}

function attributesOf(scope: ReadonlyMap<string, string>, pairs: readonly Pair[]): Attributes {
  return new Map(pairs.map(([name, value]) => [nameOf(scope, name, false), value]));
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescape(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;]{0,12})(;?)/g, (_, name: string, semicolon: string) => {
    const code = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
    const value = code ? Number.parseInt(code[1] ?? code[2] ?? "", code[1] === undefined ? 10 : 16) : null;
    if (semicolon && value !== null && value <= 0x10ffff) return String.fromCodePoint(value);
    const character = semicolon && Object.hasOwn(entities, name) ? entities[name] : undefined;
    if (character === undefined) throw malformed("an unknown entity stands in it");
    return character;
  });
}
