import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeProblem } from "../../../ingest/problem.ts";
import { recordKinds } from "../../../ingest/registry/records.ts";
import type { ReadRegistry } from "../../../ingest/registry/assemble.ts";
import { readRegistry } from "../../../ingest/registry/read.ts";

/** The smallest files that belong together: what the cases below add their faults to. */
export const base: Readonly<Record<string, string>> = {
  "sources.yaml": `
- id: source:a
  publisher: Ministry of Tests
  title: First page
  kind: ministry
`,
  "series.yaml": `
- id: series:adsom-plus
  name: Senior Officials' Meeting-Plus
  level: senior officials
  sources: [source:a]
  confidence: web page
`,
  "organisations.yaml": `
- id: organisation:asean
  name: ASEAN
  kind: intergovernmental
  sources: [source:a]
  confidence: web page
`,
  "countries.yaml": `
- id: country:my
  name: Malaysia
  iso2: MY
  iso3: MYS
  memberships:
    - { of: organisation:asean, from: "1967-08-08" }
  sources: [source:a]
  confidence: web page

- id: country:au
  name: Australia
  iso2: AU
  iso3: AUS
  participations:
    - { in: series:adsom-plus, as: plus, from: "2010" }
  sources: [source:a]
  confidence: web page
`,
  "meetings.yaml": `
- id: meeting:adsom-plus-1
  name: 1st ADSOM-Plus
  series: series:adsom-plus
  ordinal: 1
  heldOn: "2011-04"
  outcome: unknown
  sources: [source:a]
  confidence: web page
`,
};

/**
 * Reads a data folder that holds the base files with some replaced. `null` takes a file away, bytes are written as they
 * are; every other kind of record has an empty list.
 */
export function readWith(files: Readonly<Record<string, string | Uint8Array | null>>): ReadRegistry {
  const folder = join(mkdtempSync(join(tmpdir(), "adg-data-")), "data");
  try {
    write(folder, { ...empty(), ...base, ...files });
    return readRegistry(folder);
  } finally {
    rmSync(join(folder, ".."), { recursive: true });
  }
}

/** The problems of {@link readWith}, a line each. */
export function problemsWith(files: Readonly<Record<string, string | Uint8Array | null>>): string[] {
  return readWith(files).problems.map(describeProblem);
}

function empty(): Record<string, string> {
  const paths = Object.values(recordKinds).map(({ path }) => path);
  return Object.fromEntries(paths.filter((path) => path.endsWith(".yaml")).map((path) => [path, "[]\n"]));
}

function write(folder: string, files: Readonly<Record<string, string | Uint8Array | null>>): void {
  mkdirSync(join(folder, "statements"), { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    if (content !== null)
      writeFileSync(join(folder, path), typeof content === "string" ? content.trimStart() : content);
  }
}
