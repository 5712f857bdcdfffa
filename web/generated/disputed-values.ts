// Made from web/views/disputes/disputed-values.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/disputes/disputed-values.graphql?raw";

export interface DisputedValuesAnswer {
  readonly page: {
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly subject: string;
        readonly property: string;
        readonly other: string | null;
        readonly modality: string;
        readonly shown: string;
        readonly reason: string;
        readonly about: readonly {
          readonly id: string;
          readonly name: string;
        }[];
        readonly claims: readonly {
          readonly id: string;
          readonly value: string;
          readonly standing: string;
          readonly assertedOn: string | null;
          readonly sources: readonly {
            readonly id: string;
            readonly publisher: string;
            readonly title: string;
            readonly kind: string;
            readonly publishedOn: string | null;
            readonly address: string | null;
          }[];
          readonly clausesConnection: {
            readonly edges: readonly {
              readonly properties: {
                readonly surface: string | null;
              };
              readonly node: {
                readonly id: string;
              };
            }[];
          };
        }[];
      };
    }[];
  };
}

export interface DisputedValuesVariables {
  readonly after?: string | null;
}

export const disputedValues: Operation<DisputedValuesAnswer, DisputedValuesVariables> = { name: "disputed-values", text };
