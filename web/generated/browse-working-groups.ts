// Made from web/views/browse/browse-working-groups.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/browse/browse-working-groups.graphql?raw";

export interface BrowseWorkingGroupsAnswer {
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
        readonly mandatedOn: string | null;
        readonly setUpOn: string | null;
        readonly disputed: readonly string[];
        readonly termsConnection: {
          readonly totalCount: number;
        };
        readonly activitiesConnection: {
          readonly totalCount: number;
        };
        readonly mentionedInConnection: {
          readonly totalCount: number;
        };
      };
    }[];
  };
}

export interface BrowseWorkingGroupsVariables {
  readonly after?: string | null;
}

export const browseWorkingGroups: Operation<BrowseWorkingGroupsAnswer, BrowseWorkingGroupsVariables> = { name: "browse-working-groups", text };
