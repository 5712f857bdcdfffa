import { expect, it } from "vitest";
import type { Explorer } from "../explorer.ts";
import { settled } from "../explorer.ts";

/** A statement, clause by clause. */
export function statementTests({ visit, address }: Explorer): void {
  it("gives each clause an address of its own, and its footnote", () =>
    visit("/statement/admm-plus-12#op-8", async ({ page }) => {
      const clause = page.locator("#op-8");
      expect(await clause.getAttribute("class")).toContain("is-target");
      expect(await clause.locator(".clause-lead").textContent()).toBe("REAFFIRM");
      await page.waitForSelector("#op-8 .side-cite");
      expect(await clause.locator(".side-cite a").first().textContent()).toBe(
        "United Nations Convention on the Law of the Sea",
      );
      await clause.getByRole("button", { name: /footnote/i }).click();
      await clause.getByText("copied").waitFor();
      expect(await page.evaluate<string>("navigator.clipboard.readText()")).toBe(
        `ADMM-Plus Joint Statement, Kuala Lumpur, 1 November 2025, operative clause 8. ${address()}/statement/admm-plus-12#op-8`,
      );
    }));

  it("sums up the clauses where the text is not loaded, and says so", () =>
    visit("/statement/admm-plus-12", async ({ page }) => {
      expect(await page.locator(".legend").textContent()).toContain("The text itself is not loaded");
      expect(await page.locator("#pre-2 .clause-summary").textContent()).not.toBe("");
    }));

  it("says how much of a text was read", () =>
    visit("/statement/admm-plus-1", async ({ page }) => {
      await page.getByRole("note").filter({ hasText: "Only the beginning of the text was read" }).waitFor();
    }));

  it("compares with the statement before", () =>
    visit("/statement/admm-19", async ({ page }) => {
      await page.getByRole("heading", { name: "Beside the statement before it" }).waitFor();
      expect((await page.locator("#changes + .section-note").textContent())?.length).toBeGreaterThan(20);
    }));

  it("marks in its clauses what the statement before it does not cite", () =>
    visit("/statement/admm-plus-12", async ({ page }) => {
      const mark = page
        .locator(".side-cite", { hasText: "Law of the Sea" })
        .getByRole("link", { name: /^(perhaps )?new$/ });
      await mark.waitFor();
      expect(await mark.getAttribute("href")).toBe("#changes");
    }));

  it("goes on to an instrument, and back to where it was", () =>
    visit("/statement/admm-plus-12#op-8", async ({ page }) => {
      await page.locator("#op-8 .side-cite a").first().click();
      await page.waitForURL((url) => url.pathname === "/instrument/unclos");
      await settled(page);
      await page.goBack();
      await page.waitForURL((url) => url.hash === "#op-8");
      await page.locator("#op-8").waitFor();
    }));

  it("says that nothing has an id", () =>
    visit("/statement/none", async ({ page }) => {
      expect(await page.locator("h1").textContent()).toBe("Nothing has this address");
    }));
}
