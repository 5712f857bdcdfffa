// Made from questions/citation-matrix.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../questions/citation-matrix.graphql?raw";

export interface CitationMatrixAnswer {
  readonly citationMatrix: readonly {
    readonly id: string;
    readonly name: string;
    readonly issuedOn: string | null;
    readonly textRead: string;
    readonly complete: boolean;
    readonly cells: readonly {
      readonly instrument: string;
      readonly name: string;
      readonly abbreviation: string | null;
      readonly kind: string;
      readonly times: number;
      readonly parts: readonly string[];
      readonly manners: readonly string[];
      readonly basis: string;
    }[];
  }[];
}

export interface CitationMatrixVariables {
  readonly series?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly kind?: readonly (string)[] | null;
  readonly part?: readonly (string)[] | null;
  readonly manner?: readonly (string)[] | null;
  readonly offset?: number | null;
}

export const citationMatrix: Operation<CitationMatrixAnswer, CitationMatrixVariables> = { name: "citation-matrix", text };
