import type { Explorer } from "./explorer.ts";
import { barTests } from "./views/bar.ts";
import { browseTests } from "./views/browse.ts";
import { graphiqlTests } from "./views/graphiql.ts";
import { homeTests } from "./views/home.ts";

/** One view of the explorer: an address of it with its title, looked at by axe in light and dark, and tests of its own. */
export interface TestedView {
  readonly path: string;
  readonly title: string;
  readonly tests?: (explorer: Explorer) => void;
}

/** Every view; one that is missing here is missed by the test that compares this list with the addresses of the server. */
export const views: readonly TestedView[] = [
  { path: "/", title: "ASEAN defence cooperation, with its proof", tests: homeTests },
  { path: "/browse/meetings", title: "Meetings", tests: browseTests },
  { path: "/browse/statements", title: "Statements", tests: barTests },
  { path: "/browse/countries?why=country:my~name", title: "Countries", tests: graphiqlTests },
];
