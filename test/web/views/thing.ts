import { expect, it } from "vitest";
import type { Explorer } from "../explorer.ts";

/** A country, a person, a working group on one axis of time. */
export function thingTests({ visit }: Explorer): void {
  it("draws co-chair terms as bars and activities as dots, each with its name", () =>
    visit("/working-group/cyber-security", async ({ page }) => {
      const chart = page.locator(".time-chart");
      expect(await chart.locator(".time-bar").count()).toBeGreaterThanOrEqual(3);
      expect(await chart.locator(".time-dot").count()).toBeGreaterThanOrEqual(5);
      expect(await chart.locator("a title").first().textContent()).toMatch(/\d{4}/);
    }));

  it("has the initiatives of a working group on the same axis", () =>
    visit("/working-group/cyber-security", async ({ page }) => {
      await page.locator(".time-lane", { hasText: "initiatives" }).waitFor();
    }));

  it("lets a long axis begin later, in the address", () =>
    visit("/country/my", async ({ page }) => {
      const first = page.locator(".time-year").first();
      expect(await first.textContent()).toBe("1967");
      await page.getByLabel("The axis begins in").selectOption("2006");
      await page.waitForURL((url) => url.searchParams.get("since") === "2006");
      await expect.poll(() => first.textContent()).toBe("2006");
      await page.getByText(/earlier ones are in the table only/).waitFor();
    }));

  it.each(["/person/khaled-nordin", "/tenure/none", "/organisation/asean", "/initiative/adi"])(
    "has a page at %s",
    (path) =>
      visit(path, async ({ page }) => {
        const title = await page.locator("h1").textContent();
        expect(title === "Nothing has this address").toBe(path.endsWith("none"));
      }),
  );
}
