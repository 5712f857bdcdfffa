import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";

/** A page of the explorer in a browser of its own, and what is wrong with it so far. */
export interface Visit {
  readonly page: Page;
  /** Errors on the console, errors of scripts, and requests to another origin. */
  readonly complaints: readonly string[];
}

/** The explorer that the tests visit; tests add their parts to one file, which has one server, one browser and one load for all. */
export interface Explorer {
  /** Opens an address, waits until its answers are there, and closes it after `work`. Fails on any complaint. */
  readonly visit: (path: string, work: (visit: Visit) => Promise<void>) => Promise<void>;
  /** `http://127.0.0.1:4000`, without a path. */
  readonly address: () => string;
}

/** How each view is looked at: width in pixels, and light or dark. */
export const looks = [
  { width: 1440, scheme: "light" },
  { width: 1440, scheme: "dark" },
  { width: 360, scheme: "dark" },
  { width: 360, scheme: "light" },
] as const;

/** Opens addresses of one server in one window of a browser. */
export function explorerAt(context: () => BrowserContext, address: () => string): Explorer {
  const visit: Explorer["visit"] = async (path, work) => {
    const page = await context().newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(address()) && !/^(?:data|blob):/.test(request.url()))
        complaints.push(request.url());
    });
    try {
      await page.goto(address() + path);
      await settled(page);
      await work({ page, complaints });
      expect(complaints).toEqual([]);
    } finally {
      await page.close();
    }
  };
  return { visit, address };
}

/** Waits until nothing is being asked or drawn any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector("h1, .graphiql-query-editor");
  await page.waitForSelector(".asking", { state: "detached" });
  await page.waitForSelector("[aria-busy=true]", { state: "detached" });
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds serious or critical on a page, by WCAG 2.2 AA: the rule and the first place. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate<readonly Finding[]>(`${axe};
    axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then((result) => result.violations)
  `);
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}

/** Whether the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)");
}
