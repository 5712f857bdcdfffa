import { createRoute } from "@tanstack/react-router";
import { root } from "../../root.tsx";
import { MatrixView } from "./view.tsx";

/** Statements by year against the instruments that they cite. */
export const matrixRoute = createRoute({
  getParentRoute: () => root,
  path: "/matrix",
  component: MatrixView,
});
