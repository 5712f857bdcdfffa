/*
 * Measures the extractor: `npm run bench:extract [SECTION …]` prints each figure with what is asked of it, and the same as
 * JSON behind `--json`. What is compared is compared in one run, in processor time, so that a busy machine matters little.
 */
import { projectPath } from "../src/config.ts";
import { readRegistry } from "../ingest/index.ts";
import { holds, type Figure } from "./extract/measure.ts";
import { measureNames } from "./extract/names.ts";
import { measurePages } from "./extract/pages.ts";
import { measureMany, measureShort, measureSizes } from "./extract/whole.ts";
import { measureWorst } from "./extract/worst.ts";

const runs = 5;
const { registry } = readRegistry(projectPath("data"));

const sections: Readonly<Record<string, () => readonly Figure[]>> = {
  names: () => measureNames(runs),
  short: () => [measureShort(registry)],
  many: () => measureMany(registry),
  pages: () => [measurePages(registry, runs)],
  sizes: () => measureSizes(registry, runs),
  worst: () => measureWorst(registry, runs),
};

const given = process.argv.slice(2);
const json = given.includes("--json");
const named = given.filter((word) => word !== "--json");
const unknown = named.find((name) => !(name in sections));
if (unknown !== undefined) {
  console.error(`there is no section ${unknown}: name some of ${Object.keys(sections).join(", ")}`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const [name, measure] of Object.entries(sections)) {
  if (named.length > 0 && !named.includes(name)) continue;
  for (const figure of measure()) {
    figures.push(figure);
    if (!json) console.log(describe(figure));
  }
}
if (json) console.log(JSON.stringify(figures, null, 2));

function describe(figure: Figure): string {
  const { name, value, unit, goal } = figure;
  const asked = goal === null ? "" : "least" in goal ? `at least ${goal.least}` : `at most ${goal.most}`;
  return `${name.padEnd(48)}${value.toFixed(2).padStart(9)} ${unit.padEnd(5)}${asked.padEnd(16)}${holds(figure) ? "" : "missed"}`;
}
