// Made from web/ask/latest-revision.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/ask/latest-revision.graphql?raw";

export interface LatestRevisionAnswer {
  readonly revisions: readonly {
    readonly id: string;
  }[];
}

export type LatestRevisionVariables = Readonly<Record<string, never>>;

export const latestRevision: Operation<LatestRevisionAnswer, LatestRevisionVariables> = { name: "latest-revision", text };
