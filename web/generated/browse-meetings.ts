// Made from web/views/browse/browse-meetings.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/browse/browse-meetings.graphql?raw";

export interface BrowseMeetingsAnswer {
  readonly page: {
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly name: string;
        readonly heldOn: string | null;
        readonly plannedOn: string | null;
        readonly mode: string | null;
        readonly outcome: string;
        readonly disputed: readonly string[];
        readonly inSeries: readonly {
          readonly id: string;
          readonly name: string;
          readonly abbreviation: string | null;
        }[];
        readonly hostedBy: readonly {
          readonly id: string;
          readonly name: string;
        }[];
        readonly places: readonly {
          readonly id: string;
          readonly name: string;
        }[];
      };
    }[];
  };
}

export interface BrowseMeetingsVariables {
  readonly after?: string | null;
}

export const browseMeetings: Operation<BrowseMeetingsAnswer, BrowseMeetingsVariables> = { name: "browse-meetings", text };
