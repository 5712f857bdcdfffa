// Made from web/views/browse/browse-instruments.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/browse/browse-instruments.graphql?raw";

export interface BrowseInstrumentsAnswer {
  readonly page: {
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly name: string;
        readonly abbreviation: string | null;
        readonly kind: string;
        readonly status: string;
        readonly adoptedOn: string | null;
        readonly disputed: readonly string[];
        readonly citedByConnection: {
          readonly totalCount: number;
        };
        readonly partiesConnection: {
          readonly totalCount: number;
        };
      };
    }[];
  };
}

export interface BrowseInstrumentsVariables {
  readonly after?: string | null;
}

export const browseInstruments: Operation<BrowseInstrumentsAnswer, BrowseInstrumentsVariables> = { name: "browse-instruments", text };
