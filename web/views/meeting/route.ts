import { createRoute } from "@tanstack/react-router";
import { root } from "../../root.tsx";
import { MeetingView } from "./view.tsx";

/** The whole record of a meeting. */
export const meetingRoute = createRoute({
  getParentRoute: () => root,
  path: "/meeting/$key",
  component: MeetingView,
});
