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
}

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

export interface GoldDefinition {
  readonly short: string;
  readonly long: string;
  readonly canonical: string;
  readonly short_start: number;
  readonly short_end: number;
}

/** One annotated document, as the YAML beside it says. */
export interface Annotation {
  readonly file: string;
  readonly metadata: Readonly<Partial<Record<string, string | number | null>>>;
  readonly definitions?: readonly GoldDefinition[];
  readonly clauses: readonly GoldClause[];
  readonly negatives?: readonly {
    readonly surface: string;
    readonly start: number;
    readonly end: number;
    readonly not_a: string;
  }[];
  readonly candidates?: readonly { readonly surface: string; readonly start: number; readonly end: number }[];
}
