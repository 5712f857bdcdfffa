// Made from questions/mentions.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../questions/mentions.graphql?raw";

export interface MentionsAnswer {
  readonly entities: readonly {
    readonly id: string;
  }[];
  readonly mentionsInContext: readonly {
    readonly document: {
      readonly id: string;
      readonly name: string;
    };
    readonly issuedOn: string | null;
    readonly kind: string;
    readonly before: string | null;
    readonly words: string | null;
    readonly surface: string | null;
    readonly after: string | null;
    readonly reference: {
      readonly footnote: string;
      readonly address: string;
    };
    readonly manner: string | null;
    readonly basis: string;
    readonly textRead: string | null;
    readonly clause: string | null;
    readonly locator: string | null;
    readonly summary: string | null;
    readonly sources: readonly string[];
  }[];
}

export interface MentionsVariables {
  readonly named: string;
  readonly offset?: number | null;
}

export const mentions: Operation<MentionsAnswer, MentionsVariables> = { name: "mentions", text };
