// Made from web/views/matrix/matrix-series.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/matrix/matrix-series.graphql?raw";

export interface MatrixSeriesAnswer {
  readonly meetingSeries: readonly {
    readonly id: string;
    readonly name: string;
    readonly abbreviation: string | null;
  }[];
}

export type MatrixSeriesVariables = Readonly<Record<string, never>>;

export const matrixSeries: Operation<MatrixSeriesAnswer, MatrixSeriesVariables> = { name: "matrix-series", text };
