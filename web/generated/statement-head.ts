// Made from web/views/statement/statement-head.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/statement/statement-head.graphql?raw";

export interface StatementHeadAnswer {
  readonly reports: readonly {
    readonly id: string;
  }[];
  readonly statements: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly issuedOn: string | null;
    readonly authority: string;
    readonly textRead: string;
    readonly textLoaded: boolean;
    readonly confidence: string;
    readonly disputed: readonly string[];
    readonly reference: {
      readonly footnote: string;
    };
    readonly issuedAt: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly issuedBySeries: readonly {
      readonly id: string;
      readonly name: string;
      readonly abbreviation: string | null;
    }[];
    readonly issuedByCountries: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly joinedBy: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly issuedIn: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly copies: readonly {
      readonly id: string;
      readonly publisher: string;
      readonly title: string;
      readonly address: string | null;
      readonly kind: string;
      readonly publishedOn: string | null;
    }[];
    readonly citesConnection: {
      readonly edges: readonly {
        readonly properties: {
          readonly surface: string | null;
          readonly verb: string | null;
          readonly manner: string | null;
          readonly role: string | null;
          readonly basis: string;
          readonly locator: string | null;
        };
        readonly node: {
          readonly id: string;
          readonly name: string;
        };
      }[];
    };
    readonly problems: readonly {
      readonly id: string;
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
    }[];
  }[];
}

export interface StatementHeadVariables {
  readonly id: string;
  readonly report: string;
}

export const statementHead: Operation<StatementHeadAnswer, StatementHeadVariables> = { name: "statement-head", text };
