import { createRoute } from "@tanstack/react-router";
import { root } from "../../root.tsx";
import { DisputesView } from "./view.tsx";

/** Where sources disagree. */
export const disputesRoute = createRoute({
  getParentRoute: () => root,
  path: "/disputes",
  component: DisputesView,
});
