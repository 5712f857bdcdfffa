import type { Parsed, ParsedProblem } from "../parsed.ts";
import { Refusal } from "../refusal.ts";
import { columnsOf } from "./columns.ts";
import { withoutFurniture } from "./furniture.ts";
import { hyphensOf } from "./hyphens.ts";
import { readItems, type PageItems } from "./items.ts";
import { layerOf } from "./layer.ts";
import { bodySize, splitNotes, type Flow } from "./notes.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { printed, segmentsOf } from "./rows.ts";

/** The text layer of a PDF file. Throws a Refusal where it cannot be read or has none. */
export async function readPdf(bytes: Uint8Array): Promise<Parsed> {
  const { pages, problems } = await readItems(bytes);
  const segmented = pages.map(({ number, height, items }) => ({ number, height, segments: segmentsOf(items) }));
  const bare = withoutFurniture(segmented);
  const flows = bare.pages.flatMap(({ number, segments }) => columnsOf(segments).map((lines) => ({ page: number, lines })));
  if (!flows.some(hasLetters)) throw new Refusal("no-text-layer", noText);
  const { text, notes, calls } = splitNotes(flows, bodySize(flows));
  const hyphens = hyphensOf(flows.flatMap(({ lines }) => lines.map(printed)));
  const layer = layerOf(paragraphsOf(text), paragraphsOf(notes), calls, hyphens);
  return { ...layer, problems: [...problems, ...emptyPages(pages), ...bare.problems, ...layer.problems] };
}

const noText = "the PDF has no text layer (a scan or pictures only): put it through text recognition (OCR) and give the result";

function hasLetters({ lines }: Flow): boolean {
  return lines.some((line) => /\p{L}/u.test(printed(line)));
}

function emptyPages(pages: readonly PageItems[]): ParsedProblem[] {
  const empty = pages.filter(({ items }) => items.every(({ text }) => text.trim() === "")).map(({ number }) => number);
  if (empty.length === 0) return [];
  const which = empty.length === 1 ? `page ${empty[0] ?? 0} has` : `pages ${empty.slice(0, 20).join(", ")} have`;
  const message = `${which} no text layer: where a scan stands there, put the file through text recognition (OCR)`;
  return [{ rule: "page-without-text", severity: "note", message }];
}
