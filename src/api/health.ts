import type { Routes } from "./routes.ts";
import { DatabaseTrouble } from "./watch.ts";

/** `/healthz`: the process lives. `/readyz`: the database answers and something is loaded. `/metrics`: counts for Prometheus. */
export const healthRoutes: Routes = (app, { engine, metrics }) => {
  const unlimited = { config: { rateLimit: false as const } };
  app.get("/healthz", unlimited, () => ({ status: "ok" }));
  app.get("/readyz", unlimited, async (_request, reply) => {
    const revision = await engine.ready().catch((error: unknown) => {
      if (error instanceof DatabaseTrouble) return undefined;
      throw error;
    });
    if (typeof revision === "string") return { status: "ready", revision };
    const reason = revision === null ? "nothing is loaded yet: run adg ingest" : "the database cannot be reached";
    return reply.code(503).send({ status: "not ready", reason });
  });
  app.get("/metrics", unlimited, async (_request, reply) => {
    const text = await metrics.text();
    return reply.type(metrics.type).send(text);
  });
};
