import type { Page } from "playwright-core";
import { it } from "vitest";
import { keepPicture } from "../pictures.ts";
import type { Explorer } from "../explorer.ts";

/** GraphiQL with the questions of questions/ in it. */
export function graphiqlTests({ visit }: Explorer): void {
  it("answers a question of the list", () =>
    visit("/graphiql?question=members", async ({ page }) => {
      await page.getByRole("link", { name: "Who was a member on a day?" }).waitFor();
      await execute(page, "membersOn");
      await page.locator(".result-window", { hasText: "organisation:asean" }).waitFor();
      await keepPicture(page, "graphiql", { width: 1200, scheme: "light" });
    }));

  it.each(["?", "#"])("takes a query and its variables from the address after %s", (sign) =>
    visit(
      `/graphiql${sign}${new URLSearchParams({ query: "query Q($n: Int) { countries(limit: $n) { id } }", variables: '{"n": 1}' }).toString()}`,
      async ({ page }) => {
        await execute(page, "countries");
        await page.locator(".result-window", { hasText: "truncated" }).waitFor();
      },
    ),
  );
}

/** Runs the query once the editor has it: a click before then runs nothing. */
async function execute(page: Page, field: string): Promise<void> {
  await page.locator(".graphiql-query-editor .view-lines", { hasText: field }).waitFor();
  await page.getByRole("button", { name: /Execute query/ }).click();
}
