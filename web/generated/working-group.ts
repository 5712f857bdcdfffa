// Made from questions/working-group.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../questions/working-group.graphql?raw";

export interface WorkingGroupAnswer {
  readonly workingGroups: readonly {
    readonly id: string;
  }[];
  readonly timeline: readonly {
    readonly from: string | null;
    readonly fromEarliest: string | null;
    readonly fromLatest: string | null;
    readonly to: string | null;
    readonly toEarliest: string | null;
    readonly toLatest: string | null;
    readonly period: boolean;
    readonly lastSeen: string | null;
    readonly kind: string;
    readonly title: string;
    readonly detail: string | null;
    readonly within: {
      readonly id: string;
      readonly name: string;
    } | null;
    readonly actors: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly places: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly status: string | null;
    readonly disputed: readonly string[];
    readonly id: string;
    readonly sources: readonly string[];
  }[];
}

export interface WorkingGroupVariables {
  readonly group: string;
  readonly offset?: number | null;
}

export const workingGroup: Operation<WorkingGroupAnswer, WorkingGroupVariables> = { name: "working-group", text };
