// Made from web/views/thing/thing-timeline.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/thing/thing-timeline.graphql?raw";

export interface ThingTimelineAnswer {
  readonly timeline: readonly {
    readonly kind: string;
    readonly title: string;
    readonly id: string;
    readonly from: string | null;
    readonly fromEarliest: string | null;
    readonly fromLatest: string | null;
    readonly to: string | null;
    readonly toEarliest: string | null;
    readonly toLatest: string | null;
    readonly period: boolean;
    readonly lastSeen: string | null;
    readonly status: string | null;
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
    readonly disputed: readonly string[];
    readonly sources: readonly string[];
  }[];
}

export interface ThingTimelineVariables {
  readonly id: string;
  readonly offset?: number | null;
}

export const thingTimeline: Operation<ThingTimelineAnswer, ThingTimelineVariables> = { name: "thing-timeline", text };
