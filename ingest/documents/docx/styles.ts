import { readParagraphProperty, readRunProperty, type ParagraphProperties, type RunProperties } from "./properties.ts";
import { readXml } from "./xml.ts";

interface Style {
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
  basedOn: string | null;
}

/** The styles of a document, each with what it takes over from those it is based on. */
export interface Styles {
  /** What a style of this id says, or what the document says of paragraphs without one. */
  readonly paragraph: (id: string | undefined) => Readonly<ParagraphProperties>;
  readonly run: (id: string | undefined) => Readonly<RunProperties>;
  /** What the style of a paragraph says of its characters. */
  readonly paragraphRun: (id: string | undefined) => Readonly<RunProperties>;
}

/** Longest chain of styles that are based on each other; Word itself allows fewer. */
const longestChain = 50;

/** Reads `word/styles.xml`; null where the document has none. */
export function readStyles(xml: string | null): Styles {
  const styles = new Map<string, Style>();
  const defaults: Style = { paragraph: {}, run: {}, basedOn: null };
  const usual = xml === null ? null : collect(xml, styles, defaults);
  const chain = (id: string | null | undefined): Style[] => {
    const found: Style[] = [];
    for (let next = styles.get(id ?? ""); next && found.length < longestChain; next = styles.get(next.basedOn ?? "")) {
      found.unshift(next);
    }
    return found;
  };
  const remember = <T>(resolve: (id: string | undefined) => T) => {
    const known = new Map<string | undefined, T>();
    return (id: string | undefined): T => {
      const value = known.get(id) ?? resolve(id);
      known.set(id, value);
      return value;
    };
  };
  const ofParagraph = (id: string | undefined) => [defaults, ...chain(id !== undefined && styles.has(id) ? id : usual)];
  return {
    paragraph: remember((id) => layered(ofParagraph(id).map(({ paragraph }) => paragraph))),
    paragraphRun: remember((id) => layered(ofParagraph(id).map(({ run }) => run))),
    run: remember((id) => layered(chain(id).map(({ run }) => run))),
  };
}

/** What all of them say; a later one has its way. */
function layered<T extends object>(properties: readonly T[]): Partial<T> {
  return properties.reduce<Partial<T>>((all, own) => ({ ...all, ...own }), {});
}

/** Fills in the styles and defaults; returns the id of the style of paragraphs that name none. */
function collect(xml: string, styles: Map<string, Style>, defaults: Style): string | null {
  let open: { readonly id: string; readonly style: Style } | null = null;
  let usual: string | null = null;
  readXml(xml, {
    open(name, attributes, parent) {
      if (name === "w:style") {
        open = { id: attributes.get("w:styleId") ?? "", style: { paragraph: {}, run: {}, basedOn: null } };
        const isUsual = attributes.get("w:default") === "1" || attributes.get("w:default") === "true";
        if (isUsual && attributes.get("w:type") === "paragraph") usual = open.id;
        return true;
      }
      const style = open?.style ?? defaults;
      if (name === "w:basedOn" && open) open.style.basedOn = attributes.get("w:val") ?? null;
      else if (parent === "w:pPr" || parent === "w:numPr") readParagraphProperty(style.paragraph, name, attributes);
      else if (parent === "w:rPr") readRunProperty(style.run, name, attributes);
      // What a table style says of its first row holds for that row alone.
      return name !== "w:tblStylePr" && name !== "w:latentStyles";
    },
    close(name) {
      if (name === "w:style" && open) {
        styles.set(open.id, open.style);
        open = null;
      }
    },
    text: () => undefined,
  });
  return usual;
}
