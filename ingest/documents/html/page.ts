import type { Problem } from "../../problem.ts";
import type { Span } from "../../span.ts";
import type { TextLayer } from "../document.ts";
import { layerWriter } from "./layer.ts";
import { metadataOf } from "./metadata.ts";
import { surveyPage, type Survey } from "./survey.ts";
import { mostElements, parsePage, type Page } from "./tree.ts";
import { writeText } from "./write.ts";

/** The text of a page, with the way back to its source. */
export interface PageText {
  readonly layer: TextLayer;
  readonly numbers: ReadonlyMap<number, string>;
}

/** What reading a page gave. */
export interface ReadPage {
  /** Null where the page has no text, or is refused; `problems` then says why. */
  readonly text: PageText | null;
  readonly problems: readonly Problem[];
}

/**
 * What a reader sees of the text of a web page: without what is hidden, without menus, notices and other furniture. What was
 * left out is counted in a problem. `file` names the page in problems.
 */
export function readPage(raw: string, file: string): ReadPage {
  const page = parsePage(raw);
  if (!page) {
    const message = `the page has more than ${mostElements} elements: save its text as .txt or .md and give that`;
    return { text: null, problems: [{ rule: "page-too-complex", severity: "error", message, file }] };
  }
  const survey = surveyPage(page);
  const writer = layerWriter(raw);
  const leftOut = writeText(page, survey, writer);
  const text = withMetadata(page, writer.finish());
  const problems = [...faults(page, file), ...lostCharacters(raw, text, file), ...furnitureNote(leftOut, survey, file)];
  if (text.layer.text.trim() !== "") return { text, problems };
  const message =
    "the page has no text of its own (a script may fetch it): open it in a browser, save it from there, and give that";
  return { text: null, problems: [...problems, { rule: "no-text", severity: "error", message, file }] };
}

function faults({ raw, cutAt, tooDeepAt }: Page, file: string): Problem[] {
  const problems: Problem[] = [];
  if (cutAt !== null) {
    const message = "a tag, comment or script begins here and never ends; what follows it was not read";
    problems.push({ rule: "page-cut", severity: "warning", message, file, span: { start: cutAt, end: raw.length } });
  }
  if (tooDeepAt !== null) {
    const message = "elements are nested too deep here; the inner ones were read as part of the one around them";
    problems.push({ rule: "nested-too-deep", severity: "warning", message, file, span: { start: tooDeepAt, end: raw.length } });
  }
  return problems;
}

/** Entities that stand for no character; those of the source itself are reported where it is decoded. */
function lostCharacters(raw: string, { layer }: PageText, file: string): Problem[] {
  const at = raw.includes("\uFFFD") ? -1 : layer.text.indexOf("\uFFFD");
  if (at === -1) return [];
  const span = { start: layer.starts[at] ?? 0, end: layer.ends[at] ?? 0 };
  const message = "this entity stands for no character, and is read as U+FFFD: look at the page in a browser";
  return [{ rule: "encoding-suspect", severity: "warning", message, file, span }];
}

/** Share of a page's running text above which what was left out is doubtful. */
const doubtful = 0.4;

function furnitureNote(leftOut: ReadonlyMap<string, number>, { prose, proseLeftOut }: Survey, file: string): Problem[] {
  if (leftOut.size === 0) return [];
  const total = [...leftOut.values()].reduce((sum, count) => sum + count, 0);
  const parts = [...leftOut].map(([reason, count]) => `${reason} ${count}`).join(", ");
  const message = `${total} characters of the page were left out as no part of its text: ${parts}`;
  if (proseLeftOut <= (prose + proseLeftOut) * doubtful) return [{ rule: "page-furniture", severity: "note", message, file }];
  const doubt = `${message}; some of it reads like text: compare with the page, or save its text as .txt or .md`;
  return [{ rule: "page-furniture", severity: "warning", message: doubt, file }];
}

const heading = /^(?: *(?:- )?)#{1,3} /m;
const day = /\b(?:19|20)\d\d\b/;

/** Characters at the start and the end of a text in which it says its date, if it does. */
const edge = 1500;

/** The text with title and date of its page before it, where it has none itself. */
function withMetadata(page: Page, text: PageText): PageText {
  const body = text.layer.text;
  const from = text.layer.starts[0] ?? page.raw.length;
  const headed = heading.test(body);
  const dated = day.test(body.slice(0, edge)) || day.test(body.slice(-edge));
  if (headed && dated) return text;
  const { title, date } = metadataOf(page);
  const wanted: readonly Span[] = [headed ? null : title, dated ? null : date].flatMap((span) =>
    span && span.end <= from ? [span] : [],
  );
  if (wanted.length === 0) return text;
  const writer = layerWriter(page.raw);
  for (const { start, end } of wanted.toSorted((a, b) => a.start - b.start)) {
    writer.text(start, end, false);
    writer.gap("paragraph");
  }
  return join(writer.finish().layer, text, from);
}

function join(head: TextLayer, { layer, numbers }: PageText, from: number): PageText {
  const shift = head.text.length + 2;
  const starts = new Int32Array(shift + layer.text.length);
  const ends = new Int32Array(shift + layer.text.length);
  starts.set(head.starts);
  ends.set(head.ends);
  starts.fill(head.ends.at(-1) ?? 0, shift - 2, shift);
  ends.fill(from, shift - 2, shift);
  starts.set(layer.starts, shift);
  ends.set(layer.ends, shift);
  return {
    layer: { text: `${head.text}\n\n${layer.text}`, starts, ends },
    numbers: new Map([...numbers].map(([at, number]) => [at + shift, number])),
  };
}
