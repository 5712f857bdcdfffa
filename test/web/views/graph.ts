import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import type { Explorer } from "../explorer.ts";

/** The neighbourhood graph. */
export function graphTests({ visit }: Explorer): void {
  it("opens a relation with its count, and the back button takes it back", () =>
    visit("/graph/instrument:unclos", async ({ page }) => {
      const summary = page.locator(".summary");
      expect(await summary.textContent()).toMatch(/^1 node and 0 edges/);
      await page.getByRole("button", { name: /^Cited by/ }).click();
      await summary.getByText(/^\d+ nodes and \d+ edges/).waitFor();
      const nodes = Number(/^(\d+)/.exec((await summary.textContent()) ?? "")?.[1]);
      expect(nodes).toBeGreaterThan(5);
      await page.reload();
      await summary.getByText(new RegExp(`^${nodes} nodes`)).waitFor();
      await page.goBack();
      await summary.getByText(/^1 node/).waitFor();
    }));

  it("saves the picture as SVG and PNG", () =>
    visit("/graph/country:my?open=country:my~memberOf~1", async ({ page }) => {
      await page.locator(".graph-canvas canvas").first().waitFor();
      const saved = async (button: string) => {
        const waiting = page.waitForEvent("download");
        await page.getByRole("button", { name: button, exact: true }).click();
        return readFile(await (await waiting).path());
      };
      expect((await saved("SVG")).toString("utf8")).toMatch(/^<svg xmlns[\s\S]*Malaysia[\s\S]*<\/svg>$/);
      expect((await saved("PNG")).subarray(1, 4).toString("latin1")).toBe("PNG");
    }));

  it("chooses a node from the list under the picture", () =>
    visit("/graph/series:admm?open=series:admm~meetings~1", async ({ page }) => {
      await page.locator(".graph-canvas canvas").first().waitFor();
      await page.locator(".graph-nodes button").nth(3).click();
      expect(page.url()).toContain("at=meeting");
    }));
}
