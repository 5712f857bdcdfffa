// Made from web/frame/frame.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/frame/frame.graphql?raw";

export interface FrameAnswer {
  readonly revisions: readonly {
    readonly id: string;
    readonly createdAt: string;
    readonly nodes: number;
    readonly edges: number;
    readonly counts: readonly string[];
  }[];
  readonly statements: {
    readonly totalCount: number;
  };
  readonly read: {
    readonly totalCount: number;
  };
  readonly whole: {
    readonly totalCount: number;
  };
  readonly loaded: {
    readonly totalCount: number;
  };
}

export type FrameVariables = Readonly<Record<string, never>>;

export const frame: Operation<FrameAnswer, FrameVariables> = { name: "frame", text };
