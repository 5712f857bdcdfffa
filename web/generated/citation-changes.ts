// Made from questions/citation-changes.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../questions/citation-changes.graphql?raw";

export interface CitationChangesAnswer {
  readonly citationChanges: {
    readonly explanation: string;
    readonly before: {
      readonly id: string;
      readonly name: string;
      readonly issuedOn: string | null;
      readonly textRead: string;
    } | null;
    readonly passedOver: readonly {
      readonly id: string;
      readonly name: string;
      readonly textRead: string;
    }[];
    readonly added: readonly {
      readonly id: string;
      readonly name: string;
      readonly parts: readonly string[];
      readonly manners: readonly string[];
      readonly mannersBefore: readonly string[] | null;
      readonly basis: string;
      readonly standing: string;
    }[];
    readonly addedStanding: string;
    readonly dropped: readonly {
      readonly id: string;
      readonly name: string;
      readonly parts: readonly string[];
      readonly manners: readonly string[];
      readonly mannersBefore: readonly string[] | null;
      readonly basis: string;
      readonly standing: string;
    }[];
    readonly droppedStanding: string;
    readonly kept: readonly {
      readonly id: string;
      readonly name: string;
      readonly parts: readonly string[];
      readonly manners: readonly string[];
      readonly mannersBefore: readonly string[] | null;
      readonly basis: string;
      readonly standing: string;
    }[];
    readonly first: readonly {
      readonly id: string;
      readonly name: string;
      readonly parts: readonly string[];
      readonly manners: readonly string[];
      readonly mannersBefore: readonly string[] | null;
      readonly basis: string;
      readonly standing: string;
    }[];
    readonly firstStanding: string;
    readonly last: readonly {
      readonly id: string;
      readonly name: string;
      readonly parts: readonly string[];
      readonly manners: readonly string[];
      readonly mannersBefore: readonly string[] | null;
      readonly basis: string;
      readonly standing: string;
    }[];
  } | null;
}

export interface CitationChangesVariables {
  readonly statement: string;
}

export const citationChanges: Operation<CitationChangesAnswer, CitationChangesVariables> = { name: "citation-changes", text };
