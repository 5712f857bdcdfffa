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

  it("says what was searched where nothing fits", () =>
    visit("/search?q=zzzzqqqq", async ({ page }) => {
      await page.getByText(/^Nothing fits “zzzzqqqq”/).waitFor();
    }));
}
