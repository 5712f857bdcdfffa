import { expect, it } from "vitest";
import type { Explorer } from "../explorer.ts";

/** The first page. */
export function homeTests({ visit, address }: Explorer): void {
  it("tells in one screen what is here, and leads to three questions", () =>
    visit("/", async ({ page }) => {
      expect(await page.locator(".home-questions a").count()).toBe(3);
      expect(await page.locator(".home-counts li").first().textContent()).toMatch(/^\d+ statements$/);
      expect(await page.locator(".frame-foot").textContent()).toContain("revision:");
    }));

  it("loads at most 200 kB of script for the first view", async () => {
    let bytes = 0;
    await visit("/", async ({ page }) => {
      const names = await page.evaluate<string[]>("performance.getEntriesByType('resource').map(({ name }) => name)");
      for (const name of names.filter((name) => name.endsWith(".js"))) {
        const answer = await fetch(name, { headers: { "accept-encoding": "br" } });
        bytes += Number(answer.headers.get("content-length"));
      }
    });
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(200_000);
  });

  it("answers files by their exact address only", async () => {
    const statusOf = async (path: string) => (await fetch(address() + path)).status;
    expect(await statusOf("/assets/%2e%2e%2f%2e%2e%2fpackage.json")).toBe(404);
    expect(await statusOf("/assets/none.js")).toBe(404);
    expect(await statusOf("/nowhere")).toBe(404);
    expect(await statusOf("/statement/any-key")).toBe(200);
  });

  it("is kept by the browser as long as it does not change", async () => {
    const page = await fetch(`${address()}/`);
    const etag = page.headers.get("etag") ?? "";
    expect(page.headers.get("cache-control")).toBe("no-cache");
    expect((await fetch(`${address()}/`, { headers: { "if-none-match": etag } })).status).toBe(304);
    const script = /src="([^"]+)"/.exec(await page.text())?.[1] ?? "";
    expect((await fetch(address() + script)).headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });
}
