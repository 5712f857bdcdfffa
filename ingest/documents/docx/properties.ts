import type { Attributes } from "./xml.ts";

/** What a paragraph, a style or a list level says of paragraphs; what it does not say is absent. Lengths in twentieths of a point. */
export interface ParagraphProperties {
  style?: string;
  /** Id of the list; "0" takes the paragraph out of the list of its style. */
  list?: string;
  /** Level in the list, 0-indexed. */
  level?: number;
  /** Level in the outline, 0-indexed; 9 is body text. */
  outline?: number;
  before?: number;
  after?: number;
  /** No space between paragraphs of one style. */
  contextual?: boolean;
  left?: number;
  /** First line against the others, negative where it hangs out. */
  firstLine?: number;
}

/** What a run or a style says of characters; what it does not say is absent. */
export interface RunProperties {
  style?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  /** Printed in capitals, whatever the case of the text. */
  capitals?: boolean;
  hidden?: boolean;
}

/** Space of a paragraph whose spacing is left to the program, as on a web page. */
const automatic = 280;

/** Takes what an element inside `w:pPr`, or inside the `w:numPr` in it, says. */
export function readParagraphProperty(properties: ParagraphProperties, name: string, attributes: Attributes): void {
  const value = attributes.get("w:val");
  switch (name) {
    case "w:pStyle":
      if (value !== undefined) properties.style = value;
      break;
    case "w:numId":
      if (value !== undefined) properties.list = value;
      break;
    case "w:ilvl":
      properties.level = whole(value) ?? 0;
      break;
    case "w:outlineLvl":
      properties.outline = whole(value) ?? 9;
      break;
    case "w:contextualSpacing":
      properties.contextual = isOn(value);
      break;
    case "w:spacing":
      set(properties, "before", spacing(attributes, "before"));
      set(properties, "after", spacing(attributes, "after"));
      break;
    case "w:ind":
      readIndent(properties, attributes);
  }
}

function spacing(attributes: Attributes, side: "before" | "after"): number | undefined {
  const own = attributes.get(`w:${side}Autospacing`);
  return own !== undefined && isOn(own) ? automatic : whole(attributes.get(`w:${side}`));
}

function readIndent(properties: ParagraphProperties, attributes: Attributes): void {
  const hanging = whole(attributes.get("w:hanging"));
  set(properties, "left", whole(attributes.get("w:left")) ?? whole(attributes.get("w:start")));
  set(properties, "firstLine", hanging === undefined ? whole(attributes.get("w:firstLine")) : -hanging);
}

function set(
  properties: ParagraphProperties,
  key: "before" | "after" | "left" | "firstLine",
  value: number | undefined,
): void {
  if (value !== undefined) properties[key] = value;
}

/** Takes what an element inside `w:rPr` says. */
export function readRunProperty(properties: RunProperties, name: string, attributes: Attributes): void {
  const value = attributes.get("w:val");
  switch (name) {
    case "w:rStyle":
      if (value !== undefined) properties.style = value;
      break;
    case "w:b":
      properties.bold = isOn(value);
      break;
    case "w:i":
      properties.italic = isOn(value);
      break;
    case "w:u":
      properties.underline = value !== undefined && value !== "none";
      break;
    case "w:caps":
      properties.capitals = isOn(value);
      break;
    case "w:vanish":
      properties.hidden = isOn(value);
  }
}

/** A property that is on where it stands without a value (ISO/IEC 29500, ST_OnOff). */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/.test(value);
}

/** A whole number, or undefined for what is none. */
export function whole(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}
