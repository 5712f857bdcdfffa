import type { Explorer } from "./explorer.ts";
import { barTests } from "./views/bar.ts";
import { browseTests } from "./views/browse.ts";
import { graphTests } from "./views/graph.ts";
import { graphiqlTests } from "./views/graphiql.ts";
import { homeTests } from "./views/home.ts";
import { hostileTests, hostileTitle } from "./views/hostile.ts";
import { matrixTests } from "./views/matrix.ts";
import { searchTests } from "./views/search.ts";
import { statementTests } from "./views/statement.ts";
import { thingTests } from "./views/thing.ts";

/** One view of the explorer: an address of it with its title, looked at by axe in light and dark, and tests of its own. */
export interface TestedView {
  readonly path: string;
  readonly title: string;
  readonly tests?: (explorer: Explorer) => void;
  /** Name of its picture in docs/explorer/. */
  readonly picture?: string;
}

/** Every view. */
export const views: readonly TestedView[] = [
  { path: "/", picture: "home", title: "ASEAN defence cooperation, with its proof", tests: homeTests },
  { path: "/browse/meetings", picture: "browse", title: "Meetings", tests: browseTests },
  {
    path: "/browse/statements?why=statement:admm-plus-12~issuedOn",
    picture: "why",
    title: "Statements",
    tests: barTests,
  },
  {
    path: "/statement/admm-plus-12",
    picture: "statement",
    title: "Joint Statement by the ASEAN Defence Ministers' Meeting Plus (ADMM-PLUS)",
    tests: statementTests,
  },
  { path: "/statement/hostile", title: hostileTitle, tests: hostileTests },
  { path: "/matrix?from=2019", picture: "matrix", title: "Which statement cites which instrument", tests: matrixTests },
  { path: "/instrument/tac", picture: "instrument", title: "Treaty of Amity and Cooperation in Southeast Asia" },
  { path: "/meeting/admm-plus-12", picture: "meeting", title: "12th ADMM-Plus" },
  {
    path: "/working-group/cyber-security",
    picture: "working-group",
    title: "EWG on Cyber Security",
    tests: thingTests,
  },
  { path: "/country/my", picture: "country", title: "Malaysia" },
  { path: "/person/khaled-nordin", picture: "person", title: "Mohamed Khaled Nordin" },
  { path: "/disputes", picture: "disputes", title: "Where the sources disagree" },
  { path: "/search?q=maritime", picture: "search", title: "“maritime”", tests: searchTests },
  {
    path: "/graph/instrument:unclos?open=instrument:unclos~citedBy~1",
    picture: "graph",
    title: "Around United Nations Convention on the Law of the Sea",
    tests: graphTests,
  },
];

/** Pages beside the views of the explorer. */
export const otherTests = [graphiqlTests];
