import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { settled } from "./explorer.ts";
import type { Explorer } from "./explorer.ts";

/** Every button of the bar of one view, its link in a new window, its way to GraphiQL and back, and the bar by keyboard alone. */
export function takeawayTests(shared: () => Page, { address }: Explorer): void {
  it("is reached by keyboard alone, with the focus in sight", async () => {
    const page = shared();
    await closePanel(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    for (let stop = 0; stop < 20 && (await focused(page)).text !== "Copy link"; stop += 1) {
      await page.keyboard.press("Tab");
      expect(await focused(page)).toMatchObject({ inSight: true });
    }
    await page.keyboard.press("Enter");
    await page.locator(".bar-said", { hasText: "Link copied" }).waitFor();
  });

  it("can be taken along: link, footnote, GraphQL, GraphiQL and CSV", async () => {
    const page = shared();
    const heading = page.locator("main thead button").first();
    if ((await heading.count()) > 0) {
      await heading.click();
      await page.waitForURL(/\.sort=/);
    }
    const link = await copied(page, "Link");
    expect(link).toBe(page.url());
    const footnote = await copied(page, "Footnote");
    expect(footnote.endsWith(`. ${link}`)).toBe(true);
    expect(footnote.length).toBeGreaterThan(link.length + 20);
    const query = await copied(page, "GraphQL");
    await expectAnswer(address(), { query });
    await expectCsv(page);

    const before = await contentOf(page);
    await page.getByRole("link", { name: "Open in GraphiQL" }).click();
    // Its editor is looked at where it is tested: what the address hands to it is what counts here.
    await page.waitForURL((url) => url.pathname === "/graphiql", { waitUntil: "commit" });
    await expectAnswer(address(), givenIn(page.url()));
    await page.goBack();
    await settled(page);
    expect(await contentOf(page)).toBe(before);

    const other = await page.context().newPage();
    try {
      await other.goto(link);
      await settled(other);
      expect(await contentOf(other)).toBe(before);
    } finally {
      await other.close();
    }
  });
}

/** The query and the variables in an address of GraphiQL. */
function givenIn(address: string): { readonly query: string; readonly variables: unknown } {
  const { hash, search } = new URL(address);
  const given = new URLSearchParams(hash.length > 1 ? hash.slice(1) : search);
  return { query: given.get("query") ?? "", variables: JSON.parse(given.get("variables") ?? "{}") as unknown };
}

/** The panel that says why covers the bar, and opens a moment after the page: it is closed as a reader would. */
async function closePanel(page: Page): Promise<void> {
  if (!new URL(page.url()).searchParams.has("why")) return;
  await page.locator("dialog[open]").waitFor();
  await page.keyboard.press("Escape");
  await page.waitForURL((url) => !url.searchParams.has("why"));
}

async function copied(page: Page, what: "Link" | "Footnote" | "GraphQL"): Promise<string> {
  const clipboard = () => page.evaluate<string>("navigator.clipboard.readText()");
  await page.evaluate("navigator.clipboard.writeText('nothing yet')");
  await page.getByRole("button", { name: new RegExp(`^Copy ${what}$`, "i") }).click();
  await expect.poll(clipboard, { timeout: 20_000 }).not.toBe("nothing yet");
  await page.locator(".bar-said", { hasText: `${what} copied` }).waitFor();
  return clipboard();
}

/** A query that was copied, with nothing beside it, or one that GraphiQL gets with its variables, is one that the server answers. */
async function expectAnswer(address: string, request: object): Promise<void> {
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  const { data, errors } = (await response.json()) as { data?: object; errors?: unknown };
  expect(errors).toBe(undefined);
  expect(Object.values(data ?? {}).flat().length).toBeGreaterThan(0);
}

/** The table as CSV: a heading and as many cells in each line; where the view has no row yet the button says so by being off. */
async function expectCsv(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "CSV", exact: true });
  if (await button.isDisabled()) return;
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toMatch(/^\uFEFF\w+(?:,\w+)+\r\n./);
}

/** What a view shows, without what the last button said. */
function contentOf(page: Page): Promise<string> {
  return page.evaluate<string>(
    "[...document.querySelectorAll('h1, .summary, main td, main th, main h2, main p')].map(({ innerText }) => innerText).join('\\n')",
  );
}

function focused(page: Page): Promise<{ readonly text: string; readonly inSight: boolean }> {
  return page.evaluate(`(() => {
    const at = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const { top, bottom } = at.getBoundingClientRect();
    return { text: at.textContent, inSight: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && bottom > 0 && top < innerHeight };
  })()`);
}
