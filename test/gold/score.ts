import type { ExtractOutput, OutputMention } from "../../ingest/extract-output.ts";
import { mentionKinds, type Annotation, type GoldClause, type GoldMention, type MentionKind } from "./annotation.ts";

/** Right, wrongly found and missed ones of one measure, with a line for each that is not right. */
export interface Tally {
  readonly right: number;
  readonly extra: readonly string[];
  readonly missed: readonly string[];
}

/** Every measure of one document or of several; measures in a fixed order. */
export type Score = ReadonlyMap<string, Tally>;

const none: Tally = { right: 0, extra: [], missed: [] };

/** Share of what was found that is right; 1 where nothing was found. */
export function precision({ right, extra }: Tally): number {
  return right + extra.length === 0 ? 1 : right / (right + extra.length);
}

/** Share of what there is that was found; 1 where there is nothing. */
export function recall({ right, missed }: Tally): number {
  return right + missed.length === 0 ? 1 : right / (right + missed.length);
}

/** Harmonic mean of the two; 1 where there is nothing to find and nothing was found. */
export function f1({ right, extra, missed }: Tally): number {
  const sum = 2 * right + extra.length + missed.length;
  return sum === 0 ? 1 : (2 * right) / sum;
}

/** Sums of several tallies: micro-averaged figures follow from them. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  return {
    right: tallies.reduce((sum, { right }) => sum + right, 0),
    extra: tallies.flatMap(({ extra }) => extra),
    missed: tallies.flatMap(({ missed }) => missed),
  };
}

/** The measures of several documents together. */
export function sumScores(scores: readonly Score[]): Score {
  const measures = [...new Set(scores.flatMap((score) => [...score.keys()]))];
  return new Map(measures.map((measure) => [measure, sumTallies(scores.map((score) => score.get(measure) ?? none))]));
}

/** All mentions of a score, whatever their kind. */
export function allMentions(score: Score): Tally {
  return sumTallies(mentionKinds.map((kind) => score.get(kind) ?? none));
}

/** Measures one document against its annotation. `raw` is the decoded document. */
export function scoreDocument(gold: Annotation, output: ExtractOutput, raw: string): Score {
  const name = gold.file.replace(/_.*/, "");
  return new Map<string, Tally>([
    ...scoreMentions(gold, output, name),
    ["clause boundaries", scoreSets(name, clauseKeys(gold.clauses, boundary), output.clauses.map(boundary))],
    ["parts", scoreSets(name, clauseKeys(gold.clauses, part), output.clauses.map(part))],
    ["roles", scoreSets(name, clauseKeys(gold.clauses, role), output.clauses.map(role))],
    ["numbers", scoreSets(name, clauseKeys(gold.clauses, number), output.clauses.map(number))],
    ["parents", scoreSets(name, goldParents(gold.clauses), outputParents(output))],
    [
      "leads",
      scoreSets(
        name,
        gold.clauses.flatMap(goldLeads),
        output.clauses.flatMap(({ leads }) => leads.map(lead)),
      ),
    ],
    [
      "manners",
      scoreSets(
        name,
        gold.clauses.flatMap(goldManners),
        output.clauses.flatMap(({ leads }) => leads.map(manner)),
      ),
    ],
    [
      "definitions",
      scoreSets(
        name,
        goldDefinitions(gold),
        output.definitions.map((each) => definition(each, each)),
      ),
    ],
    ["metadata", scoreSets(name, goldMetadata(gold), outputMetadata(output))],
    ["offsets", scoreOffsets(output, raw, name)],
    ["negatives", scoreNegatives(gold, output, name)],
  ]);
}

interface Ranged {
  readonly start: number;
  readonly end: number;
}

const boundary = ({ start, end }: Ranged) => `${start}-${end}`;
const part = (clause: Ranged & { part?: string; section?: string }) =>
  `${boundary(clause)} ${clause.section ?? clause.part ?? ""}`;
const role = (clause: Ranged & { role: string }) => `${boundary(clause)} ${clause.role}`;
const number = (clause: Ranged & { number?: string | null; printed?: string | null }) =>
  `${boundary(clause)} ${clause.printed ?? clause.number ?? "none"}`;
const lead = (verb: Ranged & { verb: string }) => `${boundary(verb)} ${verb.verb}`;
const manner = (verb: Ranged & { manner: string }) => `${boundary(verb)} ${verb.manner}`;
const definition = ({ short, long, id }: { short: string; long: string; id: string }, span: Ranged) =>
  `${boundary(span)} ${short} = ${long.replace(/\s+/g, " ")} (${id})`;

function clauseKeys(clauses: readonly GoldClause[], key: (clause: GoldClause) => string): string[] {
  return clauses.filter(({ noise }) => noise !== true).map(key);
}

function goldParents(clauses: readonly GoldClause[]): string[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  return clauses.flatMap((clause) => {
    const parent = clause.parent === undefined ? undefined : byId.get(clause.parent);
    return parent ? [`${boundary(clause)} in ${boundary(parent)}`] : [];
  });
}

function outputParents({ clauses }: ExtractOutput): string[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  return clauses.flatMap((clause) => {
    const parent = clause.parent === null ? undefined : byId.get(clause.parent);
    return parent ? [`${boundary(clause)} in ${boundary(parent)}`] : [];
  });
}

const goldLeads = ({ leads = [] }: GoldClause) => leads.map(lead);
const goldManners = ({ leads = [] }: GoldClause) => leads.map((verb) => manner({ ...verb, manner: verb.stance }));
const goldDefinitions = ({ definitions = [] }: Annotation) =>
  definitions.map(({ short, long, canonical, short_start: start, short_end: end }) =>
    definition({ short, long, id: canonical }, { start, end }),
  );

function scoreSets(name: string, gold: readonly string[], found: readonly string[]): Tally {
  const [want, got] = [new Set(gold), new Set(found)];
  return {
    right: [...want].filter((key) => got.has(key)).length,
    extra: [...got].filter((key) => !want.has(key)).map((key) => `${name} ${key}`),
    missed: [...want].filter((key) => !got.has(key)).map((key) => `${name} ${key}`),
  };
}

const metadataFields = ["kind", "title", "series", "ordinal", "meeting", "date", "city", "country"] as const;

function goldMetadata({ metadata }: Annotation): string[] {
  return metadataFields.map((field) => `${field}: ${canonical(String(metadata[field] ?? "none"))}`);
}

function outputMetadata({ document }: ExtractOutput): string[] {
  return metadataFields.map((field) => `${field}: ${canonical(String(document[field] ?? "none"))}`);
}

/** Ids of one thing that annotations and registry write in two ways. */
const same = new Map([
  ["meeting:admm-2025", "meeting:admm-19"],
  ["series:unga-session", "organisation:unga"],
]);

function canonical(id: string): string {
  return same.get(id) ?? id;
}

/** Group of the annotations that a mention belongs to, by the kind its id starts with. */
export const kindOfPrefix: Readonly<Record<string, MentionKind>> = {
  instrument: "instruments",
  statement: "instruments",
  organisation: "bodies",
  series: "bodies",
  meeting: "meetings",
  "working-group": "ewgs",
  initiative: "initiatives",
  activity: "initiatives",
  concept: "concepts",
  group: "groups",
  person: "people",
  country: "countries",
  place: "places",
  date: "dates",
};

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
        id: canonical(mention.canonical ?? `date:${mention.value ?? ""}`),
        mention,
        free: mention.nested === true || mention.optional === true,
      })),
    ),
  );
}

function isSame({ id, mention }: Wanted, found: OutputMention): boolean {
  const end = found.end === mention.end || found.end === mention.head_end;
  return canonical(found.id) === id && found.start === mention.start && end;
}

function scoreMentions(gold: Annotation, output: ExtractOutput, name: string): [MentionKind, Tally][] {
  const wanted = wantedOf(gold);
  const found = output.mentions;
  const required = wanted.filter(({ free }) => !free);
  const extra = found.filter((mention) => !wanted.some((want) => isSame(want, mention)));
  return mentionKinds.map((kind) => {
    const own = required.filter((want) => want.kind === kind);
    return [
      kind,
      {
        right: own.filter((want) => found.some((mention) => isSame(want, mention))).length,
        extra: extra
          .filter(({ id }) => kindOfPrefix[id.slice(0, id.indexOf(":"))] === kind)
          .map((mention) => `${name} @${mention.start} ${mention.surface} → ${mention.id} [${mention.rule}]`),
        missed: own
          .filter((want) => !found.some((mention) => isSame(want, mention)))
          .map(({ id, mention }) => `${name} @${mention.start} ${mention.surface} → ${id}`),
      },
    ];
  });
}

function scoreOffsets(output: ExtractOutput, raw: string, name: string): Tally {
  const wrong = output.mentions.filter(({ start, end, surface }) => raw.slice(start, end) !== surface);
  return {
    right: output.mentions.length - wrong.length,
    extra: wrong.map(({ start, surface }) => `${name} @${start} ${surface}`),
    missed: [],
  };
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
function scoreNegatives(gold: Annotation, output: ExtractOutput, name: string): Tally {
  const tallies = (gold.negatives ?? []).map((negative): Tally => {
    const broken = isBroken(negative, output);
    return {
      right: broken ? 0 : 1,
      extra: broken ? [`${name} @${negative.start} ${negative.surface}`] : [],
      missed: [],
    };
  });
  return sumTallies(tallies);
}

function isBroken(negative: { start: number; end: number; not_a: string }, output: ExtractOutput): boolean {
  if (/document date|title|ordinal/.test(negative.not_a)) return false;
  if (/clause|verb/.test(negative.not_a))
    return output.clauses.some(({ start, lead: verb }) => start === negative.start && verb !== null);
  const kinds = forbidden.filter(([pattern]) => pattern.test(negative.not_a)).flatMap(([, prefixes]) => prefixes);
  return output.mentions.some(
    ({ id, start, end }) =>
      start === negative.start && end <= negative.end && kinds.includes(id.slice(0, id.indexOf(":"))),
  );
}

/** The score as a table for people, and what was missed or wrongly found, the worst measure first. */
export function describeScore(score: Score, most = 40): string {
  const rows = [...score, ["all mentions", allMentions(score)] as const];
  const lines = rows.map(([measure, tally]) =>
    [
      measure.padEnd(20),
      percent(precision(tally)),
      percent(recall(tally)),
      percent(f1(tally)),
      String(tally.right).padStart(5),
    ].join("  "),
  );
  const misses = [...score]
    .sort((a, b) => f1(a[1]) - f1(b[1]))
    .flatMap(([measure, { missed, extra }]) => [
      ...missed.map((line) => `missed ${measure}: ${line}`),
      ...extra.map((line) => `extra  ${measure}: ${line}`),
    ]);
  const head = ["measure".padEnd(20), "  prec", "recall", "    F1", "right"].join("  ");
  return [head, ...lines, ...misses.slice(0, most)].join("\n");
}

function percent(value: number): string {
  return value.toFixed(3).padStart(6);
}
