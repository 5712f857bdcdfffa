import { createRoute } from "@tanstack/react-router";
import { root } from "../../root.tsx";
import { HomeView } from "./view.tsx";

/** What is here, on one screen. */
export const homeRoute = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: HomeView,
});
