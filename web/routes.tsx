import { createRouter } from "@tanstack/react-router";
import { Broken } from "./frame/broken.tsx";
import { parseSearch, stringifySearch } from "./frame/use-parameter.ts";
import { root } from "./root.tsx";
import { browseRoute } from "./views/browse/route.ts";
import { disputesRoute } from "./views/disputes/route.ts";
import { graphRoute } from "./views/graph/route.ts";
import { homeRoute } from "./views/home/route.ts";
import { searchRoute } from "./views/search/route.ts";
import { instrumentRoute } from "./views/instrument/route.ts";
import { matrixRoute } from "./views/matrix/route.ts";
import { meetingRoute } from "./views/meeting/route.ts";
import { reportRoute, statementRoute } from "./views/statement/route.ts";
import { thingRoutes } from "./views/thing/route.ts";

/** Every view, one folder of views/ each. Its address also stands in src/api/web.ts, which a test compares. */
const views = [
  homeRoute,
  browseRoute,
  disputesRoute,
  graphRoute,
  instrumentRoute,
  matrixRoute,
  meetingRoute,
  reportRoute,
  searchRoute,
  statementRoute,
  ...thingRoutes,
] as const;

/** What turns an address into a view and back. */
export const router = createRouter({
  routeTree: root.addChildren(views),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: "intent",
  defaultErrorComponent: Broken,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
