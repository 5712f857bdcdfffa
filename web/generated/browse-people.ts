// Made from web/views/browse/browse-people.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/browse/browse-people.graphql?raw";

export interface BrowsePeopleAnswer {
  readonly page: {
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly name: string;
        readonly disputed: readonly string[];
        readonly tenures: readonly {
          readonly id: string;
          readonly office: string;
          readonly from: string | null;
          readonly to: string | null;
          readonly country: readonly {
            readonly id: string;
            readonly name: string;
          }[];
        }[];
      };
    }[];
  };
}

export interface BrowsePeopleVariables {
  readonly after?: string | null;
}

export const browsePeople: Operation<BrowsePeopleAnswer, BrowsePeopleVariables> = { name: "browse-people", text };
