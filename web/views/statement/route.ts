import { createRoute } from "@tanstack/react-router";
import { root } from "../../root.tsx";
import { ReportView } from "./report-view.tsx";
import { StatementView } from "./view.tsx";

/** A statement, clause by clause. */
export const statementRoute = createRoute({
  getParentRoute: () => root,
  path: "/statement/$key",
  component: StatementView,
});

/** A report, paragraph by paragraph. */
export const reportRoute = createRoute({
  getParentRoute: () => root,
  path: "/report/$key",
  component: ReportView,
});
