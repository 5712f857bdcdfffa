import { expect, it } from "vitest";
import type { Explorer } from "../explorer.ts";
import { settled } from "../explorer.ts";

/** Lists of a kind, as an example of every table. */
export function browseTests({ visit }: Explorer): void {
  it("sorts, filters and pages in the address, so that a copied link restores it", () =>
    visit("/browse/people", async ({ page }) => {
      const first = () => page.locator("tbody tr td").first().textContent();
      await page.getByRole("button", { name: "Person", exact: true }).click();
      await page.getByRole("button", { name: "Person", exact: true }).click();
      const last = await first();
      await page.getByRole("button", { name: "Next" }).click();
      expect(page.url()).toContain("list.sort=-name");
      expect(page.url()).toContain("list.page=2");
      expect(await first()).not.toBe(last);
      const there = await first();
      await page.reload();
      await settled(page);
      expect(await first()).toBe(there);
      await page.goBack();
      await page.waitForURL((url) => !url.searchParams.has("list.page"));
      expect(await first()).toBe(last);
      await page.getByLabel("Filter").fill("no such person");
      await page.getByText("No row holds").waitFor();
      await page.getByRole("button", { name: /Show all/ }).click();
      expect(await first()).toBe(last);
    }));

  it("goes on by keyboard alone", () =>
    visit("/browse/countries", async ({ page }) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
      await page.keyboard.press("Enter");
      expect(await page.evaluate("document.activeElement.id")).toBe("main");
    }));

  it("says what a list does not have, and where an address leads nowhere", () =>
    visit("/browse/nothing", async ({ page }) => {
      expect(await page.locator("h1").textContent()).toBe("No view has this address");
    }));
}
