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
}

/** Every view. */
export const views: readonly TestedView[] = [
  { path: "/", title: "ASEAN defence cooperation, with its proof", tests: homeTests },
  { path: "/browse/meetings", title: "Meetings", tests: browseTests },
  { path: "/browse/statements?why=statement:admm-plus-12~issuedOn", title: "Statements", tests: barTests },
  {
    path: "/statement/admm-plus-12",
    title: "Joint Statement by the ASEAN Defence Ministers' Meeting Plus (ADMM-PLUS)",
    tests: statementTests,
  },
  { path: "/statement/hostile", title: hostileTitle, tests: hostileTests },
  { path: "/matrix", title: "Which statement cites which instrument", tests: matrixTests },
  { path: "/instrument/tac", title: "Treaty of Amity and Cooperation in Southeast Asia" },
  { path: "/meeting/admm-plus-12", title: "12th ADMM-Plus" },
  { path: "/working-group/cyber-security", title: "EWG on Cyber Security", tests: thingTests },
  { path: "/country/my", title: "Malaysia" },
  { path: "/person/khaled-nordin", title: "Mohamed Khaled Nordin" },
  { path: "/disputes", title: "Where the sources disagree" },
  { path: "/search?q=maritime", title: "“maritime”", tests: searchTests },
  {
    path: "/graph/instrument:unclos?open=instrument:unclos~citedBy~1",
    title: "Around United Nations Convention on the Law of the Sea",
    tests: graphTests,
  },
];

/** Pages beside the views of the explorer. */
export const otherTests = [graphiqlTests];
