import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../../root.tsx";

/** Whatever fits some words, grouped by kind. */
export const searchRoute = createRoute({
  getParentRoute: () => root,
  path: "/search",
  component: lazyRouteComponent(() => import("./view.tsx"), "SearchView"),
});
