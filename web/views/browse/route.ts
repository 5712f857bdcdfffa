import { createRoute } from "@tanstack/react-router";
import { root } from "../../root.tsx";
import { BrowseView } from "./view.tsx";

/** All things of one kind as a table. */
export const browseRoute = createRoute({
  getParentRoute: () => root,
  path: "/browse/$kind",
  component: BrowseView,
});
