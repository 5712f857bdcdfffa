// Made from web/views/browse/browse-countries.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/browse/browse-countries.graphql?raw";

export interface BrowseCountriesAnswer {
  readonly page: {
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly name: string;
        readonly iso2: string;
        readonly disputed: readonly string[];
        readonly memberOfConnection: {
          readonly totalCount: number;
        };
        readonly coChairedConnection: {
          readonly totalCount: number;
        };
        readonly hostedConnection: {
          readonly totalCount: number;
        };
        readonly partyToConnection: {
          readonly totalCount: number;
        };
        readonly tenuresConnection: {
          readonly totalCount: number;
        };
      };
    }[];
  };
}

export interface BrowseCountriesVariables {
  readonly after?: string | null;
}

export const browseCountries: Operation<BrowseCountriesAnswer, BrowseCountriesVariables> = { name: "browse-countries", text };
