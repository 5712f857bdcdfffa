// Made from web/views/statement/clause-citations.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/statement/clause-citations.graphql?raw";

export interface ClauseCitationsAnswer {
  readonly clauses: readonly {
    readonly citesConnection: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly edges: readonly {
        readonly properties: {
          readonly surface: string | null;
          readonly start: number | null;
          readonly end: number | null;
          readonly verb: string | null;
          readonly role: string | null;
        };
        readonly node: {
          readonly id: string;
          readonly name: string;
        };
      }[];
    };
  }[];
}

export interface ClauseCitationsVariables {
  readonly id: string;
  readonly after?: string | null;
}

export const clauseCitations: Operation<ClauseCitationsAnswer, ClauseCitationsVariables> = { name: "clause-citations", text };
