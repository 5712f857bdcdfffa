// Made from web/views/browse/browse-statements.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/browse/browse-statements.graphql?raw";

export interface BrowseStatementsAnswer {
  readonly page: {
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly name: string;
        readonly kind: string;
        readonly issuedOn: string | null;
        readonly authority: string;
        readonly textRead: string;
        readonly textLoaded: boolean;
        readonly disputed: readonly string[];
        readonly citesInstrumentsConnection: {
          readonly totalCount: number;
        };
      };
    }[];
  };
}

export interface BrowseStatementsVariables {
  readonly after?: string | null;
}

export const browseStatements: Operation<BrowseStatementsAnswer, BrowseStatementsVariables> = { name: "browse-statements", text };
