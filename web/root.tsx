import { createRootRoute } from "@tanstack/react-router";
import { Frame } from "./frame/frame.tsx";
import { Lost } from "./frame/lost.tsx";

/** The route that every view hangs on: the frame around it, and what stands where an address leads nowhere. */
export const root = createRootRoute({ component: Frame, notFoundComponent: Lost });
