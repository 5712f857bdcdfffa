import { createRoute } from "@tanstack/react-router";
import { root } from "../../root.tsx";
import { InstrumentView } from "./view.tsx";

/** The life of an instrument in the statements. */
export const instrumentRoute = createRoute({
  getParentRoute: () => root,
  path: "/instrument/$key",
  component: InstrumentView,
});
