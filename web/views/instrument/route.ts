import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../../root.tsx";

/** The life of an instrument in the statements. */
export const instrumentRoute = createRoute({
  getParentRoute: () => root,
  path: "/instrument/$key",
  component: lazyRouteComponent(() => import("./view.tsx"), "InstrumentView"),
});
