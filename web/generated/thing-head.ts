// Made from web/views/thing/thing-head.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/thing/thing-head.graphql?raw";

export interface ThingHeadAnswer {
  readonly entities: readonly ({
    readonly __typename: "Activity";
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly activityKind: string;
    readonly status: string;
    readonly heldOn: string | null;
    readonly heldUntil: string | null;
    readonly plannedOn: string | null;
    readonly disputed: readonly string[];
    readonly confidence: string;
    readonly workingGroups: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly hostedBy: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly places: readonly {
      readonly id: string;
      readonly name: string;
    }[];
  } | {
    readonly __typename: "Concept";
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly disputed: readonly string[];
    readonly confidence: string;
  } | {
    readonly __typename: "Country";
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly officialName: string | null;
    readonly disputed: readonly string[];
    readonly confidence: string;
  } | {
    readonly __typename: "Group";
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly disputed: readonly string[];
    readonly confidence: string;
  } | {
    readonly __typename: "Initiative";
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly abbreviation: string | null;
    readonly stage: string;
    readonly adoptedOn: string | null;
    readonly launchedOn: string | null;
    readonly disputed: readonly string[];
    readonly confidence: string;
  } | {
    readonly __typename: "MeetingSeries";
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly abbreviation: string | null;
    readonly disputed: readonly string[];
    readonly confidence: string;
  } | {
    readonly __typename: "Organisation";
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly abbreviation: string | null;
    readonly disputed: readonly string[];
    readonly confidence: string;
  } | {
    readonly __typename: "Person";
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly disputed: readonly string[];
    readonly confidence: string;
  } | {
    readonly __typename: "Place";
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly disputed: readonly string[];
    readonly confidence: string;
  } | {
    readonly __typename: "Tenure";
    readonly id: string;
    readonly name: string;
    readonly office: string;
    readonly capacity: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly incumbentAsOf: string | null;
    readonly disputed: readonly string[];
    readonly person: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly country: readonly {
      readonly id: string;
      readonly name: string;
    }[];
  } | {
    readonly __typename: "Term";
    readonly id: string;
    readonly name: string;
    readonly cycle: number;
    readonly from: string | null;
    readonly to: string | null;
    readonly boundary: string | null;
    readonly disputed: readonly string[];
    readonly workingGroup: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly coChairs: readonly {
      readonly id: string;
      readonly name: string;
    }[];
  } | {
    readonly __typename: "Topic";
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly disputed: readonly string[];
    readonly confidence: string;
  } | {
    readonly __typename: "WorkingGroup";
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly abbreviation: string | null;
    readonly mandatedOn: string | null;
    readonly setUpOn: string | null;
    readonly disputed: readonly string[];
    readonly confidence: string;
    readonly under: readonly {
      readonly id: string;
      readonly name: string;
    }[];
  } | {
    readonly __typename: "Instrument" | "Meeting" | "Report" | "Statement";
    readonly id: string;
    readonly name: string;
  })[];
}

export interface ThingHeadVariables {
  readonly id: string;
}

export const thingHead: Operation<ThingHeadAnswer, ThingHeadVariables> = { name: "thing-head", text };
