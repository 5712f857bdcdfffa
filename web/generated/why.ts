// Made from questions/why.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../questions/why.graphql?raw";

export interface WhyAnswer {
  readonly entities: readonly {
    readonly id: string;
    readonly name: string;
  }[];
  readonly why: readonly {
    readonly claim: string;
    readonly property: string;
    readonly other: {
      readonly id: string;
      readonly name: string;
    } | null;
    readonly value: string;
    readonly valueName: string | null;
    readonly standing: string;
    readonly modality: string;
    readonly assertedOn: string | null;
    readonly reason: string | null;
    readonly source: {
      readonly id: string;
      readonly name: string;
    } | null;
    readonly publisher: string | null;
    readonly sourceKind: string | null;
    readonly publishedOn: string | null;
    readonly web: string | null;
    readonly clause: string | null;
    readonly reference: {
      readonly footnote: string;
    } | null;
    readonly locator: string | null;
    readonly surface: string | null;
    readonly basis: string | null;
    readonly rule: string;
  }[];
}

export interface WhyVariables {
  readonly id: string;
  readonly property?: string | null;
  readonly offset?: number | null;
}

export const why: Operation<WhyAnswer, WhyVariables> = { name: "why", text };
