import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";

/** A page of the explorer in a browser of its own, and what is wrong with it so far. */
export interface Visit {
  readonly page: Page;
  /** Errors on the console, errors of scripts, and requests to another origin. */
  readonly complaints: readonly string[];
}

/** A page that the tests of one view share, in the order in which they stand. */
export interface SharedVisit {
  /** The page, once it is there. */
  readonly page: () => Page;
}

/** The explorer that the tests visit; tests add their parts to one file, which has one server, one browser and one load for all. */
export interface Explorer {
  /** Opens an address, waits until its answers are there, and closes it after `work`. Fails on any complaint. */
  readonly visit: (path: string, work: (visit: Visit) => Promise<void>) => Promise<void>;
  /** Opens an address once for all tests of the block that calls it. Each of them fails on a complaint. */
  readonly share: (path: string) => SharedVisit;
  /** `http://127.0.0.1:4000`, without a path. */
  readonly address: () => string;
}

/** How each view is looked at: width in pixels, light or dark, and by which rules: what light and dark changes is colours only. */
export const looks = [
  { width: 1440, scheme: "light", rules: "all" },
  { width: 1440, scheme: "dark", rules: "colours" },
  { width: 360, scheme: "dark", rules: "all" },
  { width: 360, scheme: "light", rules: "colours" },
] as const;

/** Opens addresses of one server in one window of a browser. */
export function explorerAt(context: () => BrowserContext, address: () => string): Explorer {
  async function open(path: string): Promise<Visit> {
    const page = await context().newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(address()) && !/^(?:data|blob):/.test(request.url()))
        complaints.push(request.url());
    });
    await page.goto(address() + path);
    await settled(page);
    return { page, complaints };
  }

  const visit: Explorer["visit"] = async (path, work) => {
    const visited = await open(path);
    try {
      await work(visited);
      expect(visited.complaints).toEqual([]);
    } finally {
      await visited.page.close();
    }
  };

  const share: Explorer["share"] = (path) => {
    let shared: Visit | undefined;
    beforeAll(async () => {
      shared = await open(path);
    });
    afterEach(() => {
      expect(shared?.complaints).toEqual([]);
    });
    afterAll(() => shared?.page.close());
    return {
      page: () => {
        if (!shared) throw new Error(`${path} was not opened`);
        return shared.page;
      },
    };
  };

  return { visit, share, address };
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

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Rules whose finding hangs on colours. */
const colourRules = ["color-contrast", "link-in-text-block"];

/** What axe finds serious or critical on a page, by WCAG 2.2 AA or by the rules of it about colours: the rule and the first place. */
export async function seriousFindings(page: Page, rules: "all" | "colours"): Promise<readonly string[]> {
  // It is half a megabyte of script.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe);
  const options = { runOnly: rules === "all" ? standards : colourRules, resultTypes: ["violations"], preload: false };
  const found = await page.evaluate<readonly Finding[]>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}

/** Whether the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)");
}
