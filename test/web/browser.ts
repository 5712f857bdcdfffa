import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

/** Where Chromium usually is; ADG_CHROMIUM names another one. */
const places = [
  process.env.ADG_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser that is installed here, undefined where there is none. */
export const executable = places.find((place) => place !== undefined && existsSync(place));

/** What to say where there is none. */
export const noBrowser = "no Chromium here: install one (apt install chromium) or name it in ADG_CHROMIUM";

/** The browser, with nothing in it that asks other machines. */
export function launchBrowser(): Promise<Browser> {
  const quiet = ["quic", "background-networking", "component-update", "sync", "gpu"].map((name) => `--disable-${name}`);
  return chromium.launch({ executablePath: executable ?? "", args: [...quiet, "--no-sandbox", "--no-first-run"] });
}
