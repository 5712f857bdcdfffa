import { createRoute } from "@tanstack/react-router";
import { root } from "../../root.tsx";
import { ThingView } from "./view.tsx";

const component = ThingView;

/** Things whose page is a time line of what they took part in, and where texts name them. */
export const thingRoutes = [
  createRoute({ getParentRoute: () => root, path: "/country/$key", component }),
  createRoute({ getParentRoute: () => root, path: "/person/$key", component }),
  createRoute({ getParentRoute: () => root, path: "/working-group/$key", component }),
  createRoute({ getParentRoute: () => root, path: "/organisation/$key", component }),
  createRoute({ getParentRoute: () => root, path: "/series/$key", component }),
  createRoute({ getParentRoute: () => root, path: "/initiative/$key", component }),
  createRoute({ getParentRoute: () => root, path: "/activity/$key", component }),
  createRoute({ getParentRoute: () => root, path: "/tenure/$key", component }),
  createRoute({ getParentRoute: () => root, path: "/term/$key", component }),
  createRoute({ getParentRoute: () => root, path: "/place/$key", component }),
  createRoute({ getParentRoute: () => root, path: "/group/$key", component }),
  createRoute({ getParentRoute: () => root, path: "/topic/$key", component }),
  createRoute({ getParentRoute: () => root, path: "/concept/$key", component }),
] as const;
