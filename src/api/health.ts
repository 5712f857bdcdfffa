import type { Routes } from "./routes.ts";
import { DatabaseTrouble } from "./watch.ts";

/** `/healthz`: the process lives. `/readyz`: the database answers, something is loaded, and its indexes are there. `/metrics`: counts for Prometheus. */
export const healthRoutes: Routes = (app, { engine, metrics }) => {
  const unlimited = { config: { uncounted: true as const } };
  app.get("/healthz", unlimited, () => ({ status: "ok" }));
  app.get("/readyz", unlimited, async (_request, reply) => {
    const found = await engine.ready().catch((error: unknown) => {
      if (error instanceof DatabaseTrouble) return { lacking: "the database cannot be reached" };
      throw error;
    });
    if ("revision" in found) return { status: "ready", revision: found.revision };
    return reply.code(503).send({ status: "not ready", reason: found.lacking });
  });
  app.get("/metrics", unlimited, async (_request, reply) => {
    const text = await metrics.text();
    return reply.type(metrics.type).send(text);
  });
};
