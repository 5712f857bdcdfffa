// Made from web/views/search/search-hits.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/search/search-hits.graphql?raw";

export interface SearchHitsAnswer {
  readonly search: readonly {
    readonly id: string;
    readonly kind: string;
    readonly name: string;
    readonly fit: string;
    readonly field: string;
    readonly snippet: string;
    readonly hits: readonly {
      readonly start: number;
      readonly end: number;
    }[];
    readonly within: {
      readonly id: string;
      readonly name: string;
    } | null;
    readonly date: string | null;
  }[];
}

export interface SearchHitsVariables {
  readonly phrase: string;
  readonly kinds?: readonly (string)[] | null;
  readonly perKind: number;
  readonly limit: number;
}

export const searchHits: Operation<SearchHitsAnswer, SearchHitsVariables> = { name: "search-hits", text };
