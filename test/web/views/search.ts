import { expect, it } from "vitest";
import type { Explorer } from "../explorer.ts";

/** Search as you type. */
export function searchTests({ visit }: Explorer): void {
  it("searches while one types, grouped by kind, and the address restores it", () =>
    visit("/", async ({ page }) => {
      await page.getByRole("searchbox").pressSequentially("unclos", { delay: 20 });
      await page.waitForURL((url) => url.pathname === "/search" && url.searchParams.get("q") === "unclos");
      const link = page.getByRole("link", { name: "United Nations Convention on the Law of the Sea", exact: true });
      await link.waitFor();
      expect(await page.getByRole("heading", { name: "Instrument" }).count()).toBe(1);
      await link.click();
      await page.waitForURL((url) => url.pathname === "/instrument/unclos");
    }));

  it("goes from hit to hit by arrow keys, and back to the box", () =>
    visit("/search?q=maritime", async ({ page }) => {
      const focused = () => page.evaluate("document.activeElement.getAttribute('href') ?? document.activeElement.id");
      const links = await page.evaluate<string[]>(
        "[...document.querySelectorAll('.search-hits a')].map((link) => link.getAttribute('href'))",
      );
      await page.getByRole("searchbox").press("ArrowDown");
      expect(await focused()).toBe(links[0]);
      await page.keyboard.press("ArrowDown");
      expect(await focused()).toBe(links[1]);
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      expect(await focused()).toBe("search");
    }));

  it("says what was searched where nothing fits", () =>
    visit("/search?q=zzzzqqqq", async ({ page }) => {
      await page.getByText(/^Nothing fits “zzzzqqqq”/).waitFor();
    }));
}
