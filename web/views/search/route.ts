import { createRoute } from "@tanstack/react-router";
import { root } from "../../root.tsx";
import { SearchView } from "./view.tsx";

/** Whatever fits some words, grouped by kind. */
export const searchRoute = createRoute({
  getParentRoute: () => root,
  path: "/search",
  component: SearchView,
});
