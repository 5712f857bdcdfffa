import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../../root.tsx";

/** A statement, clause by clause. */
export const statementRoute = createRoute({
  getParentRoute: () => root,
  path: "/statement/$key",
  component: lazyRouteComponent(() => import("./view.tsx"), "StatementView"),
});

/** A report, paragraph by paragraph. */
export const reportRoute = createRoute({
  getParentRoute: () => root,
  path: "/report/$key",
  component: lazyRouteComponent(() => import("./report-view.tsx"), "ReportView"),
});
