import type { PartialDate } from "../dates.ts";
import type { SourceRecord } from "../registry/records.ts";

/** `announced` for what was planned or foretold, `held` for what took place or stands. */
export type Modality = "announced" | "held";

/** One piece of evidence for a claim: a source with a place in it, or characters of a clause. */
export type Support =
  | {
      readonly kind: "source";
      readonly source: string;
      readonly locator: string | null;
      readonly basis: "text" | "report";
    }
  | {
      readonly kind: "clause";
      readonly clause: string;
      readonly surface: string;
      /** Raw offsets in the clause's document. */
      readonly start: number;
      readonly end: number;
      /** Page of the file, as `page 3`; absent where the file does not say. */
      readonly locator?: string;
      /** What kind of source the clause's document is. */
      readonly sourceKind: SourceRecord["kind"];
    };

/** One value of one property of one subject, as one source or one text has it. */
export interface Claim {
  readonly subject: string;
  /** Property or relation in the model's words; of an attribute of a relation, both: `parties.signedOn`. */
  readonly property: string;
  /** The other end of the relation that an attribute belongs to; null for everything else. */
  readonly other: string | null;
  /** Start of the period that tells this relation from others between the same two; null where there is one only. */
  readonly occurrence: PartialDate | null;
  /** The value, or the id of the other end of a relation. */
  readonly value: string;
  /** Period for which it holds. */
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  readonly modality: Modality;
  /** True where the subject has one value of this property at a time, so that two different ones contradict each other. */
  readonly exclusive: boolean;
  readonly assertedOn: PartialDate | null;
  /** Id of the rule that made it, or `curated`. */
  readonly rule: string;
  /** Empty where the value is recalled without a source. */
  readonly support: readonly Support[];
}

/** Key of the claims that a claim competes with: one property of one subject, planned or held. */
export function contestOf({ subject, property, other, modality, occurrence }: Claim): string {
  return [subject, property, other ?? "", modality, occurrence ?? ""].join("|");
}
