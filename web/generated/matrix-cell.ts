// Made from web/views/matrix/matrix-cell.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/matrix/matrix-cell.graphql?raw";

export interface MatrixCellAnswer {
  readonly mentionsInContext: readonly {
    readonly clause: string | null;
    readonly part: string | null;
    readonly surface: string | null;
    readonly locator: string | null;
    readonly verb: string | null;
    readonly manner: string | null;
    readonly role: string | null;
    readonly basis: string;
    readonly before: string | null;
    readonly words: string | null;
    readonly after: string | null;
    readonly summary: string | null;
    readonly reference: {
      readonly footnote: string;
    };
  }[];
}

export interface MatrixCellVariables {
  readonly instrument: string;
  readonly statement: string;
}

export const matrixCell: Operation<MatrixCellAnswer, MatrixCellVariables> = { name: "matrix-cell", text };
