/** The groups in which annotations list their mentions. */
export const mentionKinds = [
  "instruments",
  "bodies",
  "meetings",
  "ewgs",
  "initiatives",
  "concepts",
  "groups",
  "people",
  "countries",
  "places",
  "dates",
] as const;
export type MentionKind = (typeof mentionKinds)[number];

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

/** A mention that an annotator marked. Either end is right where a short form follows the name. */
export interface GoldMention {
  readonly canonical?: string;
  readonly value?: string;
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  readonly head_end?: number;
  readonly nested?: boolean;
  readonly optional?: boolean;
  /** How a citation stands to its verb; most annotations leave it out. */
  readonly citation?: string;
}

/** A unit of an annotated document; what a measure does not use of it is left out here. */
export type GoldClause = {
  readonly id: string;
  readonly section: string;
  readonly role: string;
  readonly noise?: boolean;
  readonly printed: string | null;
  readonly parent?: string;
  readonly lead: string | null;
  readonly leads?: readonly {
    readonly verb: string;
    readonly stance: string;
    readonly start: number;
    readonly end: number;
  }[];
  readonly start: number;
  readonly end: number;
} & Readonly<Partial<Record<MentionKind, readonly GoldMention[]>>>;

/** A short form that a document introduces, with the span of the short form. */
export interface GoldDefinition {
  readonly short: string;
  readonly long: string;
  readonly canonical: string;
  readonly short_start: number;
  readonly short_end: number;
}

interface Surface {
  readonly surface: string;
  readonly start: number;
  readonly end: number;
}

/** One annotated document, as the YAML beside it says or its own marks. */
export interface Annotation {
  readonly file: string;
  readonly metadata: Readonly<Partial<Record<string, string | number | null>>>;
  readonly definitions?: readonly GoldDefinition[];
  readonly clauses: readonly GoldClause[];
  readonly negatives?: readonly (Surface & { readonly not_a: string })[];
  readonly candidates?: readonly Surface[];
}
