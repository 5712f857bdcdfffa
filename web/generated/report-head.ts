// Made from web/views/statement/report-head.graphql by `npm run types:web`.
import type { Operation } from "../ask/operation.ts";
import text from "../../web/views/statement/report-head.graphql?raw";

export interface ReportHeadAnswer {
  readonly reports: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly issuedOn: string | null;
    readonly textLoaded: boolean;
    readonly confidence: string;
    readonly disputed: readonly string[];
    readonly reference: {
      readonly footnote: string;
    };
    readonly aboutMeetings: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly aboutSeries: readonly {
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
    readonly problems: readonly {
      readonly id: string;
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
    }[];
  }[];
}

export interface ReportHeadVariables {
  readonly id: string;
}

export const reportHead: Operation<ReportHeadAnswer, ReportHeadVariables> = { name: "report-head", text };
