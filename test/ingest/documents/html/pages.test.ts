import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRegistry } from "../../../../ingest/registry/read.ts";
import { scoreFolder } from "../../../../src/score/folder.ts";

const project = join(import.meta.dirname, "..", "..", "..", "..");
const { registry } = readRegistry(join(project, "data"));

describe("six whole pages", () => {
  it("are read without a miss and without a find too many", async () => {
    const { score } = await scoreFolder(join(project, "test", "documents", "pages"), registry);
    const wrong = [...score].flatMap(([measure, { extra, missed }]) => [
      ...extra.map((each) => `${measure} extra ${JSON.stringify(each)}`),
      ...missed.map((each) => `${measure} missed ${JSON.stringify(each)}`),
    ]);
    expect(wrong).toEqual([]);
    expect(score.get("clause boundaries")?.right).toBeGreaterThan(45);
  });
});
