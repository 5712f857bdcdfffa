// Made from questions/instrument-life.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../questions/instrument-life.graphql?raw";

export interface InstrumentLifeAnswer {
  readonly instruments: readonly {
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly symbol: string | null;
    readonly officialPage: string | null;
    readonly disputed: readonly string[];
    readonly confidence: string;
  }[];
  readonly instrumentLife: {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly status: string;
    readonly abbreviation: string | null;
    readonly adoptedOn: string | null;
    readonly inForceOn: string | null;
    readonly statements: number;
    readonly times: number;
    readonly first: {
      readonly statement: {
        readonly id: string;
        readonly name: string;
      };
      readonly issuedOn: string | null;
    } | null;
    readonly firstStanding: string;
    readonly last: {
      readonly statement: {
        readonly id: string;
        readonly name: string;
      };
      readonly issuedOn: string | null;
    } | null;
    readonly lastStanding: string;
    readonly series: readonly {
      readonly series: {
        readonly id: string;
        readonly name: string;
      };
      readonly statements: number;
      readonly times: number;
      readonly first: {
        readonly issuedOn: string | null;
      } | null;
      readonly firstStanding: string;
      readonly last: {
        readonly issuedOn: string | null;
      } | null;
      readonly lastStanding: string;
    }[];
    readonly citations: readonly {
      readonly statement: {
        readonly id: string;
        readonly name: string;
      };
      readonly series: readonly {
        readonly id: string;
        readonly name: string;
      }[];
      readonly issuedOn: string | null;
      readonly authority: string;
      readonly textRead: string;
      readonly times: number;
      readonly parts: readonly string[];
      readonly verbs: readonly string[];
      readonly roles: readonly string[];
      readonly basis: string;
    }[];
    readonly years: readonly {
      readonly year: string;
      readonly times: number;
      readonly statements: number;
      readonly issued: number;
      readonly unread: number;
      readonly verbs: readonly string[];
    }[];
    readonly company: readonly {
      readonly instrument: {
        readonly id: string;
        readonly name: string;
      };
      readonly statements: number;
      readonly clauses: number;
    }[];
    readonly parties: readonly {
      readonly party: {
        readonly id: string;
        readonly name: string;
      };
      readonly signedOn: string | null;
      readonly depositedOn: string | null;
      readonly inForceOn: string | null;
      readonly how: string | null;
      readonly sources: readonly string[];
    }[];
    readonly succeeds: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly succeededBy: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly amends: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly amendedBy: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly establishes: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly adoptedAt: readonly {
      readonly id: string;
      readonly name: string;
    }[];
  } | null;
}

export interface InstrumentLifeVariables {
  readonly instrument: string;
}

export const instrumentLife: Operation<InstrumentLifeAnswer, InstrumentLifeVariables> = { name: "instrument-life", text };
