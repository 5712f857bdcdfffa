// Made from web/views/statement/report-clauses.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/statement/report-clauses.graphql?raw";

export interface ReportClausesAnswer {
  readonly reports: readonly {
    readonly clausesConnection: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly edges: readonly {
        readonly node: {
          readonly id: string;
          readonly part: string;
          readonly role: string;
          readonly number: string | null;
          readonly lead: string | null;
          readonly start: number;
          readonly text: string | null;
          readonly summary: string | null;
          readonly reference: {
            readonly footnote: string;
          };
          readonly citesConnection: {
            readonly totalCount: number;
            readonly edges: readonly {
              readonly properties: {
                readonly surface: string | null;
                readonly start: number | null;
                readonly end: number | null;
                readonly verb: string | null;
                readonly manner: string | null;
                readonly role: string | null;
                readonly basis: string;
              };
              readonly node: {
                readonly id: string;
                readonly name: string;
              };
            }[];
          };
          readonly mentionsConnection: {
            readonly totalCount: number;
            readonly edges: readonly {
              readonly properties: {
                readonly surface: string;
                readonly start: number;
                readonly end: number;
                readonly basis: string;
              };
              readonly node: {
                readonly id: string;
                readonly name: string;
              };
            }[];
          };
        };
      }[];
    };
  }[];
}

export interface ReportClausesVariables {
  readonly id: string;
  readonly after?: string | null;
}

export const reportClauses: Operation<ReportClausesAnswer, ReportClausesVariables> = { name: "report-clauses", text };
