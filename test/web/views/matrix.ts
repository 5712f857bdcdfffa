import { expect, it } from "vitest";
import type { Explorer } from "../explorer.ts";
import { settled } from "../explorer.ts";

/** The citation matrix. */
export function matrixTests({ visit }: Explorer): void {
  it("opens the clauses of a cell, and the back button closes them", () =>
    visit("/matrix", async ({ page }) => {
      await page
        .getByRole("button", { name: /^UNCLOS in Joint Statement by the ASEAN Defence Ministers. Meeting Plus/ })
        .click();
      const sheet = page.getByRole("dialog");
      await sheet.getByRole("link", { name: "op-8" }).waitFor();
      expect(page.url()).toContain("cell=instrument");
      await page.goBack();
      await sheet.waitFor({ state: "detached" });
    }));

  it("begins with the newest year, or the oldest by the address", () =>
    visit("/matrix", async ({ page }) => {
      const years = () => page.locator(".matrix-year").allTextContents();
      const newest = await years();
      const [undated] = newest.slice(-1);
      expect(undated).toBe("no day");
      expect(newest.slice(0, -1)).toEqual(newest.slice(0, -1).toSorted().reverse());
      await page.getByLabel("Years").selectOption("oldest");
      await page.waitForURL((url) => url.searchParams.get("order") === "oldest");
      await expect.poll(years).toEqual([...newest.slice(0, -1).toReversed(), undated]);
    }));

  it("filters in the address", () =>
    visit("/matrix?part=operative&series=series:admm-plus", async ({ page }) => {
      const lines = await page.locator(".matrix tbody tr").count();
      await page.getByRole("button", { name: "Show all", exact: true }).click();
      await page.waitForURL((url) => url.search === "");
      await settled(page);
      expect(await page.locator(".matrix tbody tr").count()).toBeGreaterThan(lines);
    }));

  it("says what was searched where nothing fits", () =>
    visit("/matrix?from=1999&to=1999", async ({ page }) => {
      await page.getByText("No citation fits these filters").waitFor();
    }));
}
