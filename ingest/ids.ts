/**
 * Ids are readable, stable and made in this file only: `kind:key`, for example `statement:admm-plus-12`,
 * `clause:admm-plus-12/op-8`. The kinds and the labels of the graph are the same list.
 */

/** Id prefix of every kind of node, with the label it has in the graph. */
export const labelOfKind = {
  country: "Country",
  organisation: "Organisation",
  group: "Group",
  topic: "Topic",
  concept: "Concept",
  place: "Place",
  person: "Person",
  tenure: "Tenure",
  series: "MeetingSeries",
  meeting: "Meeting",
  instrument: "Instrument",
  "working-group": "WorkingGroup",
  term: "Term",
  activity: "Activity",
  initiative: "Initiative",
  statement: "Statement",
  report: "Report",
  clause: "Clause",
  claim: "Claim",
  dispute: "Dispute",
  source: "Source",
  problem: "Problem",
  revision: "Revision",
} as const;

export type Kind = keyof typeof labelOfKind;
export type Label = (typeof labelOfKind)[Kind];

const kinds = new Set<string>(Object.keys(labelOfKind));

/** The kind that an id starts with, or null where it has no known one. */
export function kindOf(id: string): Kind | null {
  const prefix = id.slice(0, id.indexOf(":"));
  return kinds.has(prefix) ? (prefix as Kind) : null;
}

/** The part of an id after its kind: `admm-plus-12` of `statement:admm-plus-12`. */
export function keyOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

/** Lower-case ASCII key of a name: accents folded, everything else than letters and digits to single hyphens. */
export function slug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

const partKey = { preambular: "pre", operative: "op", other: "other" } as const;

/** `clause:admm-plus-12/op-8`: the clause's document, its part and its 1-indexed position in that part. */
export function clauseId(documentId: string, part: keyof typeof partKey, position: number): string {
  return `clause:${keyOf(documentId)}/${partKey[part]}-${position}`;
}

/** `term:cyber-security-3`: a working group and the 1-indexed number of its co-chair cycle. */
export function termId(workingGroupId: string, cycle: number): string {
  return `term:${keyOf(workingGroupId)}-${cycle}`;
}
