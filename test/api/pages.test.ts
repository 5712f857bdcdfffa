import { describe, expect, it } from "vitest";
import { wholeAnswer } from "../../src/api/pages.ts";
import type { Page } from "../../src/api/pages.ts";

const paged = "query Q($offset: Int = 0) { ids { id } rows: things(limit: 2, offset: $offset) { id } }";

/** Answers with two of `count` rows from the offset on, as the API does, and keeps the offsets that it was asked for. */
function api(count: number, revisions: readonly string[] = []) {
  const offsets: unknown[] = [];
  const ask = ({ offset = 0 }: Readonly<Record<string, unknown>>): Promise<Page> => {
    const from = Number(offset);
    const rows = [0, 1].map((index) => from + index).filter((index) => index < count);
    const cut = from + 2 < count ? [{ list: "rows", limit: 2, times: 1 }] : [];
    const revision = revisions[offsets.length] ?? "r";
    offsets.push(offset);
    const truncated = [...cut, { list: "rows.inner", limit: 5, times: 1 }];
    return Promise.resolve({ data: { ids: ["x"], rows }, revision, truncated });
  };
  return { ask, offsets };
}

describe("a whole answer", () => {
  it.each([
    [0, [0], []],
    [2, [0], [0, 1]],
    [3, [0, 2], [0, 1, 2]],
    [5, [0, 2, 4], [0, 1, 2, 3, 4]],
  ])("of %i rows", async (count, asked, rows) => {
    const { ask, offsets } = api(count);
    expect(await wholeAnswer(paged, {}, 100, ask)).toEqual({
      data: { ids: ["x"], rows },
      revision: "r",
      truncated: [{ list: "rows.inner", limit: 5, times: asked.length }],
    });
    expect(offsets).toEqual(asked);
  });

  it("ends at the largest offset, and says so", async () => {
    const { ask, offsets } = api(100);
    const { data, truncated } = await wholeAnswer(paged, {}, 3, ask);
    expect({ offsets, rows: data.rows }).toEqual({ offsets: [0, 2], rows: [0, 1, 2, 3] });
    expect(truncated).toContainEqual({ list: "rows", limit: 2, times: 1 });
  });

  it("is one page where the query does not say how to go on", async () => {
    const { ask, offsets } = api(5);
    await wholeAnswer("{ rows: things(offset: 0) { id } }", {}, 100, ask);
    expect(offsets).toEqual([0]);
  });

  it("is of one revision", async () => {
    const { ask } = api(5, ["r", "s"]);
    await expect(wholeAnswer(paged, {}, 100, ask)).rejects.toThrow("another revision was loaded");
  });
});
