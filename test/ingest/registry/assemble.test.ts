import * as fc from "../../random.ts";
import { describe, expect, it } from "vitest";
import { assembleRegistry } from "../../../ingest/registry/assemble.ts";
import { rawRecords, type RawRecord } from "../../../ingest/registry/located.ts";
import { base } from "./folder.ts";

const kinds = ["sources", "series", "organisations", "countries", "meetings"] as const;
const raw: RawRecord[] = kinds.flatMap((kind) => [
  ...rawRecords(kind, `data/${kind}.yaml`, (base[`${kind}.yaml`] ?? "").trimStart(), false).found,
]);

describe("assembling", () => {
  it("does not depend on the order of records", () => {
    const expected = assembleRegistry(raw, []);
    expect(expected.problems).toEqual([]);
    fc.assert(
      fc.property(fc.shuffledSubarray(raw, { minLength: raw.length }), (shuffled) => {
        expect(assembleRegistry(shuffled, [])).toEqual(expected);
      }),
    );
  });

  it("always gives a closed registry, whatever is missing", () => {
    fc.assert(
      fc.property(fc.subarray(raw), (some) => {
        const { registry } = assembleRegistry(
          some,
          raw.map(({ value }) => (value as { id: string }).id),
        );
        const ids = new Set(registry.nameOf.keys());
        const named = JSON.stringify(registry.records).match(/"[a-z-]+:[a-z0-9-]+"/g) ?? [];
        expect(named.map((text) => text.slice(1, -1)).filter((id) => !ids.has(id))).toEqual([]);
      }),
    );
  });
});
