import { parse } from "yaml";
import {
  kindOfPrefix,
  mentionKinds,
  type Annotation,
  type GoldClause,
  type GoldDefinition,
  type GoldMention,
  type MentionKind,
} from "./annotation.ts";

/*
 * A document and its annotation in one text, so that a person can write and read both:
 *
 *   ---
 *   kind: joint_declaration        metadata as in the reference annotations
 *   negatives: [{ surface: ASEAN-led, not_a: body }]
 *   ---
 *   ⟦preambular clause 1.⟧‹recall|RECALLING› the ⟨instrument:tac|Treaty of Amity and Cooperation¦ (TAC)⟩;⟦/⟧
 *
 * ⟦part role number⟧ … ⟦/⟧ is a clause (it starts behind its number), with ^ for an item of the clause above it; ‹manner|VERB› a lead; ⟨id|surface⟩ a
 * mention, ? before the id where finding it is optional, ¦ where the name ends and its short form begins, #standard (or
 * object, context) behind the id of a citation its role; ⟨candidate|surface⟩ a name that nobody has registered. Definitions
 * (id|long|short) stand in the header. Everything else is the document itself, character for character.
 */

const fence = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;
const mark = /⟦\/⟧|⟦([^⟧]+)⟧|‹(\w+)\|([^›]+)›|⟨(\??)([^|#⟩]+)(?:#(\w+))?\|([^⟩]+)⟩/g;

interface Header {
  readonly definitions?: readonly string[];
  readonly negatives?: readonly { readonly surface: string; readonly not_a: string }[];
}

/** The raw text of a marked document and what its marks say of it. */
export function readMarked(marked: string, file: string): { readonly raw: string; readonly annotation: Annotation } {
  const head = fence.exec(marked);
  const header = parse(head?.[1] ?? "") as Header & Annotation["metadata"];
  const { raw, clauses, candidates } = readBody(marked.slice(head?.[0].length ?? 0));
  const annotation: Annotation = {
    file,
    metadata: header,
    definitions: (header.definitions ?? []).map((text) => readDefinition(text, raw)),
    clauses,
    negatives: (header.negatives ?? []).map(({ surface, not_a }) => ({ surface, not_a, ...spanOf(surface, raw) })),
    candidates,
  };
  return { raw, annotation };
}

type Draft = { -readonly [K in keyof GoldClause]: GoldClause[K] } & {
  leads: { verb: string; stance: string; start: number; end: number }[];
} & Partial<Record<MentionKind, GoldMention[]>>;

interface Body {
  readonly raw: string;
  readonly clauses: GoldClause[];
  readonly candidates: NonNullable<Annotation["candidates"]>;
}

function readBody(body: string): Body {
  const clauses: Draft[] = [];
  const candidates: { surface: string; start: number; end: number }[] = [];
  let raw = "";
  let at = 0;
  for (const match of body.matchAll(mark)) {
    raw += body.slice(at, match.index);
    at = match.index + match[0].length;
    const open = clauses.at(-1);
    const start = raw.length;
    if (match[1] !== undefined) clauses.push(openClause(match[1], start, clauses));
    else if (match[2] !== undefined && match[3] !== undefined) {
      raw += match[3];
      open?.leads.push({ verb: match[3], stance: match[2], start, end: raw.length });
    } else if (match[5] !== undefined && match[7] !== undefined) {
      const surface = match[7].replace("¦", "");
      raw += surface;
      if (match[5] === "candidate") candidates.push({ surface, start, end: raw.length });
      else if (open)
        addMention(open, { id: match[5], text: match[7], start, optional: match[4] === "?", citation: match[6] });
    } else if (open) open.end = raw.length;
  }
  raw += body.slice(at);
  for (const clause of clauses) {
    clause.lead = clause.leads[0]?.verb ?? null;
    clause.start = textStart(raw, clause);
  }
  return { raw, clauses, candidates };
}

/** A clause runs from its text on: the number and the markup that stand before it are left out. */
function textStart(raw: string, { start, printed }: Draft): number {
  const marks = /^(?:[\s*_]|<\/?(?:b|em|i|span|strong|u)\b[^<>]*>)*/;
  let at = start + (marks.exec(raw.slice(start))?.[0].length ?? 0);
  if (printed !== null && raw.startsWith(printed, at)) at += printed.length;
  return at + (marks.exec(raw.slice(at))?.[0].length ?? 0);
}

function openClause(words: string, start: number, before: readonly Draft[]): Draft {
  const [section = "", role = "", ...rest] = words.split(" ");
  const number = rest.find((word) => word !== "^") ?? null;
  const parent = rest.includes("^") ? before.findLast(({ role: other }) => other !== "list_item")?.id : undefined;
  return {
    id: String(before.length),
    section,
    role,
    printed: number,
    ...(parent === undefined ? {} : { parent }),
    lead: null,
    leads: [],
    start,
    end: start,
  };
}

interface Marked {
  readonly id: string;
  readonly text: string;
  readonly start: number;
  readonly optional: boolean;
  readonly citation: string | undefined;
}

function addMention(clause: Draft, { id, text, start, optional, citation }: Marked): void {
  const surface = text.replace("¦", "");
  const head = text.indexOf("¦");
  const kind = kindOfPrefix[id.slice(0, id.indexOf(":"))] ?? "bodies";
  const named = id.startsWith("date:") ? { value: id.slice(5) } : { canonical: id };
  const mention: GoldMention = {
    ...named,
    surface,
    start,
    end: start + surface.length,
    ...(head === -1 ? {} : { head_end: start + head }),
    ...(optional ? { optional } : {}),
    ...(citation === undefined ? {} : { citation }),
  };
  (clause[kind] ??= []).push(mention);
}

/** `id|long|short`, where the text first has the short form in parentheses behind the long one, else first behind it. */
function readDefinition(text: string, raw: string): GoldDefinition {
  const [canonical = "", long = "", short = ""] = text.split("|");
  const name = escaped(long).replaceAll(" ", "\\s+");
  const together = new RegExp(`${name}[\\s*]*\\(["“”']?`).source;
  const match = new RegExp(`${together}${escaped(short)}["”']?\\s?\\)`).exec(raw) ?? new RegExp(name).exec(raw);
  const inParentheses = match ? match.index + match[0].lastIndexOf(short) : -1;
  const start = match?.[0].endsWith(")") ? inParentheses : raw.indexOf(short, (match?.index ?? 0) + long.length);
  return { canonical, long, short, short_start: start, short_end: start + short.length };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function spanOf(surface: string, raw: string): { start: number; end: number } {
  const start = raw.indexOf(surface);
  return { start, end: start + surface.length };
}

/** The kinds of mention that a marked document has, for tests of the reader itself. */
export function mentionsOf(annotation: Annotation): readonly GoldMention[] {
  return annotation.clauses.flatMap((clause) => mentionKinds.flatMap((kind) => clause[kind] ?? []));
}
