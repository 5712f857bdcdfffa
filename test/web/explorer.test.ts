import { existsSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ingest } from "../../ingest/index.ts";
import { projectPath } from "../../src/config.ts";
import { startApi } from "../neo4j/api-server.ts";
import type { Api } from "../neo4j/api-server.ts";
import { foldersWith } from "../neo4j/folders.ts";
import { freshGraph } from "../neo4j/graph.ts";
import { executable, launchBrowser, noBrowser } from "./browser.ts";
import { explorerAt, looks, overflow, seriousFindings } from "./explorer.ts";
import { forDocs, keepPicture } from "./pictures.ts";
import { takeawayTests } from "./takeaway.ts";
import { otherTests, views } from "./views.ts";
import { hostileQueries, hostileTitle } from "./views/hostile.ts";

/*
 * The explorer in a real browser on the whole curated field: one load, one server and one browser for all of it.
 */

/** How to close what was opened, in the order of opening. */
const opened: (() => Promise<unknown>)[] = [];
let api: Api;
let context: BrowserContext;

const explorer = explorerAt(
  () => context,
  () => api.address,
);

describe.skipIf(executable === undefined)(
  executable === undefined ? `the explorer (${noBrowser})` : "the explorer",
  () => {
    beforeAll(async () => {
      if (!existsSync(projectPath("web", "dist", "index.html"))) throw new Error("Run npm run build:web first.");
      const graph = await freshGraph();
      opened.push(() => graph.driver.close());
      await ingest(foldersWith(join(import.meta.dirname, "documents")), [], {
        driver: graph.driver,
        database: graph.name,
        maxRows: 200_000,
        dryRun: false,
        onProgress: () => undefined,
      });
      // No picture for the docs shows them.
      for (const query of forDocs ? [] : hostileQueries) {
        await graph.driver.executeQuery(query, { title: hostileTitle }, { database: graph.name });
      }
      api = await startApi(graph, { ADG_QUERY_TIMEOUT_MS: "60000", ADG_RATE_PER_MINUTE: "0" });
      opened.push(api.stop);
      const browser = await launchBrowser();
      opened.push(() => browser.close());
      context = await browser.newContext();
      // A machine that does other work beside is slow, not broken.
      context.setDefaultTimeout(60_000);
      await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: api.address });
    });

    afterAll(async () => {
      for (const close of opened.reverse()) await close();
    });

    for (const { path, title, picture, tests } of views) {
      if (forDocs && picture === undefined) continue;
      describe(path, () => {
        describe("opened once", () => {
          const { page: shared } = explorer.share(path);
          it("shows itself to everybody, in light and dark, wide and narrow", async () => {
            const page = shared();
            expect(await page.locator("h1").textContent()).toBe(title);
            expect(await page.title()).toBe(`${title} · ASEAN Defence Graph`);
            await keepPicture(page, picture, { width: 1200, scheme: "light" });
            for (const { width, scheme, rules } of looks) {
              await page.setViewportSize({ width, height: 900 });
              await page.emulateMedia({ colorScheme: scheme });
              const findings = await seriousFindings(page, rules);
              expect({ width, scheme, findings }).toEqual({ width, scheme, findings: [] });
              expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 });
            }
            await page.setViewportSize({ width: 1280, height: 720 });
          });
          if (!path.includes("hostile")) takeawayTests(shared, explorer);
        });
        tests?.(explorer);
      });
    }

    describe("/graphiql", () => {
      for (const tests of otherTests) tests(explorer);
    });
  },
);
