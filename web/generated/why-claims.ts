// Made from web/parts/why-claims.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/parts/why-claims.graphql?raw";

export interface WhyClaimsAnswer {
  readonly claims: readonly {
    readonly id: string;
    readonly property: string;
    readonly other: string | null;
    readonly value: string;
    readonly modality: string;
    readonly assertedOn: string | null;
    readonly standing: string;
    readonly rule: string;
    readonly disputes: readonly {
      readonly id: string;
      readonly reason: string;
    }[];
    readonly sourcesConnection: {
      readonly edges: readonly {
        readonly properties: {
          readonly locator: string | null;
          readonly basis: string;
        };
        readonly node: {
          readonly id: string;
          readonly publisher: string;
          readonly title: string;
          readonly address: string | null;
          readonly kind: string;
          readonly publishedOn: string | null;
        };
      }[];
    };
    readonly clausesConnection: {
      readonly edges: readonly {
        readonly properties: {
          readonly surface: string | null;
          readonly basis: string;
        };
        readonly node: {
          readonly id: string;
        };
      }[];
    };
  }[];
}

export interface WhyClaimsVariables {
  readonly subject: string;
  readonly property: string;
}

export const whyClaims: Operation<WhyClaimsAnswer, WhyClaimsVariables> = { name: "why-claims", text };
