import { writeZip, type ZipEntry } from "./zip.ts";

const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/** The parts of a DOCX file: `body` is what stands inside `w:body`, the others inside their root elements. */
export interface DocxParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly more?: readonly ZipEntry[];
}

/** A DOCX file with these parts, as small as Word accepts. */
export function writeDocx({ body, numbering, styles, footnotes, more = [] }: DocxParts): Buffer {
  const part = (name: string, root: string, content: string | undefined): ZipEntry[] =>
    content === undefined ? [] : [{ name: `word/${name}.xml`, data: element(root, content) }];
  return writeZip([
    { name: "[Content_Types].xml", data: `<?xml version="1.0"?><Types/>` },
    { name: "_rels/.rels", data: relations },
    ...part("document", "document", `<w:body>${body}</w:body>`),
    ...part("numbering", "numbering", numbering),
    ...part("styles", "styles", styles),
    ...part("footnotes", "footnotes", footnotes),
    ...more,
  ]);
}

const relations =
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
  `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

function element(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} xmlns:w="${w}" xmlns:mc="${mc}">${content}</w:${root}>`;
}

/** Text as XML. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** A run with its text, and properties as XML. */
export function run(text: string, properties = ""): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** A paragraph of runs, or of one run with the given text; properties as XML. */
export function paragraph(content: string, properties = ""): string {
  const runs = content.startsWith("<") ? content : run(content);
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

/** The property that puts a paragraph on a level of a list. */
export function listed(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}

/** A level of a list. */
export function level(number: number, format: string, text: string, more = ""): string {
  return `<w:lvl w:ilvl="${number}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}
