/** Text at a place of a page: points from the left, and from the top to its base line. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Quarter turns against the clock. */
  readonly turned?: number;
}

/** Width and height of a page in points (A4). */
export const paper = { width: 595, height: 842 } as const;

/** Width of a text in points; the widths are written into the file, so that a reader takes these. */
export function widthOf(text: string, size: number): number {
  let sum = 0;
  for (const character of text) sum += charWidth(character);
  return (sum * size) / 1000;
}

function charWidth(character: string): number {
  if (/[iljtfI.,;:'’‘|() ]/.test(character)) return 280;
  if (/[A-ZmwMW—]/.test(character)) return 700;
  return 500;
}

/** Characters of the Windows code page 1252 that are not those of Latin-1. */
const windows: Readonly<Record<string, number>> = { "–": 0x96, "—": 0x97, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "…": 0x85 };

/** True where every character of a text can be printed. */
export function isPrintable(text: string): boolean {
  return Array.from(text).every((character) => (windows[character] ?? character.charCodeAt(0)) < 256 && character.length === 1);
}

/** A PDF 1.4 with these pages, in one font with the widths of {@link widthOf}. `extra` are further objects, from number 10 on. */
export function writePdf(pages: readonly (readonly PdfText[])[], extra: readonly string[] = [], catalogue = ""): Buffer {
  const first = 10 + extra.length;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(" ");
  const objects = new Map<number, string>([
    [1, `<</Type/Catalog/Pages 2 0 R${catalogue}>>`],
    [2, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]/MediaBox[0 0 ${paper.width} ${paper.height}]/Resources<</Font<</F 3 0 R>>>>>>`],
    [3, `<</Type/Font/Subtype/TrueType/BaseFont/Written/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255/Widths[${widths()}]/FontDescriptor 4 0 R>>`],
    [4, `<</Type/FontDescriptor/FontName/Written/Flags 32/FontBBox[0 -200 700 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>`],
    ...extra.map((object, index) => [10 + index, object] as const),
    ...pages.flatMap((texts, index) => {
      const content = texts.map(show).join("\n");
      return [
        [first + index * 2, `<</Type/Page/Parent 2 0 R/Contents ${first + index * 2 + 1} 0 R>>`],
        [first + index * 2 + 1, `<</Length ${content.length}>>stream\n${content}\nendstream`],
      ] as const;
    }),
  ]);
  return assemble(objects);
}

/** A PDF of these objects; number 1 is the catalogue. */
export function assemble(objects: ReadonlyMap<number, string>, trailer = ""): Buffer {
  const size = Math.max(...objects.keys()) + 1;
  let body = "%PDF-1.4\n";
  const offsets = new Map<number, number>();
  for (const [number, object] of objects) {
    offsets.set(number, body.length);
    body += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const end = `xref\n0 ${size}\n${rows.join("")}trailer<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + end, "latin1");
}

function widths(): string {
  return Array.from({ length: 224 }, (_, index) => charWidth(characterOf(index + 32))).join(" ");
}

function characterOf(code: number): string {
  return Object.entries(windows).find(([, value]) => value === code)?.[0] ?? String.fromCharCode(code);
}

function show({ text, x, y, size = 11, turned = 0 }: PdfText): string {
  const bytes = Array.from(text).map((character) => String.fromCharCode(windows[character] ?? character.charCodeAt(0))).join("");
  const turn = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ][turned] ?? [1, 0];
  const [cos = 1, sin = 0] = turn;
  return `BT /F ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${paper.height - y} Tm (${bytes.replace(/[\\()]/g, "\\$&")}) Tj ET`;
}
