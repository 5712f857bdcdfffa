import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { projectPath } from "../../src/config.ts";

const folder = projectPath("docs", "explorer");

/** Whether this run makes the pictures of docs/explorer.md (`npm run screenshots`), on the curated facts and nothing else. */
export const forDocs = Boolean(process.env.ADG_SCREENSHOTS);

/** Keeps a picture for docs/explorer.md where this run is for them; else nothing. */
export async function keepPicture(
  page: Page,
  name: string | undefined,
  look: { width: number; scheme: "light" | "dark" },
): Promise<void> {
  if (name === undefined || !forDocs) return;
  await mkdir(folder, { recursive: true });
  await page.setViewportSize({ width: look.width, height: 1_000 });
  await page.emulateMedia({ colorScheme: look.scheme });
  // The picture of a graph moves into its place.
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
}
