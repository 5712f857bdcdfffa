import { slug } from "../ids.ts";
import { byCodeUnit } from "../order.ts";
import type { Candidate } from "./mention.ts";

/** An unknown name over a whole corpus, as an entry of the registry might begin. */
export interface CandidateEntry {
  /** As it is written most often. */
  readonly name: string;
  readonly id: string;
  /** File under the data folder that would hold it. */
  readonly file: string;
  readonly times: number;
  /** Documents that have it, in order, each with the raw offset where it first stands. */
  readonly places: readonly { readonly file: string; readonly start: number }[];
  readonly nearest: readonly string[];
  /** Fields that a record of its kind must have, guessed from the name. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The unknown names of one document. */
export interface DocumentCandidates {
  readonly file: string;
  readonly candidates: readonly Candidate[];
}

type Fields = (name: string) => Readonly<Record<string, string>>;

/** What a record of each guessed kind needs besides name and sources, and the file that it belongs in. */
const kinds: Readonly<Record<string, { readonly file: string; readonly fields: Fields }>> = {
  instrument: { file: "instruments.yaml", fields: (name) => ({ kind: kindOfInstrument(name), status: "unknown" }) },
  initiative: { file: "initiatives.yaml", fields: () => ({ stage: "unknown" }) },
  activity: { file: "activities.yaml", fields: (name) => ({ kind: kindOfActivity(name), status: "unknown" }) },
  organisation: { file: "organisations.yaml", fields: (name) => ({ kind: kindOfOrganisation(name) }) },
  series: { file: "series.yaml", fields: () => ({ level: "working level" }) },
  group: { file: "groups.yaml", fields: () => ({ kind: "countries" }) },
};

/** Ordered; the first word that the name has counts. */
const instrumentKinds: readonly (readonly [RegExp, string])[] = [
  [/\bConcept Paper\b/, "concept paper"],
  [/\b(?:Treaty|Agreement|Convention|Protocol|Pact|Covenant|Memorandum)\b/, "treaty"],
  [/\bCharter\b/, "charter"],
  [/\bOutlook\b/, "outlook"],
  [/\bVision\b/, "vision"],
  [/\b(?:Plan|Blueprint|Roadmap|Strategy|Programme)\b/, "plan"],
  [/\b(?:Framework|Compact)\b/, "framework"],
  [/\b(?:Guide|Guidelines?|Principles|Procedures?|Code of Conduct|Terms of Reference)\b/, "guideline"],
  [/\bReview\b/, "decision"],
];

function kindOfInstrument(name: string): string {
  return instrumentKinds.find(([pattern]) => pattern.test(name))?.[1] ?? "declaration";
}

function kindOfActivity(name: string): string {
  if (/\b(?:Conference|Symposium)\b/.test(name)) return "conference";
  if (/\bTable-?Top\b/i.test(name)) return "table-top exercise";
  return /\b(?:Exercise|Drill)\b/.test(name) ? "exercise" : "workshop";
}

function kindOfOrganisation(name: string): string {
  if (/\b(?:Ministry|Department)\b/.test(name)) return "ministry";
  if (/\bCommunity\b/.test(name)) return "community";
  if (/\bWorking Group\b/.test(name)) return "working group";
  return /\b(?:Union|Association)\b/.test(name) ? "union" : "centre";
}

/** The unknown names of a corpus, those in most documents first, then the most frequent, then by name. */
export function candidateEntries(documents: readonly DocumentCandidates[]): CandidateEntry[] {
  const found = documents.flatMap(({ file, candidates }) => candidates.map((candidate) => ({ file, candidate })));
  const byKey = Map.groupBy(found, ({ candidate }) => slug(candidate.surface));
  return [...byKey.values()]
    .map(entryOf)
    .sort((a, b) => b.places.length - a.places.length || b.times - a.times || byCodeUnit(a.name, b.name));
}

function entryOf(found: readonly { readonly file: string; readonly candidate: Candidate }[]): CandidateEntry {
  const most = found.reduce((top, each) => (each.candidate.count > top.candidate.count ? each : top));
  const name = most.candidate.surface.replace(/\s+/g, " ");
  const { file, fields } = kinds[most.candidate.guess] ?? kinds.organisation ?? { file: "", fields: () => ({}) };
  return {
    name,
    id: `${most.candidate.guess}:${slug(name)}`,
    file,
    times: found.reduce((sum, { candidate }) => sum + candidate.count, 0),
    places: found.map((each) => ({ file: each.file, start: each.candidate.start })),
    nearest: most.candidate.nearest,
    fields: fields(name),
  };
}

/** Files named in a comment, at most. */
const namedFiles = 3;

/** An entry as YAML for the file that it belongs in, with a comment that says where it stands and what is like it. */
export function entryYaml({ name, id, times, places, nearest, fields }: CandidateEntry): string {
  const where = places.slice(0, namedFiles).map(({ file, start }) => `${file}@${start}`);
  const more = places.length > namedFiles ? ` and ${places.length - namedFiles} more` : "";
  const like = nearest.length > 0 ? `; like ${nearest.join(", ")}` : "";
  return [
    `# ${times} ${times === 1 ? "time" : "times"}: ${where.join(", ")}${more}${like}`,
    `- id: ${id}`,
    `  name: ${JSON.stringify(name)}`,
    ...Object.entries(fields).map(([field, value]) => `  ${field}: ${value}`),
    "  sources: []",
    "  confidence: unsourced",
  ].join("\n");
}
