// Made from web/views/statement/statement-changes.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/statement/statement-changes.graphql?raw";

export interface StatementChangesAnswer {
  readonly citationChanges: {
    readonly explanation: string;
    readonly before: {
      readonly id: string;
      readonly name: string;
      readonly issuedOn: string | null;
      readonly textRead: string;
    } | null;
    readonly added: readonly {
      readonly id: string;
      readonly name: string;
      readonly abbreviation: string | null;
      readonly kind: string;
      readonly manners: readonly string[];
      readonly standing: string;
    }[];
    readonly addedStanding: string;
    readonly dropped: readonly {
      readonly id: string;
      readonly name: string;
      readonly abbreviation: string | null;
      readonly kind: string;
      readonly manners: readonly string[];
      readonly standing: string;
    }[];
    readonly droppedStanding: string;
    readonly first: readonly {
      readonly id: string;
      readonly name: string;
      readonly standing: string;
    }[];
    readonly firstStanding: string;
  } | null;
}

export interface StatementChangesVariables {
  readonly id: string;
}

export const statementChanges: Operation<StatementChangesAnswer, StatementChangesVariables> = { name: "statement-changes", text };
