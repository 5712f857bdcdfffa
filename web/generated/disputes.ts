// Made from questions/disputes.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../questions/disputes.graphql?raw";

export interface DisputesAnswer {
  readonly disputes: readonly {
    readonly id: string;
    readonly subject: string;
    readonly about: readonly {
      readonly name: string;
    }[];
    readonly property: string;
    readonly other: string | null;
    readonly modality: string;
    readonly shown: string;
    readonly reason: string;
    readonly claims: readonly {
      readonly id: string;
      readonly value: string;
      readonly standing: string;
      readonly sources: readonly {
        readonly id: string;
        readonly publisher: string;
        readonly title: string;
        readonly address: string | null;
        readonly kind: string;
        readonly publishedOn: string | null;
      }[];
      readonly clausesConnection: {
        readonly edges: readonly {
          readonly properties: {
            readonly surface: string | null;
            readonly start: number | null;
            readonly end: number | null;
          };
          readonly node: {
            readonly id: string;
          };
        }[];
      };
    }[];
  }[];
}

export interface DisputesVariables {
  readonly offset?: number | null;
}

export const disputes: Operation<DisputesAnswer, DisputesVariables> = { name: "disputes", text };
