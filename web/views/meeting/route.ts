import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../../root.tsx";

/** The whole record of a meeting. */
export const meetingRoute = createRoute({
  getParentRoute: () => root,
  path: "/meeting/$key",
  component: lazyRouteComponent(() => import("./view.tsx"), "MeetingView"),
});
