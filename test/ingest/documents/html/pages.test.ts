import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRegistry } from "../../../../ingest/registry/read.ts";
import { scoreFolder } from "../../../../src/score/folder.ts";

const project = join(import.meta.dirname, "..", "..", "..", "..");
const { registry } = readRegistry(join(project, "data"));

/** What the reading of a page decides; how names are understood is measured on all documents together. */
const measures = ["clause boundaries", "parts", "roles", "numbers", "parents", "instruments", "dates", "metadata", "offsets"];

describe("six whole pages", () => {
  it("are read without a miss and without a find too many", async () => {
    const { score } = await scoreFolder(join(project, "test", "documents", "pages"), registry);
    const wrong = measures.flatMap((measure) => [
      ...(score.get(measure)?.extra ?? []).map((each) => `${measure} extra ${JSON.stringify(each)}`),
      ...(score.get(measure)?.missed ?? []).map((each) => `${measure} missed ${JSON.stringify(each)}`),
    ]);
    expect(wrong).toEqual([]);
    expect(score.get("clause boundaries")?.right).toBeGreaterThan(45);
    expect(score.get("instruments")?.right).toBeGreaterThan(8);
  });
});
