// Made from questions/meeting.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../questions/meeting.graphql?raw";

export interface MeetingAnswer {
  readonly meetings: readonly {
    readonly id: string;
    readonly name: string;
    readonly outcome: string;
  }[];
  readonly meetingRecord: readonly {
    readonly what: string;
    readonly value: string;
    readonly as: string | null;
    readonly level: string | null;
    readonly presence: string | null;
    readonly actingFor: {
      readonly id: string;
      readonly name: string;
    } | null;
    readonly detail: string | null;
    readonly textRead: string | null;
    readonly id: string | null;
    readonly disputed: boolean;
    readonly sources: readonly string[];
  }[];
}

export interface MeetingVariables {
  readonly meeting: string;
  readonly offset?: number | null;
}

export const meeting: Operation<MeetingAnswer, MeetingVariables> = { name: "meeting", text };
