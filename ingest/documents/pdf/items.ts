import { getDocumentProxy } from "unpdf";
import type { ParsedProblem } from "../parsed.ts";
import { Refusal } from "../refusal.ts";

/** Most pages of a file that is read. */
export const maxPages = 2_000;

/** A stretch of text in one font. Lengths in points; x grows to the right and y, of the base line, downwards. */
export interface Item {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the font. */
  readonly size: number;
}

/** The text of a page, upright, in the order in which it was drawn. */
export interface PageItems {
  /** 1-indexed. */
  readonly number: number;
  readonly height: number;
  readonly items: readonly Item[];
}

/** The pages of a PDF file. Throws a Refusal where it cannot be read. */
export async function readItems(
  bytes: Uint8Array,
): Promise<{ readonly pages: readonly PageItems[]; readonly problems: readonly ParsedProblem[] }> {
  const file = await open(bytes);
  if (file.numPages > maxPages) {
    throw new Refusal("too-large", `the file has ${file.numPages} pages, more than the ${maxPages} that are read: split it`);
  }
  const pages: PageItems[] = [];
  const problems: ParsedProblem[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const page = await readPage(file, number);
    if (page) pages.push(page);
    else problems.push(unreadable(number));
  }
  if (pages.length === 0) throw damaged("none of its pages can be read");
  return { pages, problems };
}

type PdfFile = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(bytes: Uint8Array): Promise<PdfFile> {
  try {
    return await getDocumentProxy(bytes, {
      // Nothing is looked up outside the file; this build has no interpreter for the programs in it.
      useSystemFonts: false,
      useWorkerFetch: false,
      disableFontFace: true,
      enableXfa: false,
      verbosity: 0,
    });
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : "";
    if (name === "PasswordException") throw new Refusal("encrypted", "the file needs a password: save it without one");
    throw damaged(cause instanceof Error ? cause.message : String(cause));
  }
}

function damaged(reason: string): Refusal {
  return new Refusal("damaged-file", `the PDF is damaged (${reason}): print it to a new PDF and give that`);
}

function unreadable(page: number): ParsedProblem {
  const message = `page ${page} is damaged and was left out: print the file to a new PDF and give that`;
  return { rule: "damaged-page", severity: "warning", message };
}

/** Six numbers that turn and move a point: `x' = a x + c y + e`, `y' = b x + d y + f`. */
type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

async function readPage(file: PdfFile, number: number): Promise<PageItems | null> {
  try {
    const page = await file.getPage(number);
    const { transform, width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const placed = items.flatMap((item) => {
      if (!("str" in item) || item.str === "") return [];
      return [place(item.str, item.width, item.transform as unknown as Transform, transform as unknown as Transform)];
    });
    page.cleanup();
    return { number, ...upright(placed, width, height) };
  } catch {
    // What the library throws on a broken page says nothing that a user could act on.
    return null;
  }
}

interface Placed extends Item {
  /** Direction of the writing in quarter turns: 0 to the right, 1 downwards, 2 to the left, 3 upwards; null askew. */
  readonly turn: 0 | 1 | 2 | 3 | null;
}

function place(text: string, width: number, item: Transform, page: Transform): Placed {
  const [a, b, c, d, e, f] = multiply(page, item);
  return { text, x: e, y: f, width, size: Math.hypot(c, d), turn: turnOf(Math.atan2(b, a)) };
}

function multiply([a, b, c, d, e, f]: Transform, [g, h, i, j, k, l]: Transform): Transform {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Radians by which a line may lean and still count as straight. */
const lean = 0.1;

function turnOf(angle: number): Placed["turn"] {
  const quarters = angle / (Math.PI / 2);
  const nearest = Math.round(quarters);
  if (Math.abs(quarters - nearest) * (Math.PI / 2) > lean) return null;
  return (((nearest % 4) + 4) % 4) as 0 | 1 | 2 | 3;
}

/** The items that are written in the page's main direction, turned so that this one runs to the right. */
function upright(placed: readonly Placed[], width: number, height: number): { height: number; items: Item[] } {
  const lengths = [0, 0, 0, 0];
  for (const { text, turn } of placed) if (turn !== null) lengths[turn] = (lengths[turn] ?? 0) + text.trim().length;
  const main = lengths.indexOf(Math.max(...lengths)) as 0 | 1 | 2 | 3;
  // A page that is askew as a whole is read as it lies.
  const askew = lengths.every((length) => length === 0);
  const items = placed.filter(({ turn }) => askew || turn === main).map((item) => turned(item, main, width, height));
  return { height: main % 2 === 0 ? height : width, items };
}

function turned({ text, x, y, width, size }: Placed, turn: 0 | 1 | 2 | 3, pageWidth: number, pageHeight: number): Item {
  const points = [
    [x, y],
    [y, pageWidth - x],
    [pageWidth - x, pageHeight - y],
    [pageHeight - y, x],
  ] as const;
  const [newX, newY] = points[turn];
  return { text, x: newX, y: newY, width, size };
}
