import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createAnswerStore, packedIn, stillFits, storedAnswer } from "../../src/api/answers.ts";

const text = JSON.stringify({ data: "é".repeat(10_000) });

describe("an answer", () => {
  test("goes out packed as it does plain", () => {
    const answer = packedIn(packedIn(storedAnswer(text, "application/json", "none"), "br"), "gzip");
    const { br = Buffer.of(), gzip = Buffer.of() } = answer.packed;
    expect(brotliDecompressSync(br).toString()).toBe(text);
    expect(gunzipSync(gzip).toString()).toBe(text);
    expect(answer.body.toString()).toBe(text);
  });

  test.each<[string | undefined, boolean]>([
    [undefined, false],
    ['W/"a"', true],
    ['"a"', true],
    ['"b", W/"a"', true],
    ["*", true],
    ['"b"', false],
    ["a", false],
    ["", false],
  ])("If-None-Match: %s", (header, expected) => {
    expect(stillFits(header, 'W/"a"')).toBe(expected);
  });
});

describe("the store", () => {
  test("counts what is packed, and lets go of what was used last", () => {
    const answers = createAnswerStore(300_000);
    const plain = storedAnswer(text, "application/json", "none");
    answers.set("a", plain);
    const before = answers.bytes();
    answers.set("a", packedIn(plain, "gzip"));
    expect(answers.bytes() - before).toBe(packedIn(plain, "gzip").packed.gzip?.length);
    for (let key = 0; key < 20; key += 1) answers.set(String(key), plain);
    expect(answers.get("a")).toBeUndefined();
    expect(answers.get("19")).toBe(plain);
    expect(answers.bytes()).toBeLessThanOrEqual(300_000);
  });

  test("keeps nothing where it has no room", () => {
    const answers = createAnswerStore(0);
    answers.set("a", storedAnswer("{}", "application/json", "none"));
    expect(answers.get("a")).toBeUndefined();
  });
});
