// Made from web/parts/thing-mentions.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/parts/thing-mentions.graphql?raw";

export interface ThingMentionsAnswer {
  readonly mentionsInContext: readonly {
    readonly document: {
      readonly id: string;
      readonly name: string;
    };
    readonly issuedOn: string | null;
    readonly clause: string | null;
    readonly part: string | null;
    readonly surface: string | null;
    readonly locator: string | null;
    readonly before: string | null;
    readonly words: string | null;
    readonly after: string | null;
    readonly summary: string | null;
    readonly basis: string;
    readonly reference: {
      readonly footnote: string;
    };
  }[];
}

export interface ThingMentionsVariables {
  readonly id: string;
  readonly offset: number;
}

export const thingMentions: Operation<ThingMentionsAnswer, ThingMentionsVariables> = { name: "thing-mentions", text };
