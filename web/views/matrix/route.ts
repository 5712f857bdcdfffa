import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../../root.tsx";

/** Statements by year against the instruments that they cite. */
export const matrixRoute = createRoute({
  getParentRoute: () => root,
  path: "/matrix",
  component: lazyRouteComponent(() => import("./view.tsx"), "MatrixView"),
});
