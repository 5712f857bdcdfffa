import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../../root.tsx";

/** What is around a node, as a picture. */
export const graphRoute = createRoute({
  getParentRoute: () => root,
  path: "/graph/$id",
  component: lazyRouteComponent(() => import("./view.tsx"), "GraphView"),
});
