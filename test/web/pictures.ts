import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { projectPath } from "../../src/config.ts";
import { withPalette } from "./palette.ts";

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
  await page.evaluate(`(async () => {
    await document.fonts.ready;
    // A graph is drawn some nodes at a time, after the page is there.
    for (let frames = 0; frames < 60; frames += 1) await new Promise(requestAnimationFrame);
  })()`);
  await writeFile(join(folder, `${name}.png`), withPalette(await page.screenshot({ animations: "disabled" })));
}
