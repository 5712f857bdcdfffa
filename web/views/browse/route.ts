import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../../root.tsx";

/** All things of one kind as a table. */
export const browseRoute = createRoute({
  getParentRoute: () => root,
  path: "/browse/$kind",
  component: lazyRouteComponent(() => import("./view.tsx"), "BrowseView"),
});
