import type { ExtractOutput } from "../../ingest/index.ts";
import {
  kindOfPrefix,
  mentionKinds,
  type Annotation,
  type GoldClause,
  type GoldMention,
  type MentionKind,
} from "./annotation.ts";
import { compareItems, none, sumTallies, type Item, type Score, type Tally } from "./tally.ts";

type OutputMention = ExtractOutput["mentions"][number];

interface Ranged {
  readonly start: number;
  readonly end: number;
}

/** What is compared: an annotation, what was found in its document, and the document's text. */
interface Compared {
  readonly gold: Annotation;
  readonly output: ExtractOutput;
  readonly raw: string;
}

type Measure = readonly [name: string, tallyOf: (compared: Compared) => Tally];

/** A measure of clauses: what is expected and what was found, each as a value at the clause's place. */
function ofClauses(
  name: string,
  expected: (clause: GoldClause) => string,
  found: (clause: ExtractOutput["clauses"][number]) => string,
): Measure {
  return [
    name,
    ({ gold, output }) =>
      compareItems(
        gold.clauses.filter(({ noise }) => noise !== true).map((clause) => at(gold, clause, expected(clause))),
        output.clauses.map((clause) => at(gold, clause, found(clause))),
      ),
  ];
}

function at({ file }: Annotation, { start, end }: Ranged, value: string): Item {
  return { document: file, start, end, value };
}

/** Everything but the mentions, in the order of the report. Adding a measure is one entry here. */
const measures: readonly Measure[] = [
  ofClauses(
    "clause boundaries",
    () => "clause",
    () => "clause",
  ),
  ofClauses(
    "parts",
    ({ section }) => section,
    ({ part }) => part,
  ),
  ofClauses(
    "roles",
    ({ role }) => role,
    ({ role }) => role,
  ),
  ofClauses(
    "numbers",
    ({ printed }) => printed ?? "none",
    ({ number }) => number ?? "none",
  ),
  ["parents", ({ gold, output }) => compareItems(parents(gold, gold.clauses), parents(gold, output.clauses))],
  [
    "leads",
    ({ gold, output }) =>
      compareItems(
        leadsOf(gold).map((lead) => at(gold, lead, lead.verb)),
        output.clauses.flatMap(({ leads }) => leads.map((lead) => at(gold, lead, lead.verb))),
      ),
  ],
  [
    "manners",
    ({ gold, output }) =>
      compareItems(
        leadsOf(gold).map((lead) => at(gold, lead, lead.stance)),
        output.clauses.flatMap(({ leads }) => leads.map((lead) => at(gold, lead, lead.manner))),
      ),
  ],
  ["citation roles", citationRoles],
  ["definitions", definitions],
  ["metadata", metadata],
  ["candidates", candidates],
  ["offsets", offsets],
  ["negatives", negatives],
];

/** Measures one document against its annotation. `raw` is the decoded document. */
export function scoreDocument(gold: Annotation, output: ExtractOutput, raw: string): Score {
  const compared = { gold, output, raw };
  return new Map<string, Tally>([
    ...mentions(compared),
    ...measures.map(([name, tallyOf]) => [name, tallyOf(compared)] as const),
  ]);
}

/** All mentions of a score, whatever their kind. */
export function allMentions(score: Score): Tally {
  return sumTallies(mentionKinds.map((kind) => score.get(kind) ?? none));
}

function parents(gold: Annotation, clauses: readonly (Ranged & { id: string; parent?: string | null })[]): Item[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  return clauses.flatMap((clause) => {
    const parent = byId.get(clause.parent ?? "");
    return parent ? [at(gold, clause, `in ${parent.start}-${parent.end}`)] : [];
  });
}

function leadsOf({ clauses }: Annotation) {
  return clauses.flatMap(({ leads = [] }) => leads);
}

const oneBlank = (text: string) => text.replace(/\s+/g, " ");

function definitions({ gold, output }: Compared): Tally {
  return compareItems(
    (gold.definitions ?? []).map(({ short, long, canonical, short_start: start, short_end: end }) =>
      at(gold, { start, end }, `${short} = ${oneBlank(long)} (${canonical})`),
    ),
    output.definitions.map((each) => at(gold, each, `${each.short} = ${oneBlank(each.long)} (${each.id})`)),
  );
}

/** Fields of a document that are compared: those that say what it is. */
const metadataFields = ["kind", "title", "series", "ordinal", "meeting", "date", "city", "country"] as const;

function metadata({ gold, output }: Compared): Tally {
  const whole = { start: 0, end: 0 };
  const value = (field: string, given: string | number | null | undefined) =>
    at(gold, whole, `${field}: ${sameId(String(given ?? "none"))}`);
  return compareItems(
    metadataFields.map((field) => value(field, gold.metadata[field])),
    metadataFields.map((field) => value(field, output.document[field])),
  );
}

/** Ids of one thing that annotations and registry write in two ways. */
const same = new Map([
  ["meeting:admm-2025", "meeting:admm-19"],
  ["series:unga-session", "organisation:unga"],
]);

function sameId(id: string): string {
  return same.get(id) ?? id;
}

interface Wanted {
  readonly kind: MentionKind;
  readonly id: string;
  readonly mention: GoldMention;
  readonly free: boolean;
}

function wantedOf({ clauses }: Annotation): Wanted[] {
  return clauses.flatMap((clause) =>
    mentionKinds.flatMap((kind) =>
      (clause[kind] ?? []).map((mention) => ({
        kind,
        id: sameId(mention.canonical ?? `date:${mention.value ?? ""}`),
        mention,
        free: mention.nested === true || mention.optional === true,
      })),
    ),
  );
}

function isSame({ id, mention }: Wanted, found: OutputMention): boolean {
  const end = found.end === mention.end || found.end === mention.head_end;
  return sameId(found.id) === id && found.start === mention.start && end;
}

function mentions({ gold, output }: Compared): [MentionKind, Tally][] {
  const wanted = wantedOf(gold);
  const required = wanted.filter(({ free }) => !free);
  const extra = output.mentions.filter((mention) => !wanted.some((want) => isSame(want, mention)));
  return mentionKinds.map((kind) => {
    const own = required.filter((want) => want.kind === kind);
    const missed = own.filter((want) => !output.mentions.some((mention) => isSame(want, mention)));
    return [
      kind,
      {
        right: own.length - missed.length,
        extra: extra
          .filter(({ id }) => kindOfPrefix[id.slice(0, id.indexOf(":"))] === kind)
          .map((mention) => ({ ...at(gold, mention, `${mention.id} [${mention.rule}]`), surface: mention.surface })),
        missed: missed.map(({ id, mention }) => ({ ...at(gold, mention, id), surface: mention.surface })),
      },
    ];
  });
}

/** Only what an annotation says of a role is asked for: most leave it out. */
function citationRoles({ gold, output }: Compared): Tally {
  const wanted = wantedOf(gold).filter(({ mention }) => mention.citation !== undefined);
  const pairs = wanted.flatMap((want) => {
    const found = output.mentions.find((mention) => isSame(want, mention));
    return found ? [{ want, found }] : [];
  });
  return compareItems(
    pairs.map(({ want: { mention } }) => at(gold, mention, mention.citation ?? "")),
    pairs.map(({ want: { mention }, found }) => at(gold, mention, found.role ?? "none")),
  );
}

/** Least share of the longer of two stretches that the shorter must cover for them to be one name. */
const sharedLeast = 0.5;

function overlap(a: Ranged, b: Ranged): number {
  const longer = Math.max(a.end - a.start, b.end - b.start);
  return (Math.min(a.end, b.end) - Math.max(a.start, b.start)) / longer;
}

/** Unknown names: right where at least half of the longer stretch is in both; one that the registry knows by now is not asked for. */
function candidates({ gold, output }: Compared): Tally {
  const isKnown = (name: Ranged) => output.mentions.some((mention) => overlap(name, mention) > 0);
  const wanted = (gold.candidates ?? []).filter((name) => !isKnown(name));
  const meets = (a: Ranged) => (b: Ranged) => overlap(a, b) >= sharedLeast;
  const missed = wanted.filter((name) => !output.candidates.some(meets(name)));
  const extra = output.candidates.filter((name) => !(gold.candidates ?? []).some(meets(name)));
  const item = (name: Ranged & { readonly surface: string }) => ({
    ...at(gold, name, "unknown name"),
    surface: name.surface,
  });
  return { right: wanted.length - missed.length, extra: extra.map(item), missed: missed.map(item) };
}

function offsets({ gold, output, raw }: Compared): Tally {
  const page = output.document.format === "html";
  const wrong = output.mentions.filter(({ start, end, surface }) => !shows(raw.slice(start, end), surface, page));
  return {
    right: output.mentions.length - wrong.length,
    extra: wrong.map((mention) => at(gold, mention, mention.surface)),
    missed: [],
  };
}

/** True where the raw characters are the words, or in a page's source show them. */
function shows(raw: string, surface: string, page: boolean): boolean {
  if (!page) return raw === surface;
  const letters = (text: string) => text.replace(/[^A-Za-z0-9]/g, "");
  return letters(raw.replace(/<[^>]*>|&#?\w+;/g, "")) === letters(surface.replace(/[^\p{ASCII}]/gu, ""));
}

/** What each word for a kind of mention in the negatives forbids. */
const forbidden: readonly (readonly [RegExp, readonly string[]])[] = [
  [/body/, ["organisation", "series"]],
  [/ewg/, ["working-group"]],
  [/instrument/, ["instrument", "statement"]],
  [/meeting/, ["meeting"]],
  [/country/, ["country"]],
  [/date/, ["date"]],
];

/** A negative is broken by a mention of exactly its words, or within them, of the kind that it is not. */
function negatives({ gold, output }: Compared): Tally {
  const broken = (gold.negatives ?? []).filter((negative) => isBroken(negative, output));
  return {
    right: (gold.negatives ?? []).length - broken.length,
    extra: broken.map((negative) => ({ ...at(gold, negative, `not a ${negative.not_a}`), surface: negative.surface })),
    missed: [],
  };
}

function isBroken(negative: Ranged & { not_a: string }, output: ExtractOutput): boolean {
  if (/document date|title|ordinal/.test(negative.not_a)) return false;
  if (/clause|verb/.test(negative.not_a))
    return output.clauses.some(({ start, lead: verb }) => start === negative.start && verb !== null);
  const kinds = forbidden.filter(([pattern]) => pattern.test(negative.not_a)).flatMap(([, prefixes]) => prefixes);
  return output.mentions.some(
    ({ id, start, end }) =>
      start === negative.start && end <= negative.end && kinds.includes(id.slice(0, id.indexOf(":"))),
  );
}
