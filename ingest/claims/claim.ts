import type { PartialDate } from "../dates.ts";

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
    };

/** One value of one property of one subject, as one source or one text has it. */
export interface Claim {
  readonly subject: string;
  /** Property or relation in the model's words. */
  readonly property: string;
  /** The value, or the id of the other end of a relation. */
  readonly value: string;
  readonly modality: Modality;
  readonly assertedOn: PartialDate | null;
  /** Id of the rule that made it, or `curated`. */
  readonly rule: string;
  /** Empty where the value is recalled without a source. */
  readonly support: readonly Support[];
}
