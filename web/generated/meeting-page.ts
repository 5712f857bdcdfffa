// Made from web/views/meeting/meeting-page.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/meeting/meeting-page.graphql?raw";

export interface MeetingPageAnswer {
  readonly meetings: readonly {
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly outcome: string;
    readonly disputed: readonly string[];
    readonly confidence: string;
  }[];
  readonly meetingRecord: readonly {
    readonly what: string;
    readonly value: string;
    readonly id: string | null;
    readonly as: string | null;
    readonly level: string | null;
    readonly presence: string | null;
    readonly actingFor: {
      readonly id: string;
      readonly name: string;
    } | null;
    readonly detail: string | null;
    readonly textRead: string | null;
    readonly disputed: boolean;
    readonly sources: readonly string[];
  }[];
}

export interface MeetingPageVariables {
  readonly id: string;
  readonly offset: number;
}

export const meetingPage: Operation<MeetingPageAnswer, MeetingPageVariables> = { name: "meeting-page", text };
