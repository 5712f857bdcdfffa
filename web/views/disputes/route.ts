import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../../root.tsx";

/** Where sources disagree. */
export const disputesRoute = createRoute({
  getParentRoute: () => root,
  path: "/disputes",
  component: lazyRouteComponent(() => import("./view.tsx"), "DisputesView"),
});
