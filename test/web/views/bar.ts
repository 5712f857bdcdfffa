import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import type { Explorer } from "../explorer.ts";

/** The bar of every view, and the panel that says why. */
export function barTests({ visit, address }: Explorer): void {
  it("copies link, footnote and GraphQL, opens GraphiQL and saves CSV", () =>
    visit("/browse/statements?list.sort=name", async ({ page }) => {
      const copied = async (button: string) => {
        await page.getByRole("button", { name: button }).click();
        await page.locator(".bar-said", { hasText: "copied" }).waitFor();
        return page.evaluate<string>("navigator.clipboard.readText()");
      };
      expect(await copied("Copy link")).toBe(`${address()}/browse/statements?list.sort=name`);
      expect(await copied("Copy footnote")).toMatch(/^ASEAN Defence Graph, list of statements, revision:\w+\. http/);
      expect(await copied("Copy GraphQL")).toMatch(/^query BrowseStatements/);
      const link = page.getByRole("link", { name: "Open in GraphiQL" });
      expect(await link.getAttribute("href")).toMatch(/^\/graphiql\?query=query\+BrowseStatements/);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "CSV" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("statements.csv");
      const text = await readFile(await download.path(), "utf8");
      expect(text.split("\r\n")[0]).toBe("\uFEFFissuedOn,name,authority,textRead,cites");
      expect(text.split("\r\n").length).toBeGreaterThan(30);
    }));

  it("says why: the panel is in the address, and Escape closes it", () =>
    visit("/browse/meetings?why=meeting:admm-plus-12~heldOn", async ({ page }) => {
      const panel = page.getByRole("dialog");
      await panel.getByText("1 November 2025").first().waitFor();
      expect(await panel.getByRole("link").first().getAttribute("href")).toMatch(/^https?:/);
      await page.keyboard.press("Escape");
      await page.waitForURL((url) => !url.searchParams.has("why"));
    }));

  it("says under a title of its own that a page could not be had, and asks again", () =>
    visit("/", async ({ page, complaints }) => {
      await page.route("**/graphql", (route) => route.fulfill({ status: 503, body: "{}" }));
      await page.getByRole("link", { name: /^Who cites the Convention/ }).click();
      const alert = page.getByRole("alert");
      await alert.getByText("No answer for the instrument unclos.").waitFor();
      expect(await page.title()).toBe("The instrument unclos · ASEAN Defence Graph");
      await page.unroute("**/graphql");
      await alert.getByRole("button", { name: "Try again" }).click();
      await page.locator("h1", { hasText: "United Nations Convention" }).waitFor();
      (complaints as string[]).length = 0;
    }));

  it("says that newer data was loaded while the page was open, and shows it", () =>
    visit("/", async ({ page }) => {
      await page.route("**/graphql", async (route) => {
        const response = await route.fetch();
        const text = await response.text();
        await route.fulfill({ response, body: text.replaceAll(/"revision":"[^"]*"/g, '"revision":"revision:newer"') });
      });
      await page.getByRole("link", { name: "Instruments", exact: true }).click();
      await page.getByText("Newer data was loaded while this page was open.").waitFor();
      await page.getByRole("button", { name: "Show the newer data" }).click();
      await page.getByText("Newer data was loaded").waitFor({ state: "detached" });
      await page.locator("tbody tr").first().waitFor();
      await page.getByRole("button", { name: "Copy footnote" }).click();
      await page.locator(".bar-said", { hasText: "copied" }).waitFor();
      expect(await page.evaluate("navigator.clipboard.readText()")).toContain("revision:newer");
    }));

  it("says what to do where the server does not answer, and asks again", () =>
    visit("/", async ({ page, complaints }) => {
      await page.route("**/graphql", (route) => route.fulfill({ status: 503, body: "{}" }));
      await page.getByRole("link", { name: "Instruments", exact: true }).click();
      const alert = page.getByRole("alert");
      await alert.waitFor();
      expect(await alert.textContent()).toContain("No answer for instruments.");
      await page.unroute("**/graphql");
      await alert.getByRole("button", { name: "Try again" }).click();
      await page.locator("tbody tr").first().waitFor();
      (complaints as string[]).length = 0;
    }));

  it("can be cancelled", () =>
    visit("/", async ({ page }) => {
      await page.route("**/graphql", () => undefined);
      await page.getByRole("link", { name: "Instruments", exact: true }).click();
      await page.getByRole("button", { name: "Cancel" }).click();
      await page.getByText("Cancelled: asking for instruments.").waitFor();
      await page.unroute("**/graphql");
      await page.getByRole("button", { name: "Ask again" }).click();
      await page.locator("tbody tr").first().waitFor();
    }));
}
