// Made from web/views/matrix/matrix-rows.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/matrix/matrix-rows.graphql?raw";

export interface MatrixRowsAnswer {
  readonly citationMatrix: readonly {
    readonly id: string;
    readonly name: string;
    readonly issuedOn: string | null;
    readonly textRead: string;
    readonly complete: boolean;
    readonly cited: number;
    readonly series: readonly {
      readonly id: string;
      readonly name: string;
    }[];
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

export interface MatrixRowsVariables {
  readonly series?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly kinds?: readonly (string)[] | null;
  readonly parts?: readonly (string)[] | null;
  readonly manners?: readonly (string)[] | null;
  readonly offset: number;
}

export const matrixRows: Operation<MatrixRowsAnswer, MatrixRowsVariables> = { name: "matrix-rows", text };
